import * as vscode from 'vscode';
import type { Session } from '../session/session';
import type { Lesson } from '../shared/lesson';
import type { LessonTree } from './lessonTree';

/** The view of the tree in the sidebar; it shows the steps of a lesson when that lesson is opened. */
export function createLessonTreeView(tree: LessonTree, session: Session): vscode.Disposable {
  const view = vscode.window.createTreeView('ganLessons.lessons', { treeDataProvider: tree });
  let opened: string | undefined;
  /** The opened lesson until the view has unfolded it. */
  let folded: Lesson | undefined;

  const unfold = async (): Promise<void> => {
    const lesson = folded;
    // To reveal something in a hidden view would bring the view to the front.
    if (lesson === undefined || !view.visible) {
      return;
    }
    folded = undefined;
    try {
      await view.reveal({ kind: 'lesson', lesson }, { select: true, expand: true });
    } catch {
      // The tree was drawn anew meanwhile; when that is done, it is tried again.
      folded ??= session.lesson?.id === lesson.id ? lesson : undefined;
    }
  };
  return vscode.Disposable.from(
    view,
    session.onDidChange((change) => {
      const lesson = session.isRunning ? session.lesson : undefined;
      if (change === 'lesson' && lesson?.id !== opened) {
        opened = lesson?.id;
        folded = lesson;
        void unfold();
      }
    }),
    view.onDidChangeVisibility(() => void unfold()),
    tree.onDidChangeTreeData(() => void unfold()),
  );
}
