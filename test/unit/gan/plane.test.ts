import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import { POINT_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { PLANE_LAYERS, PlaneSchema, type Plane } from '../../../src/shared/wire/plane';
import { RunFrameSchema } from '../../../src/shared/wire/run';
import { createCollection, type PointCollection } from '../../../webview/gan/datasets';
import { cellSize, evaluateOn, type Grid } from '../../../webview/gan/metrics/grid';
import { kernelDensity, BANDWIDTH } from '../../../webview/gan/metrics/kernelDensity';
import { hintsAt } from '../../../webview/gan/display/hints';
import { extentOf } from '../../../webview/gan/plane/extent';
import { gridMiddles, probabilitiesAt } from '../../../webview/gan/plane/field';
import { OptimalDiscriminator } from '../../../webview/gan/plane/optimal';
import { sheetLatent } from '../../../webview/gan/plane/sheet';
import { smoothedDensity, smoothedPoints } from '../../../webview/gan/plane/smoothing';
import { Gan } from '../../../webview/gan/training/gan';
import { trainDiscriminatorOnce } from '../../../webview/gan/training/discriminatorStep';
import { tensorsOf } from '../../../webview/gan/training/batchLogits';
import { LOSSES } from '../../../webview/gan/training/losses';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runPhases, runRounds, trainerOf, valueOf } from './support';

const POINTS: Hyperparameters = {
  ...POINT_DEFAULTS,
  backend: 'cpu',
  data: 'twoBlobs',
  batchSize: 16,
  latentSize: 2,
  generatorWidth: 8,
  discriminatorWidth: 8,
};

function pointCollection(changes: Partial<Hyperparameters> = {}): PointCollection {
  const collection = createCollection({ ...POINTS, ...changes });
  assert.ok(collection.kind === 'points');
  return collection;
}

function planeOf(trainer: Trainer, wholeRounds = false): Plane {
  const { plane } = trainer.frame({ playing: false, wholeRounds });
  assert.ok(plane !== undefined);
  return plane;
}

/** So many points that a collection's distribution would give next. */
function drawn(collection: PointCollection, count: number): Float32Array {
  const points = new Float32Array(2 * count);
  for (let index = 0; index < count; index++) {
    // From the other end of a large collection, so that they are not those that it is compared with.
    collection.copySample(collection.size - 1 - index, points, 2 * index);
  }
  return points;
}

const GRID: Grid = { low: -1.6, high: 1.6, cells: 48 };

