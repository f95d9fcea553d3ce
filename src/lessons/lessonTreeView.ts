import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Schedule } from '../session/checkpointStore';
import type { Session } from '../session/session';
import type { Lesson } from '../shared/lesson';
import type { LessonTree } from './lessonTree';

/** VS Code does nothing, and says nothing of it, while the view has not got its items; then it is asked again. */
const RETRY_MS = 1000;
/** A machine that is so busy that the view is not there by then has a person wait for other things. */
const MOST_TRIES = 20;

/** The view of the tree in the sidebar; it shows the steps of a lesson when that lesson is opened. */
export function createLessonTreeView(tree: LessonTree, session: Session, schedule: Schedule): Disposable {
  const view = vscode.window.createTreeView('ganLessons.lessons', { treeDataProvider: tree });
  let opened: string | undefined;
  /** The opened lesson until its steps are shown. */
  let folded: Lesson | undefined;
  let tries = 0;
  let retry: Disposable | undefined;

  const settle = (lessonId: string | undefined): void => {
    if (folded?.id === lessonId) {
      folded = undefined;
      retry?.dispose();
    }
  };
  const unfold = (): void => {
    // To reveal something in a hidden view would bring the view to the front.
    if (folded === undefined || !view.visible || tries === MOST_TRIES) {
      return;
    }
    tries++;
    retry?.dispose();
    retry = schedule(unfold, RETRY_MS);
    // It also rejects when the tree is drawn anew meanwhile.
    view
      .reveal({ kind: 'lesson', lesson: folded }, { select: true, expand: true })
      .then(undefined, () => undefined);
  };
  return vscode.Disposable.from(
    view,
    { dispose: () => retry?.dispose() },
    session.onDidChange((change) => {
      const lesson = session.isRunning ? session.lesson : undefined;
      if (change === 'lesson' && lesson?.id !== opened) {
        opened = lesson?.id;
        folded = lesson;
        tries = 0;
        unfold();
      }
    }),
    view.onDidChangeVisibility(unfold),
    // VS Code asks for the steps of a lesson when it shows them.
    tree.onDidGiveSteps(settle),
    view.onDidCollapseElement(({ element }) => element.kind === 'lesson' && settle(element.lesson.id)),
  );
}
