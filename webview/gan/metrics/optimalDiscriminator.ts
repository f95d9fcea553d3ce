import { cellSize, type Grid } from './grid';

/**
 * The discriminator that no other beats against a fixed generator (Goodfellow et al. 2014, proposition 1):
 * D*(x) = p(x) / (p(x) + q(x)).
 *
 * @param p density of the real samples at some places
 * @param q density of the generated samples at the same places
 * @param realShare share of real samples among those that D sees; half in the paper
 * @returns D* at those places; 0.5 where there are neither real nor generated samples and any answer is as good
 */
export function optimalDiscriminator(p: Float64Array, q: Float64Array, realShare = 0.5): Float64Array {
  return p.map((density, i) => {
    const real = realShare * density;
    const total = real + (1 - realShare) * (q[i] ?? 0);
    return total > 0 ? real / total : 0.5;
  });
}

/** x ln y with its limit 0 at x = 0, where y may be 0 too. */
function timesLogarithm(x: number, y: number): number {
  return x > 0 ? x * Math.log(y) : 0;
}

/**
 * The value V(D, G) = E_p ln D(x) + E_q ln(1 - D(x)) of Goodfellow et al. 2014, equation 1, which D raises and G
 * lowers, summed over a grid. For D* it is -ln 4 + 2 JSD(p, q) (theorem 1): -1.386 when p = q, 0 when they do not
 * overlap.
 *
 * @param d the discriminator's answers, from 0 to 1, on the grid
 * @param p density of the real samples there; the grid must hold nearly all of it and be finer than its details
 * @param q density of the generated samples there
 * @returns nats; minus infinity when D is certain and wrong somewhere
 */
export function valueFunction(d: Float64Array, p: Float64Array, q: Float64Array, grid: Grid): number {
  const area = cellSize(grid) ** 2;
  return d.reduce(
    (sum, answer, i) =>
      sum + area * (timesLogarithm(p[i] ?? 0, answer) + timesLogarithm(q[i] ?? 0, 1 - answer)),
    0,
  );
}
