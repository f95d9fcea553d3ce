import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { failure, success, type Result } from '../../result';
import {
  HYPERPARAMETER_NAMES,
  HyperparameterChangesSchema,
  HyperparametersSchema,
  SPECS,
  isPictureData,
  withChanges,
  type Hyperparameters,
} from '../hyperparameters';
import { GoalConditionSchema, type GoalCondition } from '../lesson/goal';
import { FiniteSchema, MOST_ROUNDS, whole } from '../numbers';

/** More values or seeds than anybody compares. */
const MOST_VALUES = 1000;

/** Values of a hyperparameter, in the order in which they are compared. */
const ValuesSchema = v.pipe(
  v.array(v.union([v.string(), FiniteSchema])),
  v.minLength(1),
  v.maxLength(MOST_VALUES),
);

/** What a sweep trains: each value of a hyperparameter with each seed, for so many rounds. */
export const SweepPlanSchema = v.object({
  /** What all runs share. */
  hyperparameters: HyperparametersSchema,
  /** The hyperparameter that is varied; absent where only the seed is. */
  varied: v.optional(v.object({ name: v.picklist(HYPERPARAMETER_NAMES), values: ValuesSchema })),
  seeds: v.pipe(
    v.array(whole(SPECS.seed.minimum, SPECS.seed.maximum)),
    v.minLength(1),
    v.maxLength(MOST_VALUES),
  ),
  rounds: whole(1, MOST_ROUNDS),
  /** What a run must have reached in its last round to count as a success. */
  success: GoalConditionSchema,
});

export type SweepPlan = v.InferOutput<typeof SweepPlanSchema>;

/** A run that a sweep trains. */
export interface Trial {
  /** Its place in the sweep, from 0. */
  readonly index: number;
  /** Of the varied hyperparameter; absent where only the seed is varied. */
  readonly value: string | number | undefined;
  readonly hyperparameters: Hyperparameters;
}

/**
 * The runs of a sweep, seed by seed, so that an interrupted one has all values on some seeds. Fails, with the reason, when
 * one of its values or seeds cannot be or does not go together with the other hyperparameters, and when there are more runs
 * than `most`.
 */
export function trialsOf(
  { hyperparameters, varied, seeds }: SweepPlan,
  most: number,
): Result<readonly Trial[]> {
  const values = varied?.values ?? [undefined];
  if (seeds.length * values.length > most) {
    return failure(
      l10n.t(
        '{0} values and {1} seeds make {2} runs.',
        values.length,
        seeds.length,
        seeds.length * values.length,
      ),
      l10n.t('Choose fewer of them, for at most {0} runs.', most),
    );
  }
  const runs: Trial[] = [];
  for (const seed of seeds) {
    for (const value of values) {
      const changes = { seed, ...(varied && { [varied.name]: value }) };
      const checked = v.safeParse(HyperparameterChangesSchema, changes);
      if (!checked.success) {
        return failure(checked.issues[0].message, l10n.t('Choose other values.'));
      }
      const run = withChanges(hyperparameters, checked.output);
      if (!run.ok) {
        return run;
      }
      runs.push({ index: runs.length, value, hyperparameters: run.value });
    }
  }
  return success(runs);
}

/** Lesson 10 calls a mini-FID above this bad luck. */
const GOOD_MINI_FID = 0.1;
/** Lesson 11 asks for so many kinds of six; of eight Gaussians as many are still most of them. */
const MOST_KINDS = 5;

/** What counts as a success where nobody says what does: as the goals of the lessons have it. */
export function usualSuccess(data: Hyperparameters['data']): GoalCondition {
  return isPictureData(data)
    ? { measure: 'miniFid', is: 'below', value: GOOD_MINI_FID }
    : { measure: 'effectiveModes', is: 'above', value: MOST_KINDS };
}

/** The runs of each value, in the order of the values. */
export function trialsByValue(runs: readonly Trial[]): ReadonlyMap<Trial['value'], readonly Trial[]> {
  const groups = new Map<Trial['value'], Trial[]>();
  for (const run of runs) {
    groups.set(run.value, [...(groups.get(run.value) ?? []), run]);
  }
  return groups;
}
