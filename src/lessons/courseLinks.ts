import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import { MOST_DIAGNOSTICS, type LessonDiagnostic } from './lessonDiagnostics';
import type { ParsedLesson } from './lessonParser';
import { insteadOf } from './vocabulary/suggestion';

/** The lessons that links may lead to, by id. */
type Course = ReadonlyMap<string, Lesson>;

export function courseOf(lessons: readonly Lesson[]): Course {
  return new Map(lessons.map((lesson) => [lesson.id, lesson]));
}

/**
 * What of a lesson names other lessons that the course does not have, or steps and sections that those do not have: the
 * first {@link MOST_DIAGNOSTICS}.
 */
export function checkCourseLinks({ links }: ParsedLesson, course: Course): LessonDiagnostic[] {
  const partsOf = new Map<Lesson, ReadonlySet<string>>();
  const found: LessonDiagnostic[] = [];
  for (const { lesson: id, id: part, line, column } of links) {
    const lesson = course.get(id);
    const parts = lesson && (partsOf.get(lesson) ?? idsOf(lesson));
    if (lesson && parts) {
      partsOf.set(lesson, parts);
    }
    const message = problemOf(course, id, parts, part);
    if (message !== undefined) {
      found.push({ severity: 'error', message, line, column });
    }
    if (found.length === MOST_DIAGNOSTICS) {
      break;
    }
  }
  return found;
}

function idsOf({ steps }: Lesson): ReadonlySet<string> {
  return new Set(steps.flatMap(({ id, sections }) => [id, ...sections.map((section) => section.id)]));
}

function problemOf(
  course: Course,
  id: string,
  parts: ReadonlySet<string> | undefined,
  part: string | undefined,
): string | undefined {
  if (parts === undefined) {
    return l10n.t('There is no lesson "{0}". {1}', id, insteadOf(id, Array.from(course.keys())));
  }
  return part === undefined || parts.has(part)
    ? undefined
    : l10n.t(
        'The lesson "{0}" has no step or section "{1}". {2}',
        id,
        part,
        insteadOf(part, Array.from(parts)),
      );
}
