import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import {
  countKnobs,
  differences,
  experimentFor,
  experimentsOf,
  hyperparametersOf,
  judgeGoal,
  type Experiment,
  type Goal,
  type GoalVerdict,
  type Lesson,
  type Prediction,
} from '../../../src/shared/domain/lesson';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import { changesDuringRun, pastOf } from './runPast';

/** The run on the stage, as far as exercises look at it. */
export interface ShownRun {
  readonly start: RunStart;
  readonly frame: RunFrame;
  /** In force now. */
  readonly running: Hyperparameters;
}

/** How the run on the stage stands to a goal. */
export type GoalStanding =
  | GoalVerdict
  /** It has more knobs changed than the goal allows, so it does not count. */
  | { readonly kind: 'otherRun'; readonly changed: readonly HyperparameterName[]; readonly knobs: number };

/** How the run on the stage stands to a goal of its lesson. */
export function goalStanding(lesson: Lesson, goal: Goal, run: ShownRun): GoalStanding {
  const { frame } = run;
  if (goal.knobs !== undefined) {
    const changed = changedFrom(lesson, experimentFor(lesson, goal), run).filter((name) => name !== 'seed');
    const knobs = countKnobs(changed);
    if (knobs > goal.knobs) {
      return { kind: 'otherRun', changed, knobs };
    }
  }
  return frame.series === undefined
    ? { kind: 'open' }
    : judgeGoal(goal.conditions, goal.time, frame.series, measuredUpTo(frame));
}

/** The round up to which a frame tells what was measured. */
export function measuredUpTo({ seriesUpTo, position }: RunFrame): number {
  return seriesUpTo ?? position.round;
}

/** Whether the run on the stage is that of a prediction and has come so far that it shows what happens. */
export function showsOutcome(lesson: Lesson, prediction: Prediction, run: ShownRun): boolean {
  const meant = experimentFor(lesson, prediction);
  return measuredUpTo(run.frame) >= prediction.revealAt && changedFrom(lesson, meant, run).length === 0;
}

/**
 * In what the run on the stage was ever another than the experiment, from its first round to the shown one; in the seed
 * only if that makes it another experiment. The one comparison of all that the panel says of a run.
 *
 * @param experiment `undefined` stands for the lesson's own run
 */
export function changedFrom(
  lesson: Lesson,
  experiment: Experiment | undefined,
  { start, frame, running }: ShownRun,
): HyperparameterName[] {
  const expected = hyperparametersOf(lesson, experiment, running.backend);
  const changed = changesDuringRun(expected, pastOf(start, frame, running));
  return changed.length === 0 && isSecondSeed(lesson, experiment, running) ? ['seed'] : changed;
}

/** Whether a run has the seed of another experiment of the lesson, which differs from this one in nothing else. */
function isSecondSeed(lesson: Lesson, experiment: Experiment | undefined, running: Hyperparameters): boolean {
  const told = hyperparametersOf(lesson, experiment, running.backend);
  return (
    told.seed !== running.seed &&
    [undefined, ...experimentsOf(lesson)].some((other) => {
      const twin = hyperparametersOf(lesson, other, running.backend);
      return twin.seed === running.seed && differences(told, twin).length === 0;
    })
  );
}
