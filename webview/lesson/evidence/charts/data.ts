import { columnOf, type RunSeries } from '../../../../src/shared/domain/measures';
import { SMOOTHED_ROUNDS, type ChartSpec } from './specs';

/** What a chart draws. */
export interface ChartData {
  /** Strictly increasing. */
  readonly rounds: readonly number[];
  /** For each line one value a round; null where there is none to draw. */
  readonly lines: readonly (readonly (number | null)[])[];
}

/**
 * The lines of a chart.
 *
 * @returns `undefined` when nothing of it was measured
 */
export function chartData(series: RunSeries, { lines, scale, smooth }: ChartSpec): ChartData | undefined {
  const { rounds } = columnOf(series, lines[0].measure);
  const drawn = lines.map(({ measure }) => {
    const { values } = columnOf(series, measure);
    const mean = smooth ? trailingMeans(rounds, values) : [...values];
    return mean.map((value) => (canBeDrawn(value, scale.kind === 'logarithmic') ? value : null));
  });
  return drawn.some((values) => values.some((value) => value !== null))
    ? { rounds: [...rounds], lines: drawn }
    : undefined;
}

/** The charts for which there is something to draw, with what that is. */
export function withData(
  specs: readonly ChartSpec[],
  dataOf: (spec: ChartSpec) => ChartData | undefined,
): { readonly spec: ChartSpec; readonly data: ChartData }[] {
  return specs.flatMap((spec) => {
    const data = dataOf(spec);
    return data === undefined ? [] : [{ spec, data }];
  });
}

function canBeDrawn(value: number, isLogarithmic: boolean): boolean {
  return Number.isFinite(value) && (!isLogarithmic || value > 0);
}

/** Of each round the mean over it and the rounds just before it that are kept, without those that have no value. */
function trailingMeans(rounds: Float64Array, values: Float64Array): number[] {
  return [...values].map((_, at) => {
    let [sum, count] = [0, 0];
    for (let i = at; i >= 0 && (rounds[at] ?? 0) - (rounds[i] ?? 0) < SMOOTHED_ROUNDS; i--) {
      const value = values[i] ?? Number.NaN;
      if (Number.isFinite(value)) {
        sum += value;
        count++;
      }
    }
    return count === 0 ? Number.NaN : sum / count;
  });
}

/**
 * Index of the round that is nearest to a place on the axis; the earlier of two.
 *
 * @param rounds increasing, at least one
 */
export function nearestIndex(rounds: readonly number[], place: number): number {
  let nearest = 0;
  for (const [index, round] of rounds.entries()) {
    if (Math.abs(round - place) < Math.abs((rounds[nearest] ?? 0) - place)) {
      nearest = index;
    }
  }
  return nearest;
}

/** The last value of a line up to an index, which is what is known there. */
export function valueAt(line: readonly (number | null)[], index: number): number | undefined {
  return line.slice(0, index + 1).findLast((value) => value !== null) ?? undefined;
}
