import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { ProgressBook } from '../session/progressBook';
import type { Session } from '../session/session';
import type { Goal, Lesson, LessonStep } from '../shared/domain/lesson';
import type { BrokenLesson, LessonEntry, LessonLibrary } from './lessonLibrary';
import { brokenItem, folderItem, goalItem, lessonItem, stepItem } from './lessonTreeItems';
import { titlesOfNeeds } from './lessonWords';

export type LessonTreeNode =
  /** A workspace folder that has lessons of its own. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'broken'; readonly broken: BrokenLesson }
  | { readonly kind: 'step'; readonly lesson: Lesson; readonly step: LessonStep }
  | { readonly kind: 'goal'; readonly lesson: Lesson; readonly step: LessonStep; readonly goal: Goal };

/**
 * The lessons of the course, their steps and goals: what is done, where the person is, and what is still open. Somebody's
 * own lessons stand below, under the folder that they are from, because their numbers begin with 1 again.
 */
export class LessonTree implements vscode.TreeDataProvider<LessonTreeNode>, Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly gaveSteps = new vscode.EventEmitter<string>();
  /** The steps of the lesson with this id were asked for, because they are shown. */
  readonly onDidGiveSteps = this.gaveSteps.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly library: LessonLibrary,
    private readonly session: Session,
    private readonly progress: ProgressBook,
  ) {
    this.subscriptions = [
      library.onDidChange(() => this.changed.fire()),
      progress.onDidChange(() => this.changed.fire()),
      session.onDidChange((change) => change === 'lesson' && this.changed.fire()),
    ];
  }

  async getChildren(node?: LessonTreeNode): Promise<LessonTreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return [...(await this.lessonsOf(undefined)), ...(await this.folders())];
      case 'folder':
        return this.lessonsOf(node.folder);
      case 'lesson':
        this.gaveSteps.fire(node.lesson.id);
        return node.lesson.steps.map((step) => ({ kind: 'step', lesson: node.lesson, step }));
      case 'step': {
        const { lesson, step } = node;
        const goals = step.sections.filter((section) => section.kind === 'goal');
        return goals.map((goal) => ({ kind: 'goal', lesson, step, goal }));
      }
      case 'goal':
      case 'broken':
        return [];
    }
  }

  async getParent(node: LessonTreeNode): Promise<LessonTreeNode | undefined> {
    switch (node.kind) {
      case 'folder':
        return undefined;
      case 'goal':
        return { kind: 'step', lesson: node.lesson, step: node.step };
      case 'step':
        return { kind: 'lesson', lesson: node.lesson };
      case 'lesson':
        return this.parentOf((entry) => entry.kind === 'intact' && entry.lesson.id === node.lesson.id);
      case 'broken':
        return this.parentOf(({ file }) => file.toString() === node.broken.file.toString());
    }
  }

  async getTreeItem(node: LessonTreeNode): Promise<vscode.TreeItem> {
    if (node.kind === 'broken') {
      return brokenItem(node.broken);
    }
    if (node.kind === 'folder') {
      return folderItem(node.folder);
    }
    const { lesson } = node;
    const progress = this.progress.of(lesson.id);
    const isOpen = this.session.lesson?.id === lesson.id;
    switch (node.kind) {
      case 'lesson': {
        const needs = titlesOfNeeds(lesson, await this.library.intact());
        return lessonItem(lesson, progress, isOpen && this.session.run.isRunning, needs);
      }
      case 'step':
        return stepItem(
          lesson,
          node.step,
          progress,
          isOpen && this.session.teaching.place.step?.id === node.step.id,
        );
      case 'goal':
        return goalItem(lesson, node.goal, progress);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changed.dispose();
    this.gaveSteps.dispose();
  }

  /** @param folder without it, the lessons of the course */
  private async lessonsOf(folder: string | undefined): Promise<LessonTreeNode[]> {
    const entries = await this.library.lessons();
    return entries.filter((entry) => folderOf(entry) === folder).map(nodeOf);
  }

  private async folders(): Promise<LessonTreeNode[]> {
    const names = (await this.library.lessons()).map(folderOf).filter((name) => name !== undefined);
    return [...new Set(names)].map((folder) => ({ kind: 'folder', folder }));
  }

  private async parentOf(isMeant: (entry: LessonEntry) => boolean): Promise<LessonTreeNode | undefined> {
    const entry = (await this.library.lessons()).find(isMeant);
    const folder = entry && folderOf(entry);
    return folder === undefined ? undefined : { kind: 'folder', folder };
  }
}

/** The lesson of a node, or of what is in a lesson. */
export function lessonOfNode(node: LessonTreeNode | undefined): Lesson | undefined {
  return node && 'lesson' in node ? node.lesson : undefined;
}

function folderOf({ origin }: LessonEntry): string | undefined {
  return origin.kind === 'workspace' ? origin.folder : undefined;
}

function nodeOf(entry: LessonEntry): LessonTreeNode {
  return entry.kind === 'intact'
    ? { kind: 'lesson', lesson: entry.lesson }
    : { kind: 'broken', broken: entry };
}
