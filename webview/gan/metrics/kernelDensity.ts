import { gaussianMixture } from '../datasets/gaussianMixture';

/**
 * Width of the smoothing Gaussian, on a plane where islands are 0.03 to 0.22 wide and 0.5 or more apart: a generator
 * that gives one point shows as a spot, and one that gives eight islands still shows eight.
 */
export const BANDWIDTH = 0.06;

/**
 * The density that a sample comes from, estimated by smoothing it (Parzen 1962). It is somewhat flatter than the true
 * one, as if the points had been blurred by {@link BANDWIDTH}.
 *
 * @param points x and y of one point after the other; at least one
 */
export function kernelDensity(points: Float32Array): (x: number, y: number) => number {
  return gaussianMixture(points, BANDWIDTH);
}
