import { EVD, Matrix } from 'ml-matrix';

/** Mean and covariance of a distribution that is taken to be normal. */
export interface Gaussian {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/**
 * The normal distribution with the mean and (unbiased) covariance of a sample.
 *
 * @param points `count` points of `dimensions` coordinates, one after the other; at least 2
 */
export function gaussianOf(points: Float64Array, count: number, dimensions: number): Gaussian {
  const mean = Array.from({ length: dimensions }, () => 0);
  const coordinate = (i: number, k: number): number => points[i * dimensions + k] ?? 0;
  for (let k = 0; k < dimensions; k++) {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += coordinate(i, k);
    }
    mean[k] = sum / count;
  }
  const covariance = new Matrix(dimensions, dimensions);
  for (let k = 0; k < dimensions; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        sum += (coordinate(i, k) - (mean[k] ?? 0)) * (coordinate(i, l) - (mean[l] ?? 0));
      }
      covariance.set(k, l, sum / (count - 1));
      covariance.set(l, k, sum / (count - 1));
    }
  }
  return { mean, covariance };
}

/** Roots of eigenvalues that rounding may have pushed slightly below zero. */
function roots(eigenvalues: readonly number[]): number[] {
  return eigenvalues.map((value) => Math.sqrt(Math.max(0, value)));
}

/** The symmetric square root of a symmetric positive semidefinite matrix. */
function squareRoot(matrix: Matrix): Matrix {
  const { eigenvectorMatrix: vectors, realEigenvalues } = new EVD(matrix, { assumeSymmetric: true });
  return vectors.mmul(Matrix.diag(roots(realEigenvalues))).mmul(vectors.transpose());
}

/**
 * The Frechet distance between two normal distributions (Dowson and Landau 1982; as a measure of generators: Heusel et
 * al. 2017, section 2): |m - m'|^2 + tr(C + C' - 2 (C C')^1/2). It is 0 for equal distributions and, like FID, the
 * square of a distance.
 *
 * From samples it comes out too large, the more so the fewer they are: compare only equal numbers of samples.
 */
export function frechetDistance(one: Gaussian, other: Gaussian): number {
  const shift = one.mean.reduce((sum, value, i) => sum + (value - (other.mean[i] ?? 0)) ** 2, 0);
  // (C C')^1/2 has the trace of (C^1/2 C' C^1/2)^1/2, which is symmetric.
  const root = squareRoot(one.covariance);
  const product = root.mmul(other.covariance).mmul(root);
  const overlap = roots(new EVD(product, { assumeSymmetric: true }).realEigenvalues);
  const traces = one.covariance.trace() + other.covariance.trace();
  return Math.max(0, shift + traces - 2 * overlap.reduce((sum, value) => sum + value, 0));
}
