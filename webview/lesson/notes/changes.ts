import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import {
  countKnobs,
  experimentsOfStep,
  hyperparametersOf,
  type Experiment,
  type Lesson,
  type LessonStep,
} from '../../../src/shared/domain/lesson';
import { changedFrom, type ShownRun } from '../exercises/standings';

/** How a run differs from the one that the notes tell of. */
export interface ChangesFromNotes {
  /** Whose run the notes tell of; absent for the lesson's own. */
  readonly experiment: Experiment | undefined;
  readonly told: Hyperparameters;
  /** In the order of the form. */
  readonly changed: readonly HyperparameterName[];
}

/**
 * In what the run differs from those that a step tells of: from the nearest of them. `undefined` while it is one of
 * them, and where the step itself asks for so many changes.
 */
export function changesFromNotes(
  lesson: Lesson,
  step: LessonStep,
  run: ShownRun,
): ChangesFromNotes | undefined {
  const all = experimentsOfStep(lesson, step).map((experiment): ChangesFromNotes => {
    const told = hyperparametersOf(lesson, experiment, run.running.backend);
    return { experiment, told, changed: changedFrom(lesson, experiment, run) };
  });
  const [nearest] = all.toSorted((one, other) => one.changed.length - other.changed.length);
  return nearest === undefined || nearest.changed.length === 0 || asksFor(step, nearest.changed)
    ? undefined
    : nearest;
}

/** Whether a step has something to reach by changing so much, or proposes the change. */
function asksFor({ sections }: LessonStep, changed: readonly HyperparameterName[]): boolean {
  return sections.some(
    (section) =>
      (section.kind === 'goal' && countKnobs(changed) <= (section.knobs ?? Infinity)) ||
      (section.kind === 'try' &&
        section.choices.some(({ changes }) => changed.every((name) => changes[name] !== undefined))),
  );
}
