import assert from 'node:assert/strict';
import { Matrix } from 'ml-matrix';
import { Random } from '../../../../webview/gan/random';
import { frechetDistance, gaussianOf } from '../../../../webview/gan/metrics/frechetDistance';

function close(actual: number, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} instead of ${expected}`);
}

/** A random symmetric positive definite matrix. */
function randomCovariance(dimensions: number, seed: number): Matrix {
  const random = Random.seeded(seed, 'covariance');
  const factor = new Matrix(
    Array.from({ length: dimensions }, () => Array.from({ length: dimensions }, () => random.normal())),
  );
  return factor.mmul(factor.transpose());
}

/** tr((AB)^1/2) by the Denman-Beavers iteration, which shares nothing with the method under test. */
function traceOfRoot(product: Matrix, iterations = 40): number {
  let y = product;
  let z = Matrix.eye(product.rows);
  const invert = (matrix: Matrix) => {
    // Gauss-Jordan without pivoting would do for these, but 2 x 2 has a formula.
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = matrix.to2DArray();
    return new Matrix([
      [d, -b],
      [-c, a],
    ]).div(a * d - b * c);
  };
  for (let i = 0; i < iterations; i++) {
    const next = Matrix.add(y, invert(z)).div(2);
    z = Matrix.add(z, invert(y)).div(2);
    y = next;
  }
  return y.trace();
}

describe('The Frechet distance', () => {
  it('is the squared distance of the means when the covariances agree', () => {
    const covariance = randomCovariance(4, 1);
    const one = { mean: [0, 1, 2, 3], covariance };
    const other = { mean: [1, 1, 0, 3.5], covariance };
    close(frechetDistance(one, other), 1 + 4 + 0.25);
  });

  it('is the squared difference of the standard deviations in one dimension', () => {
    const of = (deviation: number) => ({ mean: [0], covariance: new Matrix([[deviation ** 2]]) });
    close(frechetDistance(of(3), of(1)), 4);
  });

  it('adds up over independent directions, also after turning', () => {
    const angle = 0.7;
    const rotation = new Matrix([
      [Math.cos(angle), -Math.sin(angle)],
      [Math.sin(angle), Math.cos(angle)],
    ]);
    const turned = (variances: number[]) => ({
      mean: [0, 0],
      covariance: rotation.mmul(Matrix.diag(variances)).mmul(rotation.transpose()),
    });
    close(frechetDistance(turned([1, 4]), turned([9, 16])), 4 + 4);
  });

  it('agrees with another way to the matrix root when the covariances do not commute', () => {
    const one = { mean: [0, 0], covariance: randomCovariance(2, 2) };
    const other = { mean: [0, 0], covariance: randomCovariance(2, 3) };
    const expected =
      one.covariance.trace() +
      other.covariance.trace() -
      2 * traceOfRoot(one.covariance.mmul(other.covariance));
    close(frechetDistance(one, other), expected, 1e-8);
  });

  it('is symmetric, and zero between a distribution and itself', () => {
    const one = { mean: [1, 2, 3], covariance: randomCovariance(3, 4) };
    const other = { mean: [0, 2, 5], covariance: randomCovariance(3, 5) };
    close(frechetDistance(one, other), frechetDistance(other, one));
    close(frechetDistance(one, one), 0);
  });

  it('takes distributions that are flat in some direction', () => {
    const flat = { mean: [0, 0], covariance: Matrix.diag([1, 0]) };
    const point = { mean: [0, 0], covariance: Matrix.zeros(2, 2) };
    close(frechetDistance(flat, flat), 0);
    close(frechetDistance(flat, point), 1);
  });
});

describe('The Gaussian of a sample', () => {
  it('has its mean and its unbiased covariance', () => {
    const { mean, covariance } = gaussianOf(Float64Array.of(1, 2, 3, 6, 5, 1), 3, 2);
    assert.deepEqual(mean, [3, 3]);
    assert.deepEqual(covariance.to2DArray(), [
      [4, -1],
      [-1, 7],
    ]);
  });
});
