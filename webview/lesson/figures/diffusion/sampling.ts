/** Steps from pure noise to none, and the noise levels between which they lead. */
export const SAMPLING_STEPS = 18;
const MOST_NOISE = 5;
const LEAST_NOISE = 0.01;
/** How much more densely the steps lie where there is little noise (Karras et al. 2022, equation 5). */
const DENSITY = 7;

/** Passes through the denoiser for one sample: two in each step but the last. */
export const PASSES_PER_SAMPLE = 2 * SAMPLING_STEPS - 1;

/** Noise levels of the way, from the most to 0: one more than there are steps. */
export const NOISE_LEVELS: readonly number[] = [
  ...Array.from({ length: SAMPLING_STEPS }, (_, i) => {
    const [most, least] = [MOST_NOISE ** (1 / DENSITY), LEAST_NOISE ** (1 / DENSITY)];
    return (most + (i / (SAMPLING_STEPS - 1)) * (least - most)) ** DENSITY;
  }),
  0,
];

/** Where noisy points are expected to come from, given the standard deviation of their noise. */
type Denoise = (noisy: Float64Array, level: number) => Float64Array;

/** Where points begin: pure noise. */
export function startOfWay(noise: Float64Array): Float64Array {
  return noise.map((value) => value * MOST_NOISE);
}

/**
 * One step of Heun's method, without fresh noise (Karras et al. 2022, algorithm 1).
 *
 * @param points x and y of one point after the other, at the noise level where the step begins
 * @param step from 0 to {@link SAMPLING_STEPS} - 1
 */
export function sampleOnce(denoise: Denoise, points: Float64Array, step: number): Float64Array {
  const [level = 0, next = 0] = NOISE_LEVELS.slice(step, step + 2);
  const slope = slopeAt(denoise, points, level);
  const moved = points.map((value, at) => value + (next - level) * (slope[at] ?? 0));
  if (next === 0) {
    return moved;
  }
  const slopeThere = slopeAt(denoise, moved, next);
  return points.map((value, at) => value + ((next - level) * ((slope[at] ?? 0) + (slopeThere[at] ?? 0))) / 2);
}

/** How points move as the noise level grows: away from where they are expected to come from. */
function slopeAt(denoise: Denoise, points: Float64Array, level: number): Float64Array {
  const denoised = denoise(points, level);
  return points.map((value, at) => (value - (denoised[at] ?? 0)) / level);
}
