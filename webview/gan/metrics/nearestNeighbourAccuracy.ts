import { nearestOf } from './nearest';

/**
 * The leave-one-out accuracy of a nearest-neighbour classifier that must tell two samples apart (the two-sample test of
 * Lopez-Paz and Oquab 2017; recommended for GANs by Xu et al. 2018): about 0.5 when both come from one distribution,
 * 1 when they are told apart without effort, below 0.5 when each point of one sits on top of one of the other.
 *
 * @param one `count` points of `dimensions` coordinates, one after the other; at least one
 * @param other as many
 */
export function nearestNeighbourAccuracy(
  one: Float64Array,
  other: Float64Array,
  count: number,
  dimensions: number,
): number {
  const all = new Float64Array(2 * count * dimensions);
  all.set(one.subarray(0, count * dimensions), 0);
  all.set(other.subarray(0, count * dimensions), count * dimensions);
  let right = 0;
  for (let i = 0; i < 2 * count; i++) {
    const { index } = nearestOf(all, i * dimensions, all, 2 * count, dimensions, i);
    if (i < count === index < count) {
      right++;
    }
  }
  return right / (2 * count);
}
