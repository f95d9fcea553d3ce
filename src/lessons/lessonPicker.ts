import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProgressBook } from '../session/progressBook';
import type { Lesson } from '../shared/domain/lesson';
import { doneSteps } from '../shared/domain/progress';
import type { IntactLesson, LessonLibrary } from './lessonLibrary';
import type { LessonOrigin } from './lessonSource';
import { describeNeeds, describeProgress, describeTime, titlesOfNeeds } from './lessonWords';

/** A lesson as a list shows it. */
interface LessonPick extends vscode.QuickPickItem {
  readonly lesson: Lesson;
}

/** A lesson with its time, level, needs and progress. */
function lessonPick(lesson: Lesson, lessons: readonly Lesson[], book: ProgressBook): LessonPick {
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
  const entries = (await library.lessons()).filter((entry) => entry.kind === 'intact');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  const picked = await vscode.window.showQuickPick(lessonPicks(entries, book), options);
  return picked && 'lesson' in picked ? picked.lesson : undefined;
}

/** Where there are lessons of one's own, whose numbers begin with 1 again, each part of the list has a heading. */
function lessonPicks(
  entries: readonly IntactLesson[],
  book: ProgressBook,
): (LessonPick | vscode.QuickPickItem)[] {
  const lessons = entries.map(({ lesson }) => lesson);
  const headings = entries.map(({ origin }) => headingOf(origin));
  const areSeveral = new Set(headings).size > 1;
  return entries.flatMap(({ lesson }, index) => {
    const [label = '', before] = [headings[index], headings[index - 1]];
    const heading = { label, kind: vscode.QuickPickItemKind.Separator };
    const pick = lessonPick(lesson, lessons, book);
    return areSeveral && label !== before ? [heading, pick] : [pick];
  });
}

function headingOf(origin: LessonOrigin): string {
  return origin.kind === 'workspace' ? l10n.t('Lessons of “{0}”', origin.folder) : l10n.t('The course');
}
