import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Pictures } from '../../../src/shared/wire/run';
import { chooseBackend } from '../../../webview/backend';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { createCollection } from '../../../webview/gan/datasets';
import { toPictures } from '../../../webview/gan/display/pictures';
import {
  classCount,
  classesOf,
  createDiscriminator,
  joinClasses,
  oneHot,
} from '../../../webview/gan/networks';
import { Trainer } from '../../../webview/gan/trainer';
import { r1Penalty } from '../../../webview/gan/training/penalties';
import { Sampling } from '../../../webview/gan/training/sampling';
import { checkpointOf, runRounds, runStepped, SMALL, trainerOf, valueOf } from './support';

const CONDITIONAL = { ...SMALL, conditional: 'yes' } as const;
const PORTRAIT_CLASSES = 6;

function bits(trainer: Trainer) {
  return valueOf(decodeCheckpoint(checkpointOf(trainer))).gan;
}

/** The mode of the original that is nearest to each picture, by the sum of squared differences of bytes. */
function nearestModes({ rgba, count, size }: Pictures, h: Hyperparameters): number[] {
  const originals = 256;
  const collection = createCollection({ ...h, collectionSize: originals });
  const length = collection.sampleShape.reduce((product, extent) => product * extent, 1);
  const values = new Float32Array(originals * length);
  for (let index = 0; index < originals; index++) {
    collection.copySample(index, values, index * length);
  }
  const collectionPictures = toPictures(collection, values).rgba;
  const bytes = size * size * 4;
  return Array.from({ length: count }, (_, picture) => {
    let nearest = 0;
    let least = Infinity;
    for (let index = 0; index < originals; index++) {
      let distance = 0;
      for (let byte = 0; byte < bytes; byte++) {
        distance +=
          ((rgba[picture * bytes + byte] ?? 0) - (collectionPictures[index * bytes + byte] ?? 0)) ** 2;
      }
      if (distance < least) {
        least = distance;
        nearest = index;
      }
    }
    return collection.modeOf(nearest);
  });
}

