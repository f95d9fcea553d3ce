/** The 0.975 quantile of the standard normal distribution: what lies between its two sides is 95 %. */
const Z = 1.959963984540054;

/** A share and the bounds between which it is believed to lie; all from 0 to 1. */
export interface ShareInterval {
  readonly share: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The 95 % score interval of a share (Wilson 1927, "Probable inference, the law of succession, and statistical
 * inference"): it is right for few trials and for shares of 0 and 1, where the usual one has no width.
 *
 * @param successes whole, from 0 to `trials`
 * @param trials whole, at least 0; of none, the share is NaN and the interval is 0 to 1
 */
export function wilsonInterval(successes: number, trials: number): ShareInterval {
  if (trials === 0) {
    return { share: Number.NaN, least: 0, most: 1 };
  }
  const share = successes / trials;
  const scale = 1 + Z ** 2 / trials;
  const middle = (share + Z ** 2 / (2 * trials)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  // At either end the bound is the share itself, which rounding misses.
  return {
    share,
    least: successes === 0 ? 0 : middle - half,
    most: successes === trials ? 1 : middle + half,
  };
}

/**
 * A quantile, with straight lines between the sorted values (type 7 of Hyndman and Fan 1996, as in NumPy and R).
 *
 * @param values finite
 * @param share from 0 for the least value to 1 for the largest
 * @returns NaN of no values
 */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}