describe('The plane of a run on points', () => {
  let gan: Gan;

  before(async () => {
    const trainer = await trainerOf(POINTS);
    trainer.dispose();
    gan = Gan.create(POINTS, pointCollection());
  });

  after(() => gan.dispose());

  it('has in every square what the discriminator says of its middle', () => {
    const middles = gridMiddles(GRID);
    const field = probabilitiesAt(gan.discriminator, middles, 'nonSaturating');
    middles.dispose();
    const step = cellSize(GRID);
    for (const [column, row] of [
      [0, 0],
      [47, 0],
      [13, 30],
      [47, 47],
    ] as const) {
      const place = tf.tensor2d([[GRID.low + (column + 0.5) * step, GRID.low + (row + 0.5) * step]]);
      const logit = gan.discriminator.score(place, undefined);
      const [direct = NaN] = Array.from(logit.dataSync(), LOSSES.nonSaturating.probability);
      tf.dispose([place, logit]);
      assert.ok(Math.abs((field[row * 48 + column] ?? NaN) - direct) < 1e-6);
    }
  });

  for (const loss of ['nonSaturating', 'saturating', 'leastSquares', 'wasserstein'] as const) {
    it(`points its arrows where the ${loss} loss falls, as central differences say`, () => {
      const values = [0.4, -0.3, -0.7, 0.2, 1.1, 0.9];
      const lossAt = (coordinates: number[]) => {
        const points = tf.tensor2d(coordinates, [1, 2]);
        const logit = gan.discriminator.score(points, undefined);
        const value = LOSSES[loss].generator(logit);
        const [number = NaN] = value.dataSync();
        tf.dispose([points, logit, value]);
        return number;
      };
      const points = tf.tensor2d(values, [3, 2]);
      const arrows = hintsAt((at) => gan.discriminator.score(at, undefined), points, loss);
      points.dispose();
      // Small enough for the kinks of leaky ReLU, large enough for 32-bit differences.
      const step = 2e-3;
      for (let point = 0; point < 3; point++) {
        const at = values.slice(2 * point, 2 * point + 2);
        for (const axis of [0, 1]) {
          const moved = (by: number) => lossAt(at.map((value, i) => (i === axis ? value + by : value)));
          const expected = (moved(-step) - moved(step)) / (2 * step);
          const arrow = arrows[2 * point + axis] ?? NaN;
          assert.ok(Math.abs(arrow - expected) < 2e-3 + 0.01 * Math.abs(expected), `${arrow} ${expected}`);
        }
      }
    });
  }

  it('spreads a sheet over the latent plane, corner to corner', () => {
    const latent = sheetLatent(POINTS, gan.collection);
    const values = latent.dataSync();
    assert.deepEqual(latent.shape, [33 * 33, 2]);
    assert.deepEqual([...values.slice(0, 2), ...values.slice(-2)], [-2, -2, 2, 2]);
    latent.dispose();
    const slice = sheetLatent({ ...POINTS, latentSize: 4, latentDistribution: 'uniform' }, gan.collection);
    assert.deepEqual([...slice.dataSync().slice(-4)], [1, 1, 0, 0]);
    slice.dispose();
    const line = sheetLatent({ ...POINTS, latentSize: 1 }, gan.collection);
    assert.deepEqual(line.shape, [33, 1]);
    line.dispose();
  });

  for (const data of ['line', 'ring', 'eightGaussians', 'grid25', 'spiral'] as const) {
    it(`shows all of the ${data}, with room around it`, () => {
      const collection = pointCollection({ data });
      const extent = extentOf(collection);
      const outermost = drawn(collection, 400).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      assert.ok(outermost < extent, `${outermost} of ${extent}`);
      assert.ok(extent < 2 * outermost);
    });
  }
});

describe('Densities that are seen through a Gaussian', () => {
  it('are those of wider islands', () => {
    const collection = pointCollection();
    const smoothed = smoothedDensity(GRID, (x, y) => collection.density(x, y), 0.3);
    const deviation = Math.hypot(0.22, 0.3);
    const island = (x: number, y: number) =>
      Math.exp(-(x * x + y * y) / (2 * deviation ** 2)) / (2 * Math.PI * deviation ** 2);
    const expected = evaluateOn(GRID, (x, y) => (island(x + 0.6, y + 0.3) + island(x - 0.6, y - 0.3)) / 2);
    smoothed.forEach((value, i) => assert.ok(Math.abs(value - (expected[i] ?? 0)) < 2e-3, `${i}`));
  });

  it('agree with a sum over all points where there are only points', () => {
    const points = drawn(pointCollection(), 500);
    const exact = evaluateOn(GRID, kernelDensity(points));
    const most = exact.reduce((a, b) => Math.max(a, b), 0);
    smoothedPoints(GRID, points, BANDWIDTH).forEach((value, i) =>
      assert.ok(Math.abs(value - (exact[i] ?? 0)) < 0.06 * most),
    );
  });
});

