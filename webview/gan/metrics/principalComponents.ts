import { EVD, Matrix, QrDecomposition } from 'ml-matrix';
import { Random } from '../random';

/** Extra directions that the iteration carries along, and rounds of it (Halko et al. 2011, sections 4.2 and 4.5). */
const OVERSAMPLING = 8;
const POWER_ITERATIONS = 2;

/** An orthonormal basis of the space that the columns of a tall matrix span. */
function orthonormal(columns: Matrix): Matrix {
  return new QrDecomposition(columns).orthogonalMatrix;
}

/**
 * The directions in which samples vary most, found by randomised subspace iteration (Halko, Martinsson, Tropp 2011,
 * algorithm 4.4) followed by an exact eigendecomposition inside the subspace.
 */
export class PrincipalComponents {
  /** `dimensions` is the number of components, k. */
  private constructor(
    readonly dimensions: number,
    private readonly length: number,
    /** k rows of `length`, each a unit vector times the common scale. */
    private readonly basis: Float64Array,
    private readonly mean: Float64Array,
    /** The projection of the mean. */
    private readonly offset: Float64Array,
    /** What a distance among samples is multiplied by to become one among coordinates. */
    private readonly scale: number,
  ) {}

  /**
   * @param samples at least `count` samples of `length` values, one after the other
   * @param components k; there are fewer when the samples do not span so many dimensions
   */
  static fit(samples: Float32Array, count: number, length: number, components: number): PrincipalComponents {
    const dimensions = Math.min(components, length, count - 1);
    const width = Math.min(dimensions + OVERSAMPLING, length, count);
    const rows = Matrix.from1DArray(count, length, samples.subarray(0, count * length));
    const mean = rows.mean('column');
    const centred = rows.subRowVector(mean);
    const transposed = centred.transpose();
    // A fixed stream: the same collection gives the same components in every run.
    const random = Random.seeded(0, 'principal components');
    let subspace = new Matrix(length, width);
    for (let i = 0; i < length; i++) {
      for (let j = 0; j < width; j++) {
        subspace.set(i, j, random.normal());
      }
    }
    for (let i = 0; i < POWER_ITERATIONS; i++) {
      subspace = orthonormal(transposed.mmul(centred.mmul(subspace)));
    }
    const inside = centred.mmul(subspace);
    const covariance = inside
      .transpose()
      .mmul(inside)
      .apply(function divide(row, column) {
        this.set(row, column, this.get(row, column) / (count - 1));
      });
    // Eigenvalues of a symmetric matrix come in ascending order.
    const { eigenvectorMatrix, realEigenvalues } = new EVD(covariance, { assumeSymmetric: true });
    const variances = realEigenvalues.slice(width - dimensions);
    const scale = 1 / Math.sqrt(variances.reduce((sum, variance) => sum + Math.max(0, variance), 0) || 1);
    const directions = subspace.mmul(eigenvectorMatrix);

    const basis = new Float64Array(dimensions * length);
    const offset = new Float64Array(dimensions);
    for (let k = 0; k < dimensions; k++) {
      const direction = directions.getColumn(width - 1 - k);
      basis.set(
        direction.map((value) => scale * value),
        k * length,
      );
      offset[k] = direction.reduce((sum, value, i) => sum + scale * value * (mean[i] ?? 0), 0);
    }
    return new PrincipalComponents(dimensions, length, basis, Float64Array.from(mean), offset, scale);
  }

  /**
   * Coordinates of samples along the components, the widest first, scaled so that the variances of the samples that
   * were fitted add up to 1.
   *
   * @returns count x dimensions values, sample by sample
   */
  project(samples: Float32Array, count: number): Float64Array {
    const { basis, dimensions, length, offset } = this;
    const projected = new Float64Array(count * dimensions);
    const sample = new Float64Array(length);
    for (let i = 0; i < count; i++) {
      sample.set(samples.subarray(i * length, (i + 1) * length));
      for (let k = 0; k < dimensions; k++) {
        const start = k * length;
        // Two sums at a time keep the processor's adders busy.
        let even = 0;
        let odd = 0;
        let j = 0;
        for (; j + 1 < length; j += 2) {
          even += (sample[j] ?? 0) * (basis[start + j] ?? 0);
          odd += (sample[j + 1] ?? 0) * (basis[start + j + 1] ?? 0);
        }
        const last = j < length ? (sample[j] ?? 0) * (basis[start + j] ?? 0) : 0;
        projected[i * dimensions + k] = even + odd + last - (offset[k] ?? 0);
      }
    }
    return projected;
  }

  /**
   * How far samples lie outside of the space that the components span: what {@link project} does not see, such as
   * pixel noise.
   *
   * @param projected what {@link project} gave for the same samples
   * @returns count squared distances, in the units of the coordinates
   */
  squaredDistanceOutside(samples: Float32Array, projected: Float64Array, count: number): Float64Array {
    const { dimensions, length, mean, scale } = this;
    return new Float64Array(count).map((_, i) => {
      let whole = 0;
      for (let j = 0; j < length; j++) {
        const difference = (samples[i * length + j] ?? 0) - (mean[j] ?? 0);
        whole += difference * difference;
      }
      let inside = 0;
      for (let k = 0; k < dimensions; k++) {
        inside += (projected[i * dimensions + k] ?? 0) ** 2;
      }
      return Math.max(0, scale * scale * whole - inside);
    });
  }
}
