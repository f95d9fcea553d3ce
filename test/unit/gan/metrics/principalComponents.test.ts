import assert from 'node:assert/strict';
import { EVD, Matrix } from 'ml-matrix';
import { PrincipalComponents } from '../../../../webview/gan/metrics/principalComponents';
import { Random } from '../../../../webview/gan/random';

const COUNT = 600;
const LENGTH = 40;

/** Samples whose values are mixed from independent normal numbers of falling width, around a mean that is not zero. */
function makeSamples(): Float32Array {
  const random = Random.seeded(1, 'samples');
  const mixing = Array.from({ length: LENGTH }, () => Array.from({ length: LENGTH }, () => random.normal()));
  const rows = Array.from({ length: COUNT }, () => {
    const sources = Array.from({ length: LENGTH }, (_, i) => random.normal() * 0.8 ** i);
    return mixing.map((weights, j) => weights.reduce((sum, w, i) => sum + w * (sources[i] ?? 0), 0.1 * j));
  });
  return Float32Array.from(rows.flat());
}

/** Eigenvalues of the covariance matrix, the largest first, without any shortcut. */
function exactVariances(values: Float32Array): number[] {
  const rows = Matrix.from1DArray(COUNT, LENGTH, values);
  const centred = rows.subRowVector(rows.mean('column'));
  const matrix = centred
    .transpose()
    .mmul(centred)
    .div(COUNT - 1);
  return new EVD(matrix, { assumeSymmetric: true }).realEigenvalues.toReversed();
}

function columnsOf(projected: Float64Array, dimensions: number): number[][] {
  const samples = Array.from({ length: projected.length / dimensions }, (_, i) => i * dimensions);
  return Array.from({ length: dimensions }, (_, k) => samples.map((start) => projected[start + k] ?? NaN));
}

function covariance(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  return one.reduce((sum, value, i) => sum + (value - a) * ((other[i] ?? NaN) - b), 0) / (one.length - 1);
}

describe('Principal components', () => {
  const values = makeSamples();
  const components = PrincipalComponents.fit(values, COUNT, LENGTH, 8);
  const columns = columnsOf(components.project(values, COUNT), 8);

  it('have the variances that an exact decomposition finds, up to their common scale', () => {
    const exact = exactVariances(values).slice(0, 8);
    const total = exact.reduce((sum, value) => sum + value, 0);
    columns.forEach((column, k) => {
      const expected = (exact[k] ?? NaN) / total;
      assert.ok(Math.abs(covariance(column, column) - expected) < 0.005 * expected, `component ${k}`);
    });
  });

  it('add up to a total variance of one', () => {
    const total = columns.reduce((sum, column) => sum + covariance(column, column), 0);
    assert.ok(Math.abs(total - 1) < 1e-6);
  });

  it('are uncorrelated and centred', () => {
    columns.forEach((column, k) => {
      assert.ok(Math.abs(column.reduce((sum, value) => sum + value, 0) / COUNT) < 1e-6);
      for (const other of columns.slice(k + 1)) {
        assert.ok(Math.abs(covariance(column, other)) < 1e-6);
      }
    });
  });

  it('leave over what they do not span', () => {
    const all = PrincipalComponents.fit(values, COUNT, LENGTH, LENGTH);
    const nothing = all.squaredDistanceOutside(values, all.project(values, COUNT), COUNT);
    assert.ok(Math.max(...nothing) < 1e-6);

    const outside = components.squaredDistanceOutside(values, components.project(values, COUNT), COUNT);
    const exact = exactVariances(values);
    const inside = exact.slice(0, 8).reduce((sum, value) => sum + value, 0);
    const total = exact.reduce((sum, value) => sum + value, 0);
    const mean = outside.reduce((sum, value) => sum + value, 0) / COUNT;
    assert.ok(Math.abs(mean / (total / inside - 1) - 1) < 0.02);
  });

  it('are the same at every fit', () => {
    const again = PrincipalComponents.fit(values, COUNT, LENGTH, 8);
    assert.deepEqual(again.project(values, 5), components.project(values, 5));
  });

  it('are fewer when the samples span fewer dimensions', () => {
    const few = PrincipalComponents.fit(values, 4, LENGTH, 8);
    assert.equal(few.dimensions, 3);
    assert.ok(few.project(values, 4).every(Number.isFinite));
  });
});
