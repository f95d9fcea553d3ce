import { histogramOn, type Grid } from './grid';

/**
 * The grid and the number of points for which {@link jensenShannonOfPoints} says little enough between two samples of
 * one distribution. The estimate is biased upwards by about K / (4 n ln 2) bits, where K is the number of squares that
 * the distribution reaches and n the number of points in each sample; with these, it stays below 0.04 bits for every
 * distribution of points of this program. Fewer points or finer squares report differences that are not there.
 */
export const JENSEN_SHANNON_GRID: Grid = { low: -1.5, high: 1.5, cells: 20 };
export const JENSEN_SHANNON_SAMPLES = 2048;

/**
 * The Jensen-Shannon divergence (Lin 1991) in bits: 0 for equal distributions, 1 for distributions without overlap.
 *
 * @param p probabilities that add up to 1
 * @param q as many, of the same events
 */
export function jensenShannonDivergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const pi = p[i] ?? 0;
    const qi = q[i] ?? 0;
    const mean = (pi + qi) / 2;
    sum += (pi > 0 ? pi * Math.log2(pi / mean) : 0) + (qi > 0 ? qi * Math.log2(qi / mean) : 0);
  }
  return sum / 2;
}

/**
 * Estimates the Jensen-Shannon divergence, in bits, of the distributions that two samples of points come from.
 *
 * @param one x and y of {@link JENSEN_SHANNON_SAMPLES} points, one after the other
 * @param other as many
 */
export function jensenShannonOfPoints(one: Float32Array, other: Float32Array): number {
  return jensenShannonDivergence(
    histogramOn(JENSEN_SHANNON_GRID, one),
    histogramOn(JENSEN_SHANNON_GRID, other),
  );
}
