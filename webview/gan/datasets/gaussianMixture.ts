/** Where exp(-d^2 / 2 sigma^2) is below 1.3e-14, and so of no effect on a sum in which terms of order 1 occur. */
const NEGLIGIBLE_DEVIATIONS = 8;

/**
 * The density of a mixture of round Gaussians of equal weight and standard deviation. It serves as an exact density,
 * as the quadrature of a blurred curve, and as a kernel density estimate, depending on where the centres come from.
 *
 * @param centres x and y of one centre after the other; at least one
 * @param deviation their standard deviation, above 0
 */
export function gaussianMixture(
  centres: Float32Array | Float64Array,
  deviation: number,
): (x: number, y: number) => number {
  const precision = 1 / (2 * deviation * deviation);
  const scale = precision / (Math.PI * (centres.length / 2));
  const reach = (NEGLIGIBLE_DEVIATIONS * deviation) ** 2;
  return (x, y) => {
    let sum = 0;
    for (let i = 0; i < centres.length; i += 2) {
      const dx = x - (centres[i] ?? 0);
      const dy = y - (centres[i + 1] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance < reach) {
        sum += Math.exp(-precision * distance);
      }
    }
    return scale * sum;
  };
}
