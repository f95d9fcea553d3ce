import * as l10n from '@vscode/l10n';
import { checkCourseLinks, courseOf } from '../lessons/courseLinks';
import { languageOf } from '../lessons/lessonLanguage';
import { parseLesson, type LessonImage } from '../lessons/lessonParser';
import { TextPositions, type LessonDiagnostic } from '../lessons/lessonDiagnostics';
import { differencesOf } from '../lessons/translation/differences';
import { untranslatedAt } from '../lessons/translation/draft';
import type { Lesson } from '../shared/domain/lesson';
import { sectionIds } from './sectionIds';

/** A stretch of a line, both numbers from 0; `end` is the column behind it. */
export interface LessonProblem extends LessonDiagnostic {
  readonly end: number;
}

/** What is wrong with a lesson that somebody writes, and the pictures that it asks for. */
export interface LessonProblems {
  readonly problems: readonly LessonProblem[];
  readonly images: readonly (LessonImage & { readonly end: number })[];
}

/**
 * Everything that can be said of a lesson's text as it stands, with its place among other lessons.
 *
 * @param text with `\n` as its line ends
 * @param others the lessons beside it, of the course and of the workspace
 * @param original the lesson that it translates, if it is a translation
 */
export function problemsIn(text: string, others: readonly Lesson[], original?: Lesson): LessonProblems {
  const lines = text.split('\n');
  const parsed = parseLesson(text, { language: languageOf(text) });
  const { lesson } = parsed;
  const course = courseOf(lesson ? [...others, lesson] : others);
  // A link that leads nowhere keeps no lesson from being taught: whoever follows it is told.
  const links = checkCourseLinks(parsed, course).map((diagnostic) => ({
    ...diagnostic,
    severity: 'warning' as const,
  }));
  const problems = [
    ...parsed.diagnostics,
    ...links,
    ...duplicates(lines, lesson, others),
    ...(lesson && original ? differences(text, lesson, original) : []),
    ...untranslated(text),
  ];
  return {
    problems: problems.map((problem) => ({ ...problem, end: endOf(lines, problem) })),
    images: parsed.images.map((image) => ({ ...image, end: endOf(lines, image) })),
  };
}

function duplicates(
  lines: readonly string[],
  lesson: Lesson | undefined,
  others: readonly Lesson[],
): LessonDiagnostic[] {
  const other = others.find(({ id }) => id === lesson?.id);
  if (!other) {
    return [];
  }
  const line = lineOfKey(lines, 'id');
  const message = l10n.t(
    'The lesson "{0}" has the id "{1}" already. Choose another id.',
    other.title,
    other.id,
  );
  return [{ severity: 'error', message, line, column: 0 }];
}

/** In what a translation differs from its original, at the heading or key that it is about. */
function differences(text: string, lesson: Lesson, original: Lesson): LessonDiagnostic[] {
  const positions = new TextPositions(text);
  const lines = text.split('\n');
  const places = new Map(sectionIds(text).map(({ id, offset }) => [id, positions.at(offset)]));
  return differencesOf(lesson, original).map(({ id = '', key = 'id', message }) => ({
    severity: 'warning',
    message,
    ...(places.get(id) ?? { line: lineOfKey(lines, key), column: 0 }),
  }));
}

function untranslated(text: string): LessonDiagnostic[] {
  const positions = new TextPositions(text);
  const message = l10n.t('What follows is not translated yet. Remove this mark when it is.');
  return untranslatedAt(text).map((offset) => ({ severity: 'warning', message, ...positions.at(offset) }));
}

/** The line of a key of the front matter; the first line where there is none. */
function lineOfKey(lines: readonly string[], key: string): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.startsWith(`${key}:`)),
  );
}

/** The end of the word that begins at a place; a heading, a quotation and an empty rest count as a whole. */
function endOf(lines: readonly string[], { line, column }: { line: number; column: number }): number {
  const text = lines[line] ?? '';
  const word = column === 0 ? undefined : /^[^\s{}[\],"'()]+/.exec(text.slice(column))?.[0];
  return word === undefined ? Math.max(text.trimEnd().length, column) : column + word.length;
}
