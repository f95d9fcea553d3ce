import { holds, latestValue, type GoalCondition } from '../lesson';
import { MEASURES, type Measure, type RunSeries } from '../measures';
import type { Trial } from './plan';
import { quantileOf, wilsonInterval, type ShareInterval } from './statistics';

/** What a run came to that was trained to its end. */
export interface MeasuredEnd {
  /** Complete rounds; fewer than wanted when its numbers ceased to be finite. */
  readonly round: number;
  /** The last values of all measures that were taken. */
  readonly measures: Readonly<Partial<Record<Measure, number>>>;
}

/** How a run of a sweep ended. */
export type SweepEnd =
  | ({ readonly kind: 'done' } & MeasuredEnd)
  /** It could not be trained, and counts for nothing. */
  | { readonly kind: 'failed'; readonly message: string };

/** The last values of all measures that are numbers. */
export function measuresAtEnd(series: RunSeries): MeasuredEnd['measures'] {
  const measures: Partial<Record<Measure, number>> = {};
  for (const measure of MEASURES) {
    const value = latestValue(series, measure);
    if (Number.isFinite(value)) {
      measures[measure] = value;
    }
  }
  return measures;
}

/** How those of some runs ended that were trained. @param ends by the index of the run */
export function endsOf(runs: readonly Trial[], ends: ReadonlyMap<number, SweepEnd>): MeasuredEnd[] {
  return runs.flatMap(({ index }) => {
    const end = ends.get(index);
    return end?.kind === 'done' ? [end] : [];
  });
}

/** Five numbers that say how values spread (Tukey 1977). */
interface Spread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/** What the runs of one value came to, each with another seed. */
interface SweepSummary {
  /** How many runs count: those that came to an end, even one that was no longer finite. */
  readonly trials: number;
  readonly successes: number;
  /** The success rate with its 95 % interval. */
  readonly rate: ShareInterval;
  /** How many of them ended before the last round, because their numbers were no longer finite. */
  readonly notFinite: number;
  /** Of the measure that decides; absent where no run has a value. */
  readonly spread: Spread | undefined;
}

/** Whether a run is a success: it came to its last round, and the condition holds there. */
export function isSuccess(
  { round, measures }: MeasuredEnd,
  condition: GoalCondition,
  rounds: number,
): boolean {
  return round >= rounds && holds({ condition, value: measures[condition.measure] ?? Number.NaN });
}

/**
 * How often runs succeeded, and how they spread. A run that was no longer finite is a failure; the spread has its last
 * values.
 *
 * @param rounds after which they were to end
 */
export function summaryOf(
  ends: readonly MeasuredEnd[],
  condition: GoalCondition,
  rounds: number,
): SweepSummary {
  const successes = ends.filter((end) => isSuccess(end, condition, rounds)).length;
  const values = ends.flatMap(({ measures }) => measures[condition.measure] ?? []);
  return {
    trials: ends.length,
    successes,
    rate: wilsonInterval(successes, ends.length),
    notFinite: ends.filter(({ round }) => round < rounds).length,
    spread: values.length === 0 ? undefined : spreadOf(values),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return {
    least: quantileOf(values, 0),
    lowerQuartile: quantileOf(values, 0.25),
    median: quantileOf(values, 0.5),
    upperQuartile: quantileOf(values, 0.75),
    most: quantileOf(values, 1),
  };
}
