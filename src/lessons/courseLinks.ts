import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import type { LessonDiagnostic } from './lessonDiagnostics';
import type { ParsedLesson } from './lessonParser';
import { insteadOf } from './vocabulary/suggestion';

/** The lessons that links may lead to, by id. */
export type Course = ReadonlyMap<string, Lesson>;

export function courseOf(lessons: readonly Lesson[]): Course {
  return new Map(lessons.map((lesson) => [lesson.id, lesson]));
}

/** What of a lesson names other lessons that the course does not have, or steps and sections that those do not have. */
export function checkCourseLinks({ links }: ParsedLesson, course: Course): LessonDiagnostic[] {
  return links.flatMap(({ lesson: id, id: part, line, column }) => {
    const message = problemOf(course, id, part);
    return message === undefined ? [] : [{ severity: 'error' as const, message, line, column }];
  });
}

function problemOf(course: Course, id: string, part: string | undefined): string | undefined {
  const lesson = course.get(id);
  if (!lesson) {
    return l10n.t('There is no lesson "{0}". {1}', id, insteadOf(id, Array.from(course.keys())));
  }
  const parts = lesson.steps.flatMap((step) => [step.id, ...step.sections.map((section) => section.id)]);
  return part === undefined || parts.includes(part)
    ? undefined
    : l10n.t('The lesson "{0}" has no step or section "{1}". {2}', id, part, insteadOf(part, parts));
}
