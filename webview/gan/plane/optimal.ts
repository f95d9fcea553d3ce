import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { LOSS_FACTS } from '../../../src/shared/domain/losses';
import type { Optimal } from '../../../src/shared/wire/plane';
import type { PointCollection } from '../datasets';
import { jensenShannonOfPoints, JENSEN_SHANNON_SAMPLES } from '../metrics/jensenShannon';
import { BANDWIDTH } from '../metrics/kernelDensity';
import { optimalDiscriminator, valueFunction } from '../metrics/optimalDiscriminator';
import type { Grid } from '../metrics/grid';
import { smoothedDensity, smoothedPoints } from './smoothing';

/** Generated points that the optimal discriminator is computed from; as many as the divergence needs. */
export const COMPARED_POINTS = JENSEN_SHANNON_SAMPLES;

/** Keeps what of a comparison depends on the collection alone. */
export class OptimalDiscriminator {
  private realDensity: { readonly deviation: number; readonly values: Float64Array } | undefined;
  private realPoints: Float32Array | undefined;

  constructor(
    private readonly collection: PointCollection,
    private readonly grid: Grid,
  ) {}

  /**
   * D* = p / (p + q), its values, and how far the present discriminator is from it.
   *
   * Both densities are seen through the same Gaussian: q must be, because it is estimated from points, and an exact p
   * beside it would make D* find differences where there are none. Instance noise blurs both further, as it does for
   * the discriminator; one-sided label smoothing scales D* (Salimans et al. 2016, section 3.4).
   *
   * @param points {@link COMPARED_POINTS} generated points
   * @param field the present discriminator's answers on the grid
   */
  compare(points: Float32Array, field: Float32Array, h: Hyperparameters): Optimal {
    const deviation = Math.hypot(BANDWIDTH, h.instanceNoise);
    const p = this.densityOfReal(deviation);
    const q = smoothedPoints(this.grid, points, deviation);
    const estimates = LOSS_FACTS[h.loss].estimatesProbability;
    const label = estimates ? 1 - h.labelSmoothing : 1;
    const answers = optimalDiscriminator(p, q).map((answer) => label * answer);
    const crowd = p.map((density, i) => density + (q[i] ?? 0));
    const most = crowd.reduce((a, b) => Math.max(a, b), 0);
    const value = estimates ? valueFunction(Float64Array.from(field), p, q, this.grid) : -Infinity;
    return {
      answers: Float32Array.from(answers),
      crowd: Float32Array.from(crowd, (density) => (most > 0 ? density / most : 0)),
      divergence: {
        bits: jensenShannonOfPoints(this.pointsOfReal(), points),
        samples: JENSEN_SHANNON_SAMPLES,
      },
      ...(estimates && {
        comparison: {
          gap: meanGap(field, answers, crowd),
          ...(Number.isFinite(value) && { value }),
          optimalValue: valueFunction(answers, p, q, this.grid),
        },
      }),
    };
  }

  private densityOfReal(deviation: number): Float64Array {
    if (this.realDensity?.deviation !== deviation) {
      const { collection } = this;
      const values = smoothedDensity(this.grid, (x, y) => collection.density(x, y), deviation);
      this.realDensity = { deviation, values };
    }
    return this.realDensity.values;
  }

  private pointsOfReal(): Float32Array {
    if (this.realPoints === undefined) {
      const { collection } = this;
      // Always as many, also of a small collection: the divergence is to what its points are drawn from.
      const population =
        collection.size < JENSEN_SHANNON_SAMPLES ? collection.resized(JENSEN_SHANNON_SAMPLES) : collection;
      const values = new Float32Array(2 * JENSEN_SHANNON_SAMPLES);
      for (let index = 0; index < JENSEN_SHANNON_SAMPLES; index++) {
        population.copySample(index % population.size, values, 2 * index);
      }
      this.realPoints = values;
    }
    return this.realPoints;
  }
}

/**
 * Mean of |D - D*| over the points that D sees, real and generated. Where there are none, D is arbitrary.
 *
 * @param crowd how many points there are in each square, in any unit
 */
function meanGap(field: Float32Array, answers: Float64Array, crowd: Float64Array): number {
  let gap = 0;
  let total = 0;
  crowd.forEach((weight, i) => {
    gap += weight * Math.abs((field[i] ?? 0) - (answers[i] ?? 0));
    total += weight;
  });
  return total > 0 ? gap / total : 0;
}
