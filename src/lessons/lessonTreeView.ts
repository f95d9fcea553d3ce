import * as vscode from 'vscode';
import type { Session } from '../session/session';
import type { LessonTree } from './lessonTree';

/** The view of the tree in the sidebar; it shows the steps of a lesson when that lesson is opened. */
export function createLessonTreeView(tree: LessonTree, session: Session): vscode.Disposable {
  const view = vscode.window.createTreeView('ganLessons.lessons', { treeDataProvider: tree });
  let shown: string | undefined;
  const subscription = session.onDidChange((change) => {
    const lesson = session.isRunning ? session.lesson : undefined;
    if (change !== 'lesson' || lesson?.id === shown) {
      return;
    }
    shown = lesson?.id;
    // To reveal something in a hidden view would bring the view to the front.
    if (lesson && view.visible) {
      void view.reveal({ kind: 'lesson', lesson }, { select: true, expand: true });
    }
  });
  return vscode.Disposable.from(view, subscription);
}
