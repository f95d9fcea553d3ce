import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Schedule } from '../session/checkpointStore';
import type { Session } from '../session/session';
import type { LessonTree } from './lessonTree';
import { Unfolding } from './unfolding';

/** The view of the tree in the sidebar; it shows the steps of a lesson when that lesson is opened. */
export function createLessonTreeView(tree: LessonTree, session: Session, schedule: Schedule): Disposable {
  const view = vscode.window.createTreeView('ganLessons.lessons', { treeDataProvider: tree });
  let opened: string | undefined;
  const unfolding = new Unfolding(
    {
      isVisible: () => view.visible,
      reveal: (lesson) =>
        // It also rejects when the tree is drawn anew meanwhile.
        void view
          .reveal({ kind: 'lesson', lesson }, { select: true, expand: true })
          .then(undefined, () => undefined),
    },
    schedule,
  );
  return vscode.Disposable.from(
    view,
    unfolding,
    session.onDidChange((change) => {
      const lesson = session.run.isRunning ? session.lesson : undefined;
      if (change === 'lesson' && lesson?.id !== opened) {
        opened = lesson?.id;
        unfolding.begin(lesson);
      }
    }),
    view.onDidChangeVisibility(() => unfolding.goOn()),
    // VS Code asks for the steps of a lesson when it shows them.
    tree.onDidGiveSteps((lessonId) => unfolding.settle(lessonId)),
    view.onDidCollapseElement(
      ({ element }) => element.kind === 'lesson' && unfolding.settle(element.lesson.id),
    ),
  );
}
