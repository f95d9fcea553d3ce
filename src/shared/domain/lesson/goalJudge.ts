import { columnOf, countMeasuredRounds, lastMeasuredRound, type Measure, type RunSeries } from '../measures';
import type { GoalCondition, GoalTime } from './goal';

/** What was measured for a condition; NaN where nothing was, or no number. */
interface MeasuredCondition {
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
  | { readonly kind: 'missed'; readonly round: number; readonly measured: readonly MeasuredCondition[] }
  /**
   * The last round at which it counts, `round`, has passed, and of some rounds that could have reached it nothing is kept
   * any more: a long run keeps only some of its older rounds.
   */
  | { readonly kind: 'unknown'; readonly round: number };

/**
 * Judges a goal by what was measured in a run. Rounds at which one of its measures was not taken cannot reach it; at the
 * one round of `at`, what is measured every few rounds counts as it was measured last.
 *
 * @param series up to the shown round, perhaps without some of the older rounds
 * @param round complete rounds at the shown moment
 */
export function judgeGoal(
  conditions: readonly GoalCondition[],
  time: GoalTime,
  series: RunSeries,
  round: number,
): GoalVerdict {
  let nearest: { readonly round: number; readonly measured: readonly MeasuredCondition[] } | undefined;
  const { found, complete } = candidates(conditions, time, series, round);
  for (const candidate of found) {
    const measured = conditions.map((condition) => ({
      condition,
      value: valueAt(series, condition.measure, candidate),
    }));
    if (measured.every(holds)) {
      return { kind: 'reached', round: candidate, measured };
    }
    if (nearest === undefined || isNearer(measured, nearest.measured)) {
      nearest = { round: candidate, measured };
    }
  }
  const last = time.at ?? time.by;
  if (last === undefined || round < last) {
    return { kind: 'open' };
  }
  return complete
    ? { kind: 'missed', round: nearest?.round ?? last, measured: nearest?.measured ?? [] }
    : { kind: 'unknown', round: last };
}

/** Whether a condition held; what was not measured, or is no number, never does. */
export function holds({ condition: { is, value: bound }, value }: MeasuredCondition): boolean {
  return is === 'above' ? value > bound : value < bound;
}

/** The last value of a measure up to the shown round; NaN where there is none. */
export function latestValue(series: RunSeries, measure: Measure): number {
  return columnOf(series, measure).values.at(-1) ?? Number.NaN;
}

/**
 * The rounds at which a goal could be reached so far, as far as all that it asks for is kept of them, and whether they
 * are all of them.
 */
function candidates(
  conditions: readonly GoalCondition[],
  { at, by = Infinity, from = 0 }: GoalTime,
  series: RunSeries,
  round: number,
): { readonly found: readonly number[]; readonly complete: boolean } {
  const measures = conditions.map(({ measure }) => measure);
  if (at !== undefined) {
    const isKept = measures.every((measure) => indexOfMeasurement(series, measure, at) >= 0);
    return { found: round >= at && isKept ? [at] : [], complete: isKept };
  }
  const [first, last] = [Math.max(from, 1), Math.min(by, round)];
  const columns = [...new Set(measures.map((measure) => columnOf(series, measure).rounds))];
  const [scarcest, ...others] = columns.toSorted((one, other) => one.length - other.length);
  const found = Array.from(scarcest ?? []).filter(
    (candidate) =>
      candidate >= from &&
      candidate <= last &&
      others.every((rounds) => rounds[indexUpTo(rounds, candidate)] === candidate),
  );
  const kept = found.filter((candidate) => candidate >= first).length;
  return { found, complete: kept >= countMeasuredRounds(measures, first, last) };
}

/** The value of a measure at a round, or the last one before it of what is measured every few rounds. */
function valueAt(series: RunSeries, measure: Measure, round: number): number {
  return columnOf(series, measure).values[indexOfMeasurement(series, measure, round)] ?? Number.NaN;
}

/** Where the measurement that counts at a round is in the columns of a measure; -1 when it is not kept. */
function indexOfMeasurement(series: RunSeries, measure: Measure, round: number): number {
  const { rounds } = columnOf(series, measure);
  const index = indexUpTo(rounds, round);
  return (rounds[index] ?? -1) >= lastMeasuredRound(measure, round) ? index : -1;
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
