import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { ProgressBook } from '../session/progressBook';
import type { Session } from '../session/session';
import type { Goal, Lesson, LessonStep } from '../shared/lesson';
import type { BrokenLesson, LessonEntry, LessonLibrary } from './lessonLibrary';
import { brokenItem, goalItem, lessonItem, stepItem } from './lessonTreeItems';
import { titlesOfNeeds } from './lessonWords';

export type LessonTreeNode =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'broken'; readonly broken: BrokenLesson }
  | { readonly kind: 'step'; readonly lesson: Lesson; readonly step: LessonStep }
  | { readonly kind: 'goal'; readonly lesson: Lesson; readonly step: LessonStep; readonly goal: Goal };

/** The lessons of the course, their steps and goals: what is done, where the person is, and what is still open. */
export class LessonTree implements vscode.TreeDataProvider<LessonTreeNode>, Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
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
        return (await this.library.lessons()).map(nodeOf);
      case 'lesson':
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

  getParent(node: LessonTreeNode): LessonTreeNode | undefined {
    switch (node.kind) {
      case 'goal':
        return { kind: 'step', lesson: node.lesson, step: node.step };
      case 'step':
        return { kind: 'lesson', lesson: node.lesson };
      case 'lesson':
      case 'broken':
        return undefined;
    }
  }

  async getTreeItem(node: LessonTreeNode): Promise<vscode.TreeItem> {
    if (node.kind === 'broken') {
      return brokenItem(node.broken);
    }
    const { lesson } = node;
    const progress = this.progress.of(lesson.id);
    const isOpen = this.session.lesson?.id === lesson.id;
    switch (node.kind) {
      case 'lesson': {
        const needs = titlesOfNeeds(lesson, await this.library.intact());
        return lessonItem(lesson, progress, isOpen && this.session.isRunning, needs);
      }
      case 'step':
        return stepItem(lesson, node.step, progress, isOpen && this.session.step?.id === node.step.id);
      case 'goal':
        return goalItem(lesson, node.goal, progress);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changed.dispose();
  }
}

function nodeOf(entry: LessonEntry): LessonTreeNode {
  return entry.kind === 'intact'
    ? { kind: 'lesson', lesson: entry.lesson }
    : { kind: 'broken', broken: entry };
}