describe('The optimal inspector', () => {
  const field = (value: number) => new Float32Array(48 * 48).fill(value);
  /** Mean over the points that are there. */
  const overCrowd = (values: Float32Array, crowd: Float32Array) => {
    const total = crowd.reduce((sum, weight) => sum + weight, 0);
    return values.reduce((sum, value, i) => sum + (value * (crowd[i] ?? 0)) / total, 0);
  };

  for (const data of ['twoBlobs', 'eightGaussians', 'ring', 'grid25'] as const) {
    it(`can only guess when the forger is as good as the ${data}`, () => {
      const collection = pointCollection({ data });
      const { answers, crowd, comparison, divergence } = new OptimalDiscriminator(collection, GRID).compare(
        drawn(collection, 2048),
        field(0.5),
        POINTS,
      );
      const away = answers.map((answer) => Math.abs(answer - 0.5));
      assert.ok(overCrowd(away, crowd) < 0.06, `${overCrowd(away, crowd)}`);
      assert.ok(comparison !== undefined && comparison.gap < 0.06);
      assert.ok(Math.abs((comparison.value ?? NaN) + Math.log(4)) < 0.02, `${comparison.value}`);
      assert.ok(Math.abs(comparison.optimalValue + Math.log(4)) < 0.03);
      assert.ok(divergence.bits < 0.04 && divergence.samples === 2048);
    });
  }

  it('is sure of everything when the forger paints one spot elsewhere', () => {
    const collection = pointCollection();
    const spot = new Float32Array(4096).fill(1.4);
    const { answers, comparison, divergence } = new OptimalDiscriminator(collection, GRID).compare(
      spot,
      field(0.5),
      POINTS,
    );
    const at = (x: number, y: number) =>
      answers[Math.floor((y + 1.6) / cellSize(GRID)) * 48 + Math.floor((x + 1.6) / cellSize(GRID))] ?? NaN;
    assert.ok(at(0.6, 0.3) > 0.999);
    assert.ok(at(1.4, 1.4) < 0.01);
    assert.ok(comparison !== undefined && comparison.gap > 0.49);
    assert.ok(Math.abs(comparison.optimalValue) < 0.01);
    assert.ok(divergence.bits > 0.99);
  });

  it('gives its own answers a gap of 0', () => {
    const collection = pointCollection();
    const discriminator = new OptimalDiscriminator(collection, GRID);
    const points = drawn(collection, 2048).map((value, i) => (i % 2 === 0 ? value + 0.4 : value));
    const { answers } = discriminator.compare(points, field(0.5), POINTS);
    const { comparison } = discriminator.compare(points, answers, POINTS);
    assert.ok(comparison !== undefined && comparison.gap < 1e-6);
    assert.equal(comparison.value?.toFixed(5), comparison.optimalValue.toFixed(5));
  });

  it('has no gap to a discriminator that does not estimate a probability', () => {
    const collection = pointCollection();
    const discriminator = new OptimalDiscriminator(collection, GRID);
    for (const loss of ['hinge', 'wasserstein'] as const) {
      const h = { ...POINTS, loss };
      assert.equal(discriminator.compare(drawn(collection, 2048), field(0.5), h).comparison, undefined);
    }
  });

  it('is approached by a discriminator that trains on a forger who stands still, and R1 keeps it away', function () {
    this.timeout(20_000);
    const [free, penalised] = [gapAfterTraining(0), gapAfterTraining(1)];
    assert.ok(free < 0.08, `without R1 ${free}`);
    assert.ok(penalised > 2 * free, `with R1 ${penalised}`);
  });
});

/** How far a forger who stands still is from the two blobs, to the right and upwards. */
const ASIDE = [0.5, 0.1] as const;

/** The gap that is left when the discriminator alone has trained, on blobs and the same blobs moved aside. */
function gapAfterTraining(r1Weight: number): number {
  const h: Hyperparameters = {
    ...POINTS,
    batchSize: 256,
    discriminatorWidth: 32,
    discriminatorLearningRate: 0.02,
    r1Weight,
    r1Interval: 1,
  };
  const collection = pointCollection();
  const gan = Gan.create(h, collection);
  for (let step = 0; step < 150; step++) {
    tf.tidy(() => {
      const moved = tf.add(gan.sampling.real(h.batchSize, h).samples, tf.tensor1d([...ASIDE]));
      const { verdict } = trainDiscriminatorOnce(gan, h, {
        real: gan.sampling.real(h.batchSize, h),
        fake: { samples: moved, classes: undefined },
        interpolates: undefined,
      });
      tf.dispose([...tensorsOf(verdict.logits), verdict.loss]);
    });
  }
  const middles = gridMiddles(GRID);
  const answers = probabilitiesAt(gan.discriminator, middles, h.loss);
  middles.dispose();
  gan.dispose();
  const still = drawn(collection, 2048).map((value, i) => value + (ASIDE[i % 2] ?? 0));
  return new OptimalDiscriminator(collection, GRID).compare(still, answers, h).comparison?.gap ?? NaN;
}

