import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import type { Lesson, LessonStep } from '../shared/lesson';
import type { BrokenLesson, LessonEntry, LessonLibrary } from './lessonLibrary';

/** As many errors of a broken file are told as fit into a tooltip. */
const TOLD_ERRORS = 8;

export type LessonTreeNode =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'broken'; readonly broken: BrokenLesson }
  | { readonly kind: 'step'; readonly lesson: Lesson; readonly step: LessonStep };

/** The lessons of the course and their steps, with a mark at the place where the person is. */
export class LessonTree implements vscode.TreeDataProvider<LessonTreeNode>, Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly library: LessonLibrary,
    private readonly session: Session,
  ) {
    this.subscriptions = [
      library.onDidChange(() => this.changed.fire()),
      session.onDidChange((change) => change === 'lesson' && this.changed.fire()),
    ];
  }

  async getChildren(node?: LessonTreeNode): Promise<LessonTreeNode[]> {
    if (!node) {
      return (await this.library.lessons()).map(nodeOf);
    }
    return node.kind === 'lesson'
      ? node.lesson.steps.map((step) => ({ kind: 'step', lesson: node.lesson, step }))
      : [];
  }

  getParent(node: LessonTreeNode): LessonTreeNode | undefined {
    return node.kind === 'step' ? { kind: 'lesson', lesson: node.lesson } : undefined;
  }

  getTreeItem(node: LessonTreeNode): vscode.TreeItem {
    switch (node.kind) {
      case 'lesson':
        return this.lessonItem(node.lesson);
      case 'broken':
        return brokenItem(node.broken);
      case 'step':
        return this.stepItem(node.lesson, node.step);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changed.dispose();
  }

  private lessonItem(lesson: Lesson): vscode.TreeItem {
    const isRunning = this.session.isRunning && this.session.lesson?.id === lesson.id;
    const item = new vscode.TreeItem(
      `${lesson.number}. ${lesson.title}`,
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = lesson.id;
    item.contextValue = 'lesson';
    item.description = l10n.t('{0} min', lesson.minutes);
    item.tooltip = lesson.summary;
    item.iconPath = new vscode.ThemeIcon(isRunning ? 'play-circle' : 'mortar-board');
    item.command = startCommand(lesson);
    return item;
  }

  private stepItem(lesson: Lesson, step: LessonStep): vscode.TreeItem {
    const isHere = this.session.lesson?.id === lesson.id && this.session.step?.id === step.id;
    const item = new vscode.TreeItem(step.title);
    item.id = `${lesson.id}/${step.id}`;
    item.contextValue = 'step';
    item.iconPath = new vscode.ThemeIcon(isHere ? 'circle-filled' : 'circle-outline');
    item.tooltip = isHere ? l10n.t('You are here.') : step.title;
    item.command = startCommand(lesson);
    return item;
  }
}

function nodeOf(entry: LessonEntry): LessonTreeNode {
  return entry.kind === 'intact'
    ? { kind: 'lesson', lesson: entry.lesson }
    : { kind: 'broken', broken: entry };
}

function startCommand(lesson: Lesson): vscode.Command {
  return { command: 'ganLessons.startLesson', title: l10n.t('Start Lesson'), arguments: [lesson.id] };
}

function brokenItem({ file, name, errors }: BrokenLesson): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const told = errors
    .slice(0, TOLD_ERRORS)
    .map(({ line, message }) => l10n.t('Line {0}: {1}', line + 1, message))
    .join('\n');
  const first = new vscode.Position(errors[0]?.line ?? 0, errors[0]?.column ?? 0);
  item.id = file.toString();
  item.contextValue = 'brokenLesson';
  item.description = l10n.t('cannot be read');
  item.tooltip = told;
  item.accessibilityInformation = { label: `${name}. ${told}` };
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [file, { selection: new vscode.Range(first, first) }],
  };
  return item;
}
