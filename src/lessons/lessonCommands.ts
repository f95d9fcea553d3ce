import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProgressBook } from '../session/progressBook';
import type { Session } from '../session/session';
import type { Lesson } from '../shared/domain/lesson';
import { resetProgress } from '../shared/domain/progress';
import type { LessonLibrary } from './lessonLibrary';
import { pickLesson } from './lessonPicker';
import { lessonOfNode, type LessonTreeNode } from './lessonTree';

/** The commands that concern the list of lessons and what was learned in them. */
export class LessonCommands {
  /** @param startLesson shows a lesson where it was left */
  constructor(
    private readonly session: Session,
    private readonly library: LessonLibrary,
    private readonly progress: ProgressBook,
    private readonly startLesson: (lessonId: string) => Promise<void>,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.chooseLesson', () => this.chooseLesson()),
      registerCommand('ganLessons.resetProgress', (node?: LessonTreeNode) => this.resetProgress(node)),
    );
  }

  private async chooseLesson(): Promise<void> {
    const lesson = await pickLesson(this.library, this.progress, l10n.t('Which lesson?'));
    if (lesson) {
      await this.startLesson(lesson.id);
    }
  }

  /** @param node in whose context menu it was chosen; without it, the lesson is asked for */
  private async resetProgress(node: LessonTreeNode | undefined): Promise<void> {
    const lesson =
      lessonOfNode(node) ??
      (await pickLesson(this.library, this.progress, l10n.t('Reset the progress of which lesson?')));
    if (lesson && (await confirmed(lesson))) {
      await this.resetProgressOf(lesson);
    }
  }

  private async resetProgressOf({ id, title }: Lesson): Promise<void> {
    const before = this.progress.of(id);
    // Who reads goes on reading where they are.
    const step = this.session.lesson?.id === id ? this.session.teaching.place.step?.id : undefined;
    this.progress.replace(id, { ...resetProgress(before), ...(step !== undefined && { step }) });
    const undo = l10n.t('Undo');
    const done = l10n.t('The progress in “{0}” was reset.', title);
    if ((await vscode.window.showInformationMessage(done, undo)) === undo) {
      this.progress.replace(id, before);
    }
  }
}

async function confirmed({ title }: Lesson): Promise<boolean> {
  const reset = l10n.t('Reset');
  const answer = await vscode.window.showWarningMessage(
    l10n.t('Reset the progress in “{0}”?', title),
    {
      modal: true,
      detail: l10n.t(
        'Its steps, answers and goals will be open again. The run and its hyperparameters stay as they are.',
      ),
    },
    reset,
  );
  return answer === reset;
}
