import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { POINT_DATA, type PointData } from '../../../../src/shared/domain/hyperparameters';
import { createCollection, type PointCollection } from '../../../../webview/gan/datasets';

const COUNT = 4096;
const MODES: { readonly [K in PointData]: number } = {
  onePoint: 1,
  line: 4,
  twoBlobs: 2,
  ring: 8,
  threeIslands: 3,
  eightGaussians: 8,
  grid25: 25,
  twoMoons: 2,
  spiral: 4,
};

function open(data: PointData): PointCollection {
  const collection = createCollection({ data, pictureSize: 16, collectionSize: COUNT });
  assert.ok(collection.kind === 'points');
  return collection;
}

function pointsOf(collection: PointCollection): { x: number; y: number; mode: number }[] {
  const target = new Float32Array(2);
  return Array.from({ length: collection.size }, (_, i) => {
    collection.copySample(i, target, 0);
    return { x: target[0] ?? NaN, y: target[1] ?? NaN, mode: collection.modeOf(i) };
  });
}

interface DensityAt {
  readonly x: number;
  readonly y: number;
  readonly density: number;
}

/** Squares of 0.02, finer than the least blur of 0.03: the midpoint rule on a Gaussian is then exact to rounding. */
const STEP = 0.02;

/** The density in the middles of all squares of [-2, 2]^2. */
function tabulate({ density }: PointCollection): DensityAt[] {
  const middles = Array.from({ length: Math.round(4 / STEP) }, (_, i) => -2 + (i + 0.5) * STEP);
  return middles.flatMap((y) => middles.map((x) => ({ x, y, density: density(x, y) })));
}

/** The integral of a function over the plane. */
function integrate(table: readonly DensityAt[], value: (at: DensityAt) => number): number {
  return table.reduce((sum, at) => sum + value(at), 0) * STEP * STEP;
}

for (const data of POINT_DATA) {
  describe(`The distribution ${data}`, () => {
    it('keeps its points where the plane is drawn', () => {
      const collection = open(data);
      assert.deepEqual(collection.sampleShape, [2]);
      const outside = pointsOf(collection).filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > 1.5);
      assert.ok(outside.length < 0.001 * COUNT, `${outside.length} of ${COUNT} points lie outside`);
    });

    it('has all of its modes, about equally often', () => {
      const collection = open(data);
      assert.equal(collection.modes, MODES[data]);
      const share = 1 / MODES[data];
      for (let mode = 0; mode < MODES[data]; mode++) {
        const count = pointsOf(collection).filter((point) => point.mode === mode).length;
        assert.ok(Math.abs(count - COUNT * share) <= 4 * Math.sqrt(COUNT * share * (1 - share)));
      }
    });

    it('draws its points from its density, whose integral is 1', () => {
      const collection = open(data);
      const points = pointsOf(collection);
      const table = tabulate(collection);
      assert.ok(Math.abs(integrate(table, ({ density }) => density) - 1) < 1e-6);

      const statistics: readonly ((x: number, y: number, density: number) => number)[] = [
        (x) => x,
        (_, y) => y,
        (x, y) => x * y,
        (x, y) => x * x - y * y,
        // Its mean is the integral of the density's square: sensitive to how much the points are blurred.
        (_x, _y, density) => density,
      ];
      for (const statistic of statistics) {
        const values = points.map(({ x, y }) => statistic(x, y, collection.density(x, y)));
        const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
        const expected = integrate(table, ({ x, y, density }) => density * statistic(x, y, density));
        const error = Math.sqrt(variance / COUNT);
        assert.ok(Math.abs(mean - expected) < 4 * error, `${mean} instead of ${expected}, error ${error}`);
      }
    });

    it('does not change by accident', () => {
      const rounded = pointsOf(open(data))
        .slice(0, 16)
        .map(({ x, y, mode }) => `${x.toFixed(4)} ${y.toFixed(4)} ${mode}`);
      assert.equal(createHash('sha256').update(rounded.join()).digest('hex').slice(0, 16), GOLDEN[data]);
    });
  });
}

describe('The eight Gaussians', () => {
  it('have the density of their formula', () => {
    const { density } = open('eightGaussians');
    const peak = 1 / (8 * 2 * Math.PI * 0.05 ** 2);
    assert.ok(Math.abs(density(1, 0) - peak) < 1e-9 * peak);
    assert.ok(Math.abs(density(1.05, 0) - peak * Math.exp(-0.5)) < 1e-9 * peak);
    assert.ok(density(0, 0) < 1e-12);
  });
});

describe('The ring', () => {
  it('is equally dense all around', () => {
    const { density } = open('ring');
    const values = Array.from({ length: 100 }, (_, i) => density(Math.cos(i), Math.sin(i)));
    assert.ok(Math.max(...values) - Math.min(...values) < 1e-9 * Math.max(...values));
    // Far from its ends a blurred line of unit length L has the density 1 / (L sqrt(2 pi) sigma).
    const straight = 1 / (2 * Math.PI * Math.sqrt(2 * Math.PI) * 0.05);
    assert.ok(Math.abs((values[0] ?? 0) - straight) < 0.002 * straight);
  });
});

const GOLDEN: { readonly [K in PointData]: string } = {
  onePoint: 'be5910067d920f4b',
  line: '94db91684ab48fc5',
  twoBlobs: '66945f5807f7c261',
  ring: '4e1708b06c78156d',
  threeIslands: '2b4986bb7b74eee9',
  eightGaussians: '6c786793aad28839',
  grid25: '08890d85705c3f4e',
  twoMoons: '80e77c4d81b06a6a',
  spiral: '167574878e9d6bea',
};
