import assert from 'node:assert/strict';
import { Random } from '../../../../webview/gan/random';
import { nearestNeighbourAccuracy } from '../../../../webview/gan/metrics/nearestNeighbourAccuracy';
import { nearestOf } from '../../../../webview/gan/metrics/nearest';
import { slicedWassersteinTo } from '../../../../webview/gan/metrics/slicedWasserstein';

const DIMENSIONS = 3;

function slicedWasserstein(
  one: Float64Array,
  other: Float64Array,
  count: number,
  dimensions: number,
): number {
  return slicedWassersteinTo(other, count, dimensions)(one);
}

/** Normal points around (shift, 0, 0). */
function points(seed: number, count: number, shift = 0): Float64Array {
  const random = Random.seeded(seed, 'points');
  return new Float64Array(count * DIMENSIONS).map(
    (_, i) => random.normal() + (i % DIMENSIONS === 0 ? shift : 0),
  );
}

describe('The nearest neighbour', () => {
  it('is the one that an exhaustive search finds', () => {
    const all = points(1, 200);
    const queries = points(2, 50);
    for (let q = 0; q < 50; q++) {
      const distances = Array.from({ length: 200 }, (_, i) =>
        [0, 1, 2].reduce(
          (sum, k) => sum + ((queries[q * DIMENSIONS + k] ?? NaN) - (all[i * DIMENSIONS + k] ?? NaN)) ** 2,
          0,
        ),
      );
      const { index, squaredDistance } = nearestOf(queries, q * DIMENSIONS, all, 200, DIMENSIONS);
      const least = Math.min(...distances);
      assert.equal(index, distances.indexOf(least));
      assert.ok(Math.abs(squaredDistance - least) < 1e-12);
    }
  });

  it('is another point when the point itself is left out', () => {
    const line = Float64Array.of(0, 0, 0, 1, 0, 0, 3, 0, 0);
    assert.deepEqual(nearestOf(line, 3, line, 3, DIMENSIONS), { index: 1, squaredDistance: 0 });
    assert.deepEqual(nearestOf(line, 3, line, 3, DIMENSIONS, 1), { index: 0, squaredDistance: 1 });
  });

  it('does not exist among no points', () => {
    assert.throws(() => nearestOf(points(1, 1), 0, new Float64Array(), 0, DIMENSIONS), RangeError);
  });
});

describe('The nearest-neighbour accuracy', () => {
  it('is near one half for two samples of one distribution', () => {
    const accuracy = nearestNeighbourAccuracy(points(1, 400), points(2, 400), 400, DIMENSIONS);
    // Four standard errors of 800 coin flips.
    assert.ok(Math.abs(accuracy - 0.5) < 4 * Math.sqrt(0.25 / 800), `accuracy ${accuracy}`);
  });

  it('is one for samples that lie apart', () => {
    assert.equal(nearestNeighbourAccuracy(points(1, 100), points(2, 100, 50), 100, DIMENSIONS), 1);
  });

  it('is zero when every point sits on top of one of the other sample', () => {
    const sample = points(3, 100);
    const copies = sample.map((value) => value + 1e-9);
    assert.equal(nearestNeighbourAccuracy(sample, copies, 100, DIMENSIONS), 0);
  });

  it('looks at no more points than it is told to', () => {
    const longer = points(1, 150, 50);
    longer.set(points(4, 100));
    const accuracy = nearestNeighbourAccuracy(longer, points(2, 100), 100, DIMENSIONS);
    assert.ok(accuracy < 0.7);
  });
});

describe('The sliced Wasserstein distance', () => {
  it('between samples of equal shape is the mean length of the shift along a direction', () => {
    const sample = points(5, 300);
    const shifted = sample.map((value, i) => value + (i % DIMENSIONS === 1 ? 2 : 0));
    // On the sphere in three dimensions the mean of |cos| is one half; 64 directions give it to within 4 errors.
    const expected = 2 * 0.5;
    const error = (2 * Math.sqrt(1 / 3 - 1 / 4)) / Math.sqrt(64);
    assert.ok(Math.abs(slicedWasserstein(sample, shifted, 300, DIMENSIONS) - expected) < 4 * error);
  });

  it('in one dimension is the mean distance of the sorted values', () => {
    const one = Float64Array.of(3, 0, 1);
    const other = Float64Array.of(5, 1, 0);
    assert.ok(Math.abs(slicedWasserstein(one, other, 3, 1) - 2 / 3) < 1e-12);
  });

  it('does not depend on the order of the points, and is zero for the same ones', () => {
    const sample = points(6, 64);
    const reversed = new Float64Array(sample.length);
    for (let i = 0; i < 64; i++) {
      reversed.set(sample.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), (63 - i) * DIMENSIONS);
    }
    assert.ok(slicedWasserstein(sample, reversed, 64, DIMENSIONS) < 1e-12);
  });

  it('grows with the size of what is compared', () => {
    const one = points(7, 64);
    const other = points(8, 64);
    const twice = slicedWasserstein(
      one.map((value) => 2 * value),
      other.map((value) => 2 * value),
      64,
      DIMENSIONS,
    );
    assert.ok(Math.abs(twice - 2 * slicedWasserstein(one, other, 64, DIMENSIONS)) < 1e-12);
  });
});
