import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProgressBook } from '../session/progressBook';
import type { Lesson } from '../shared/lesson';
import { doneSteps } from '../shared/progress';
import type { LessonLibrary } from './lessonLibrary';
import { describeNeeds, describeProgress, describeTime, titlesOfNeeds } from './lessonWords';

/** A lesson as a list shows it. */
export interface LessonPick extends vscode.QuickPickItem {
  readonly lesson: Lesson;
}

/** A lesson with its time, level, needs and progress. */
export function lessonPick(lesson: Lesson, lessons: readonly Lesson[], book: ProgressBook): LessonPick {
  const progress = book.of(lesson.id);
  const isDone = doneSteps(lesson, progress).length === lesson.steps.length;
  return {
    lesson,
    label: `$(${isDone ? 'pass-filled' : 'mortar-board'}) ${lesson.number}. ${lesson.title}`,
    description: l10n.t('{0} · {1}', describeProgress(lesson, progress), describeTime(lesson)),
    detail: `${lesson.summary} ${describeNeeds(titlesOfNeeds(lesson, lessons))}`,
  };
}

/**
 * Lets a person choose one of the lessons.
 *
 * @returns `undefined` when they choose none
 */
export async function pickLesson(
  library: LessonLibrary,
  book: ProgressBook,
  placeHolder: string,
): Promise<Lesson | undefined> {
  const lessons = await library.intact();
  const picks = lessons.map((lesson) => lessonPick(lesson, lessons, book));
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(picks, options))?.lesson;
}
