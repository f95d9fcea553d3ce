import type { Lesson, LessonCard } from '../../../src/shared/domain/lesson';
import {
  NO_PROGRESS,
  withEvent,
  type LessonProgress,
  type ProgressEvent,
} from '../../../src/shared/domain/progress';

/** What the panel knows of the learner in its lesson, beside the run. */
export interface Learning {
  readonly progress: LessonProgress;
  /** All lessons that can be gone to, in their order. */
  readonly course: readonly LessonCard[];
  /** The experiment that the run was started as; absent for the lesson's own run. */
  readonly experiment: string | undefined;
  /** The run that was given up for this one and can be gone back to. */
  readonly before: { readonly round: number } | undefined;
  /** What decides the order in which this learner reads options; absent where they are read as written. */
  readonly optionOrder: number | undefined;
  /** The step or section that was asked for last; `count` tells one request from the next. */
  readonly visit: { readonly id: string; readonly count: number } | undefined;
}

export const NOTHING_LEARNED: Learning = {
  progress: NO_PROGRESS,
  course: [],
  experiment: undefined,
  before: undefined,
  optionOrder: undefined,
  visit: undefined,
};

/** What a run belongs to. */
export type Belonging = Pick<Learning, 'experiment' | 'before'>;

/** After something that the learner did or that the run has shown; the same object when it changes nothing. */
export function learned(learning: Learning, lesson: Lesson, event: ProgressEvent): Learning {
  const progress = withEvent(lesson, learning.progress, event);
  return progress === learning.progress ? learning : { ...learning, progress };
}

/** After somebody asked for a step or section. */
export function visited(learning: Learning, id: string): Learning {
  return { ...learning, visit: { id, count: (learning.visit?.count ?? 0) + 1 } };
}
