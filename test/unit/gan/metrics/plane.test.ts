import assert from 'node:assert/strict';
import { POINT_DATA, type PointData } from '../../../../src/shared/domain/hyperparameters';
import { createCollection, type PointCollection } from '../../../../webview/gan/datasets';
import { evaluateOn, histogramOn, type Grid } from '../../../../webview/gan/metrics/grid';
import {
  JENSEN_SHANNON_SAMPLES,
  jensenShannonDivergence,
  jensenShannonOfPoints,
} from '../../../../webview/gan/metrics/jensenShannon';
import { kernelDensity } from '../../../../webview/gan/metrics/kernelDensity';
import { optimalDiscriminator, valueFunction } from '../../../../webview/gan/metrics/optimalDiscriminator';

function open(data: PointData, size: number): PointCollection {
  const collection = createCollection({ data, pictureSize: 16, collectionSize: size });
  assert.ok(collection.kind === 'points');
  return collection;
}

function draw(collection: PointCollection, first: number, count: number): Float32Array {
  const points = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    collection.copySample(first + i, points, 2 * i);
  }
  return points;
}

const GRID: Grid = { low: -2, high: 2, cells: 100 };

describe('A grid', () => {
  it('stores rows from low to high y', () => {
    const values = evaluateOn({ low: 0, high: 2, cells: 2 }, (x, y) => x + 10 * y);
    assert.deepEqual([...values], [5.5, 6.5, 15.5, 16.5]);
  });

  it('counts points where they lie and those outside in the nearest square', () => {
    const points = Float32Array.of(0.5, 0.5, 1.5, 0.5, -9, 9, 9, 9);
    assert.deepEqual([...histogramOn({ low: 0, high: 2, cells: 2 }, points)], [0.25, 0.25, 0.25, 0.25]);
  });
});

describe('The Jensen-Shannon divergence', () => {
  it('is zero for equal distributions', () => {
    const p = Float64Array.of(0.2, 0.3, 0.5);
    assert.equal(jensenShannonDivergence(p, p), 0);
  });

  it('is one bit for distributions without overlap', () => {
    assert.equal(jensenShannonDivergence(Float64Array.of(1, 0), Float64Array.of(0, 1)), 1);
  });

  it('agrees with its definition by entropies', () => {
    const entropy = (values: number[]) => values.reduce((sum, v) => sum - v * Math.log2(v), 0);
    const [p, q] = [
      [0.9, 0.1],
      [0.4, 0.6],
    ];
    assert.ok(p && q);
    const mixture = p.map((value, i) => (value + (q[i] ?? NaN)) / 2);
    const expected = entropy(mixture) - (entropy(p) + entropy(q)) / 2;
    const actual = jensenShannonDivergence(Float64Array.from(p), Float64Array.from(q));
    assert.ok(Math.abs(actual - expected) < 1e-12);
  });

  for (const data of POINT_DATA) {
    it(`of two samples of ${data} is at most 0.04 bits`, () => {
      const collection = open(data, 2 * JENSEN_SHANNON_SAMPLES);
      const bits = jensenShannonOfPoints(
        draw(collection, 0, JENSEN_SHANNON_SAMPLES),
        draw(collection, JENSEN_SHANNON_SAMPLES, JENSEN_SHANNON_SAMPLES),
      );
      assert.ok(bits <= 0.04, `${bits} bits`);
    });
  }

  it('of samples of different distributions is far above that', () => {
    const one = draw(open('ring', JENSEN_SHANNON_SAMPLES), 0, JENSEN_SHANNON_SAMPLES);
    const other = draw(open('eightGaussians', JENSEN_SHANNON_SAMPLES), 0, JENSEN_SHANNON_SAMPLES);
    assert.ok(jensenShannonOfPoints(one, other) > 0.2);
  });
});

describe('The optimal discriminator', () => {
  const { density } = open('threeIslands', 1);
  const p = evaluateOn(GRID, density);
  const moved = evaluateOn(GRID, (x, y) => density(x - 0.15, y));

  it('says one half everywhere when the generator has found the distribution', () => {
    const d = optimalDiscriminator(p, p);
    assert.ok(d.every((answer) => answer === 0.5));
    assert.ok(Math.abs(valueFunction(d, p, p, GRID) + Math.log(4)) < 1e-6);
  });

  it('has the value -ln 4 + 2 JSD', () => {
    const d = optimalDiscriminator(p, moved);
    const cell = (GRID.high - GRID.low) ** 2 / GRID.cells ** 2;
    const bits = jensenShannonDivergence(
      p.map((value) => value * cell),
      moved.map((value) => value * cell),
    );
    assert.ok(bits > 0.1);
    const expected = -Math.log(4) + 2 * Math.LN2 * bits;
    assert.ok(Math.abs(valueFunction(d, p, moved, GRID) - expected) < 1e-6);
  });

  it('has the value 0 when the distributions do not overlap', () => {
    const far = evaluateOn(GRID, (x, y) => (x > 5 ? density(x, y) : 0));
    const left = optimalDiscriminator(p, far);
    assert.ok(Math.abs(valueFunction(left, p, far, GRID)) < 1e-9);
  });

  it('is beaten by no other discriminator', () => {
    const best = optimalDiscriminator(p, moved);
    const value = valueFunction(best, p, moved, GRID);
    for (const change of [-0.2, -0.01, 0.01, 0.2]) {
      const other = best.map((answer) =>
        Math.min(1 - 1e-9, Math.max(1e-9, answer + change * answer * (1 - answer))),
      );
      assert.ok(valueFunction(other, p, moved, GRID) < value);
    }
  });

  it('leans towards real when it sees more of the real samples', () => {
    const d = optimalDiscriminator(Float64Array.of(1), Float64Array.of(1), 0.75);
    assert.deepEqual([...d], [0.75]);
  });
});

describe('The kernel density', () => {
  it('has the integral 1, also when all points coincide', () => {
    for (const points of [new Float32Array(20), draw(open('spiral', 300), 0, 300)]) {
      const values = evaluateOn({ low: -2.5, high: 2.5, cells: 200 }, kernelDensity(points));
      const integral = values.reduce((sum, value) => sum + value, 0) * (5 / 200) ** 2;
      assert.ok(Math.abs(integral - 1) < 1e-6);
    }
  });

  it('comes near the density that the points are drawn from', () => {
    const blobs = open('twoBlobs', 2048);
    const estimate = evaluateOn(GRID, kernelDensity(draw(blobs, 0, 2048)));
    const d = optimalDiscriminator(evaluateOn(GRID, blobs.density), estimate);
    const inside = evaluateOn(GRID, (x, y) => (blobs.density(x, y) > 0.2 ? 1 : 0));
    const answers = d.filter((_, i) => inside[i] === 1);
    const error = answers.reduce((sum, answer) => sum + Math.abs(answer - 0.5), 0) / answers.length;
    assert.ok(error < 0.05, `mean distance from one half ${error}`);
  });
});
