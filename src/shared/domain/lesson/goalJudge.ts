import { columnOf, type Measure, type RunSeries } from '../measures';
import type { GoalCondition, GoalTime } from './goal';

/** What was measured for a condition; NaN where nothing was, or no number. */
export interface MeasuredCondition {
  readonly condition: GoalCondition;
  readonly value: number;
}

/** How a run stands to a goal. */
export type GoalVerdict =
  /** It can still be reached. */
  | { readonly kind: 'open' }
  /** Every condition held at this round. */
  | { readonly kind: 'reached'; readonly round: number; readonly measured: readonly MeasuredCondition[] }
  /** The last round at which it counts has passed; `measured` at the round at which most of its conditions held. */
  | { readonly kind: 'missed'; readonly round: number; readonly measured: readonly MeasuredCondition[] };

/**
 * Judges a goal by what was measured in a run. Rounds at which one of its measures was not taken cannot reach it; at the
 * one round of `at`, what is measured only now and then counts as it was measured last.
 *
 * @param series up to the shown round
 * @param round complete rounds at the shown moment
 */
export function judgeGoal(
  conditions: readonly GoalCondition[],
  time: GoalTime,
  series: RunSeries,
  round: number,
): GoalVerdict {
  let nearest: { readonly round: number; readonly measured: readonly MeasuredCondition[] } | undefined;
  for (const candidate of candidates(conditions, time, series, round)) {
    const measured = conditions.map((condition) => ({
      condition,
      value: valueAt(series, condition.measure, candidate, time.at !== undefined),
    }));
    if (measured.every(holds)) {
      return { kind: 'reached', round: candidate, measured };
    }
    if (nearest === undefined || isNearer(measured, nearest.measured)) {
      nearest = { round: candidate, measured };
    }
  }
  const last = time.at ?? time.by;
  return last === undefined || round < last
    ? { kind: 'open' }
    : { kind: 'missed', round: nearest?.round ?? last, measured: nearest?.measured ?? [] };
}

/** Whether a condition held; what was not measured, or is no number, never does. */
export function holds({ condition: { is, value: bound }, value }: MeasuredCondition): boolean {
  return is === 'above' ? value > bound : value < bound;
}

/** The last value of a measure up to the shown round; NaN where there is none. */
export function latestValue(series: RunSeries, measure: Measure): number {
  return columnOf(series, measure).values.at(-1) ?? Number.NaN;
}

/** The rounds at which a goal could be reached so far: those at which everything was measured that it asks for. */
function candidates(
  conditions: readonly GoalCondition[],
  { at, by = Infinity, from = 0 }: GoalTime,
  series: RunSeries,
  round: number,
): readonly number[] {
  if (at !== undefined) {
    return round < at ? [] : [at];
  }
  const columns = [...new Set(conditions.map(({ measure }) => columnOf(series, measure).rounds))];
  const [scarcest, ...others] = columns.toSorted((one, other) => one.length - other.length);
  return Array.from(scarcest ?? []).filter(
    (candidate) =>
      candidate >= from &&
      candidate <= Math.min(by, round) &&
      others.every((rounds) => rounds[indexUpTo(rounds, candidate)] === candidate),
  );
}

/** @param orBefore whether the last value before the round stands in for one that was not measured in it */
function valueAt(series: RunSeries, measure: Measure, round: number, orBefore: boolean): number {
  const { rounds, values } = columnOf(series, measure);
  const index = indexUpTo(rounds, round);
  return orBefore || rounds[index] === round ? (values[index] ?? Number.NaN) : Number.NaN;
}

/** The index of the last of these increasing rounds up to one of them; -1 when there is none. */
function indexUpTo(rounds: Float64Array, round: number): number {
  let [before, after] = [-1, rounds.length];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if ((rounds[middle] ?? Infinity) <= round) {
      before = middle;
    } else {
      after = middle;
    }
  }
  return before;
}

/** Whether more conditions hold, or, of a single one, its value is nearer to the bound. */
function isNearer(measured: readonly MeasuredCondition[], than: readonly MeasuredCondition[]): boolean {
  const [held, heldBefore] = [measured.filter(holds).length, than.filter(holds).length];
  const [only, ...others] = measured;
  if (only === undefined || others.length > 0 || held !== heldBefore) {
    return held > heldBefore;
  }
  const before = than[0]?.value ?? Number.NaN;
  return Number.isNaN(before) || (only.condition.is === 'above' ? only.value > before : only.value < before);
}
