/**
 * How many equally likely modes a distribution over modes is worth: exp of its entropy (the "effective number" of Hill
 * 1973). It is k when k modes have equal shares, and less when their shares differ.
 *
 * @param counts samples per mode; at least one sample in all
 */
export function effectiveModes(counts: ArrayLike<number>): number {
  const shares = Array.from(counts);
  const total = shares.reduce((sum, count) => sum + count, 0);
  const entropy = shares.reduce((sum, count) => {
    const share = count / total;
    return share > 0 ? sum - share * Math.log(share) : sum;
  }, 0);
  return Math.exp(entropy);
}

/** Of even modes, the effective number is at least this share of their number. */
const EVEN_SHARE = 0.85;

/** Whether modes have so nearly equal shares that missing some of them is a fault. */
export function areEven(counts: ArrayLike<number>): boolean {
  return effectiveModes(counts) >= EVEN_SHARE * counts.length;
}

/** A mode is covered when it has at least this part of its fair share; fewer samples may be accidents of drawing. */
const COVERED_PART = 0.2;

/**
 * How many modes have their part of the samples.
 *
 * @param counts convincing samples per mode
 * @param total all samples, the others included
 */
export function coveredModes(counts: ArrayLike<number>, total: number): number {
  const enough = (COVERED_PART * total) / counts.length;
  return Array.from(counts).filter((count) => count > 0 && count >= enough).length;
}

/**
 * The value below which a share of the values lies.
 *
 * @param share from 0 to 1
 */
export function quantile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