describe('The classes of a conditional pair', () => {
  before(() => chooseBackend('cpu'));

  it('are the modes of the collection, and none in an unconditional pair', () => {
    assert.equal(classCount(CONDITIONAL, createCollection(CONDITIONAL)), PORTRAIT_CLASSES);
    assert.equal(classCount(SMALL, createCollection(SMALL)), 0);
  });

  it('come back out of the vectors that they were joined to', () => {
    tf.tidy(() => {
      const latent = tf.tensor2d([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [3, 2]);
      const joined = joinClasses(latent, oneHot([2, 0, 1], 4));
      assert.deepEqual(joined.shape, [3, 6]);
      assert.deepEqual(
        Array.from(classesOf(joined, 2)?.dataSync() ?? []),
        [0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0],
      );
      assert.equal(classesOf(joinClasses(latent, undefined), 2), undefined);
    });
  });

  it('are told with the real samples that they belong to', () => {
    const collection = createCollection(CONDITIONAL);
    const { samples, classes } = Sampling.seeded(collection, 1).real(20, CONDITIONAL);
    const modes = nearestModes(toPictures(collection, samples.dataSync()), CONDITIONAL);
    const told = Array.from(classes?.dataSync() ?? []);
    assert.deepEqual(
      told,
      modes.flatMap((mode) =>
        Array.from({ length: PORTRAIT_CLASSES }, (_, column) => (column === mode ? 1 : 0)),
      ),
    );
    tf.dispose([samples, ...(classes ? [classes] : [])]);
  });

  it('are ordered as often as the collection has them', () => {
    const collection = createCollection(CONDITIONAL);
    const draws = 6000;
    const latent = Sampling.seeded(collection, 1).latent(draws, CONDITIONAL);
    const expected = Array.from({ length: PORTRAIT_CLASSES }, () => 0);
    for (let index = 0; index < collection.size; index++) {
      const mode = collection.modeOf(index);
      expected[mode] = (expected[mode] ?? 0) + 1 / collection.size;
    }
    const actual = tf.tidy(() => tf.mean(classesOf(latent, CONDITIONAL.latentSize) ?? latent, 0).dataSync());
    latent.dispose();
    expected.forEach((share, index) => assert.ok(Math.abs(share - (actual[index] ?? NaN)) < 0.03));
  });
});

describe('A discriminator with projection', () => {
  before(() => chooseBackend('cpu'));

  const h = {
    ...CONDITIONAL,
    discriminatorNetwork: 'dense',
    discriminatorDepth: 1,
    discriminatorWidth: 3,
  } as const;
  const network = createDiscriminator(h, [2], 4);
  const parameters = () =>
    network.parameters.map(({ shape }, i) => tf.randomNormal([...shape], 0, 1, 'float32', i + 1));

  it('adds to the score the product of features and direction of the class', () => {
    tf.tidy(() => {
      const all = parameters();
      const x = tf.tensor2d([0.3, -0.7], [1, 2]);
      const score = (classes?: tf.Tensor) => network.forward(all, x, { classes }).dataSync()[0] ?? NaN;
      const scores = [0, 1, 2, 3].map((index) => score(oneHot([index], 4)));
      const [weights, bias, , , directions] = all;
      assert.ok(weights && bias && directions);
      const hidden = tf.add(tf.matMul(x, tf.reshape<tf.Rank.R2>(weights, [2, 3])), bias);
      const features = Array.from(tf.leakyRelu(hidden, 0.2).dataSync());
      const direction = (index: number) => tf.slice(directions, [index, 0], [1, 3]);
      const difference = tf.sub(direction(2), direction(0)).dataSync();
      const expected = features.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
      assert.ok(Math.abs((scores[2] ?? 0) - (scores[0] ?? 0) - expected) < 1e-5);
      const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
      assert.ok(Math.abs(score() - mean) < 1e-5, 'without a class it takes all as equally likely');
    });
  });

  it('has the R1 penalty of central differences', () => {
    tf.tidy(() => {
      const all = parameters();
      const x = [0.3, -0.7, 0.9, 0.2];
      const classes = oneHot([1, 3], 4);
      const score = (values: number[]) => network.forward(all, tf.tensor2d(values, [2, 2]), { classes });
      const { penalty } = r1Penalty(
        (samples) => network.forward(all, samples, { classes }),
        tf.tensor2d(x, [2, 2]),
        2,
      );
      const step = 1e-2;
      const squares = x.map((value, index) => {
        const moved = (by: number) =>
          score(x.map((other, i) => (i === index ? value + by : other))).dataSync()[Math.floor(index / 2)] ??
          NaN;
        return ((moved(step) - moved(-step)) / (2 * step)) ** 2;
      });
      const expected = squares.reduce((sum, value) => sum + value, 0) / 2;
      const actual = penalty.dataSync()[0] ?? NaN;
      assert.ok(Math.abs(actual - expected) < 1e-2 * expected, `${actual} is not about ${expected}`);
    });
  });
});

describe('A conditional run', function () {
  // A busy machine is several times slower.
  this.timeout(30_000);

  const sets: [string, Partial<Hyperparameters>][] = [
    ['of the default recipe', {}],
    ['with several steps on both sides', { discriminatorSteps: 2, generatorSteps: 2, r1Interval: 2 }],
    ['with the gradient penalty', { gradientPenaltyWeight: 10, r1Weight: 0 }],
    ['with spectral normalization', { discriminatorNormalization: 'spectral' }],
    [
      'with batch normalization and instance noise',
      {
        generatorNormalization: 'batch',
        discriminatorNormalization: 'batch',
        r1Weight: 0,
        instanceNoise: 0.1,
      },
    ],
    ['with dense networks', { generatorNetwork: 'dense', discriminatorNetwork: 'dense' }],
    ['of points', { data: 'eightGaussians', generatorNetwork: 'dense', discriminatorNetwork: 'dense' }],
    ['with a uniform latent distribution', { latentDistribution: 'uniform' }],
  ];
  for (const [name, changes] of sets) {
    it(`${name} is the same by phases and by rounds, bit for bit`, async () => {
      const undivided = await trainerOf({ conditional: 'yes', ...changes });
      const stepped = await trainerOf({ conditional: 'yes', ...changes });
      runRounds(undivided, 4);
      runStepped(stepped, 2);
      stepped.frame({ playing: false, wholeRounds: false });
      runStepped(stepped, 2);
      assert.deepEqual(bits(stepped), bits(undivided));
      undivided.dispose();
      stepped.dispose();
    });
  }

  it('goes on from a checkpoint bit for bit', async () => {
    const whole = await trainerOf(CONDITIONAL);
    runRounds(whole, 3);
    const resumed = valueOf(await Trainer.resume(checkpointOf(whole), 'cpu'));
    runRounds(whole, 4);
    runRounds(resumed, 4);
    assert.deepEqual(bits(resumed), bits(whole));
    whole.dispose();
    resumed.dispose();
  });

  it('leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const trainer = await trainerOf(CONDITIONAL);
    runRounds(trainer, 3);
    const during = tf.memory().numTensors;
    runRounds(trainer, 8);
    trainer.walk({ kind: 'orders', count: 3 });
    assert.equal(tf.memory().numTensors, during);
    runStepped(trainer, 1);
    trainer.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it('tells its classes and the shapes of its layers', async () => {
    const trainer = await trainerOf(CONDITIONAL);
    const { classes, generatorShapes, discriminatorShapes, generatorParameters } = trainer.start;
    assert.equal(classes, PORTRAIT_CLASSES);
    assert.equal(
      generatorShapes?.reduce((sum, { parameters }) => sum + parameters, 0),
      generatorParameters,
    );
    assert.deepEqual(generatorShapes?.at(-1)?.outputShape, [12, 12, 3]);
    assert.deepEqual(discriminatorShapes?.at(-1)?.outputShape, [1]);
    assert.match(discriminatorShapes?.at(-1)?.name ?? '', /projection/);
    trainer.dispose();
    const unconditional = await trainerOf();
    assert.equal(unconditional.start.classes, undefined);
    unconditional.dispose();
  });

  it('does not train differently because something was ordered', async () => {
    const asked = await trainerOf(CONDITIONAL);
    const left = await trainerOf(CONDITIONAL);
    runRounds(asked, 2);
    assert.equal(asked.walk({ kind: 'orders', count: 5 }).count, 5 * PORTRAIT_CLASSES);
    runRounds(asked, 2);
    runRounds(left, 4);
    assert.deepEqual(bits(asked), bits(left));
    asked.dispose();
    left.dispose();
  });

  it('paints every class from the noise of the showcase', async () => {
    const trainer = await trainerOf(CONDITIONAL);
    runRounds(trainer, 2);
    const ordered = trainer.walk({ kind: 'orders', count: 3 });
    const { fixedSamples } = trainer.frame({ playing: false, wholeRounds: false });
    const bytes = ordered.size ** 2 * 4;
    const picture = ({ rgba }: Pictures, index: number) => rgba.slice(index * bytes, (index + 1) * bytes);
    for (const index of [0, 1, 2]) {
      assert.deepEqual(picture(ordered, index * 3 + index), picture(fixedSamples, index));
    }
    trainer.dispose();
  });

  it('paints nothing to order where there are no classes, or no pictures', async () => {
    for (const changes of [
      {},
      { ...CONDITIONAL, data: 'twoMoons', generatorNetwork: 'dense', discriminatorNetwork: 'dense' },
    ] as const) {
      const trainer = await trainerOf(changes);
      assert.equal(trainer.walk({ kind: 'orders', count: 2 }).count, 0);
      trainer.dispose();
    }
  });

  it('paints what was ordered, and shows one class after the other', async () => {
    const h = {
      ...CONDITIONAL,
      collectionSize: 1024,
      batchSize: 32,
      generatorWidth: 12,
      discriminatorWidth: 12,
    };
    const trainer = await trainerOf(h);
    runRounds(trainer, 200);
    const each = 8;
    const right = nearestModes(trainer.walk({ kind: 'orders', count: each }), h).map(
      (mode, index) => mode === Math.floor(index / each),
    );
    const agreement = right.filter(Boolean).length / right.length;
    assert.ok(agreement > 0.9, `only ${agreement} of the pictures show what was ordered`);
    const { fixedSamples } = trainer.frame({ playing: false, wholeRounds: false });
    const shown = nearestModes(fixedSamples, h).filter((mode, index) => mode === index % PORTRAIT_CLASSES);
    assert.ok(shown.length >= 7, `only ${shown.length} of 8`);
    trainer.dispose();
  });
});