describe('Frames of a run on points', () => {
  it('show points, field and sheet from the first moment on, and have the agreed shape', async () => {
    const trainer = await trainerOf(POINTS);
    trainer.showLayers(PLANE_LAYERS);
    for (let phase = 0; phase <= 7; phase++) {
      const frame = trainer.frame({ playing: false, wholeRounds: false });
      v.parse(RunFrameSchema, frame);
      const { plane } = frame;
      assert.ok(plane?.field && plane.sheet && plane.optimal);
      assert.equal(plane.real.points.length, phase === 0 ? 256 : 32);
      assert.equal(plane.generated.points.length, phase === 0 ? 256 : phase === 1 ? 0 : 32);
      assert.equal(plane.real.probabilities?.length, phase < 3 ? undefined : 16);
      assert.equal(plane.arrows?.length, phase === 0 ? 256 : phase < 6 ? undefined : 32);
      assert.equal(plane.generatorBatch?.pointsAfter !== undefined, phase === 7);
      runPhases(trainer, 1);
    }
    trainer.dispose();
  });

  it('move every point of the hand-in where its latent vector leads after the update', async () => {
    const trainer = await trainerOf(POINTS);
    runPhases(trainer, 7);
    const { generatorBatch } = planeOf(trainer);
    assert.ok(generatorBatch?.pointsAfter);
    assert.ok(generatorBatch.pointsAfter.some((value, i) => value !== generatorBatch.points[i]));
    assert.notDeepEqual(generatorBatch.probabilities, generatorBatch.probabilitiesAfter);
    trainer.dispose();
  });

  it('show only what was asked for', async () => {
    const trainer = await trainerOf(POINTS);
    trainer.showLayers(['real', 'generated']);
    const { field, sheet, arrows, optimal, real } = planeOf(trainer);
    assert.deepEqual([field, sheet, arrows, optimal], [undefined, undefined, undefined, undefined]);
    assert.ok(real.points.length > 0);
    trainer.dispose();
  });

  it('change nothing of the run, however much of it is looked at', async () => {
    const [looked, left] = [await trainerOf(POINTS), await trainerOf(POINTS)];
    looked.showLayers(PLANE_LAYERS);
    for (let round = 0; round < 4; round++) {
      planeOf(looked, true);
      runRounds(looked, 1);
      planeOf(looked);
      runRounds(left, 1);
    }
    const bytes = [looked, left].map((trainer) => checkpointOf(trainer));
    assert.deepEqual(bytes[0], bytes[1]);
    looked.dispose();
    left.dispose();
  });

  it('leave no tensor behind', async () => {
    const outside = tf.memory().numTensors;
    const trainer = await trainerOf(POINTS);
    trainer.showLayers(PLANE_LAYERS);
    runRounds(trainer, 1);
    planeOf(trainer, true);
    const before = tf.memory().numTensors;
    for (let look = 0; look < 3; look++) {
      planeOf(trainer, true);
    }
    assert.equal(tf.memory().numTensors, before);
    trainer.dispose();
    assert.equal(tf.memory().numTensors, outside);
  });

  it('remember in their film where the same latent vectors went, also after a resumption', async () => {
    const trainer = await trainerOf(POINTS);
    runRounds(trainer, 3);
    const { samplesOverTime } = trainer.frame({ playing: false, wholeRounds: true });
    assert.deepEqual(
      samplesOverTime.map(({ round, points }) => [round, points?.length]),
      [0, 1, 2, 3].map((round) => [round, 96]),
    );
    assert.notDeepEqual(samplesOverTime[0]?.points, samplesOverTime[3]?.points);
    const resumed = valueOf(await Trainer.resume(checkpointOf(trainer), 'cpu'));
    assert.deepEqual(resumed.frame({ playing: false, wholeRounds: true }).samplesOverTime, samplesOverTime);
    trainer.dispose();
    resumed.dispose();
  });

  it('are refused when a grid or a sheet has holes', async () => {
    const trainer = await trainerOf(POINTS);
    const plane = planeOf(trainer);
    assert.ok(v.is(PlaneSchema, plane));
    assert.ok(!v.is(PlaneSchema, { ...plane, field: new Float32Array(5) }));
    assert.ok(!v.is(PlaneSchema, { ...plane, sheet: { ...plane.sheet, columns: 2 } }));
    assert.ok(!v.is(PlaneSchema, { ...plane, arrows: new Float32Array(3) }));
    trainer.dispose();
  });
});
