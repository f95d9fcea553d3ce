import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import { doneSteps, type LessonProgress } from '../shared/domain/progress';
import { unreachable } from '../shared/result';

/** What a level is called. */
export function levelName(level: Lesson['level']): string {
  switch (level) {
    case 'beginner':
      return l10n.t('for beginners');
    case 'intermediate':
      return l10n.t('intermediate');
    case 'advanced':
      return l10n.t('advanced');
    default:
      return unreachable(level);
  }
}

/** How many of a lesson's steps are done. */
export function describeProgress(lesson: Lesson, progress: LessonProgress): string {
  return l10n.t('{0} of {1}', doneSteps(lesson, progress).length, lesson.steps.length);
}

/** How long a lesson takes, and for whom it is. */
export function describeTime({ minutes, level }: Pick<Lesson, 'minutes' | 'level'>): string {
  return l10n.t('{0} min, {1}', minutes, levelName(level));
}

/**
 * What a lesson builds on.
 *
 * @param needs titles of lessons
 */
export function describeNeeds(needs: readonly string[]): string {
  if (needs.length === 0) {
    return l10n.t('Builds on nothing.');
  }
  return l10n.t(
    'Builds on {0}.',
    needs.map((title) => l10n.t('“{0}”', title)).reduce((list, title) => l10n.t('{0}, {1}', list, title)),
  );
}

/** What a lesson is about, how long it takes, for whom it is and what it builds on: one line each. */
export function describeLesson(lesson: Lesson, needs: readonly string[]): string {
  return [lesson.summary, describeTime(lesson), describeNeeds(needs)].join('\n');
}

/** The titles of the lessons that a lesson needs; one that is not there goes by its id. */
export function titlesOfNeeds({ needs }: Lesson, lessons: readonly Lesson[]): string[] {
  return needs.map((id) => {
    const lesson = lessons.find((candidate) => candidate.id === id);
    return lesson ? `${lesson.number}. ${lesson.title}` : id;
  });
}
