import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { createCollection } from '../../../webview/gan/datasets';
import { followed, hintsAt, hintsOf, shownHints } from '../../../webview/gan/display/hints';
import { Gan } from '../../../webview/gan/training/gan';
import { LOSSES } from '../../../webview/gan/training/losses';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runPhases, runRounds, runStepped, SMALL, trainerOf, valueOf } from './support';

const STEPPED = { playing: false, wholeRounds: false };
const FAST = { playing: true, wholeRounds: true };
const LENGTH = 12 * 12 * 3;

/** A reproducible sequence of numbers from -1 to 1 (Lehmer's generator). */
function numbers(count: number): number[] {
  let state = 7;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  });
}

function norm(values: ArrayLike<number>): number {
  return Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));
}

describe('Hints', () => {
  before(async () => {
    // Chooses the backend.
    (await trainerOf()).dispose();
  });

  it('are the weights of a linear discriminator times what the loss makes of the score', () => {
    const weights = numbers(LENGTH).map((value) => value / 20);
    const samples = tf.tensor(numbers(2 * LENGTH), [2, 12, 12, 3]);
    const score = (at: tf.Tensor): tf.Tensor =>
      tf.matMul(tf.reshape(at, [2, LENGTH]), tf.tensor2d(weights, [LENGTH, 1]));
    const logits = tf.tidy(() => Array.from(score(samples).dataSync()));
    const factors = {
      // -d(-ln D)/dl = 1 - D, -d ln(1 - D)/dl = D, and a critic's is 1.
      nonSaturating: (logit: number) => 1 / (1 + Math.exp(logit)),
      saturating: (logit: number) => 1 / (1 + Math.exp(-logit)),
      wasserstein: () => 1,
      leastSquares: (logit: number) => 2 * (1 - logit),
    };
    for (const loss of ['nonSaturating', 'saturating', 'wasserstein', 'leastSquares'] as const) {
      const hints = hintsAt(score, samples, loss);
      logits.forEach((logit, sample) =>
        weights.forEach((weight, i) => {
          const expected = factors[loss](logit) * weight;
          assert.ok(Math.abs((hints[sample * LENGTH + i] ?? NaN) - expected) < 1e-6, loss);
        }),
      );
    }
    samples.dispose();
  });

  it('point where the logit of the real discriminator rises, as central differences along them say', () => {
    const gan = Gan.create(SMALL, createCollection(SMALL));
    const values = numbers(LENGTH);
    const lossAt = (along: number, hint: Float32Array): number =>
      tf.tidy(() => {
        const size = norm(hint);
        const moved = values.map((value, i) => value + (along * (hint[i] ?? 0)) / size);
        const logit = gan.discriminator.score(tf.tensor(moved, [1, 12, 12, 3]), undefined);
        return LOSSES.nonSaturating.generator(logit).dataSync()[0] ?? NaN;
      });
    const sample = tf.tensor(values, [1, 12, 12, 3]);
    const hint = hintsAt((at) => gan.discriminator.score(at, undefined), sample, 'nonSaturating');
    const step = 1e-2;
    const slope = (lossAt(-step, hint) - lossAt(step, hint)) / (2 * step);
    assert.ok(Math.abs(slope - norm(hint)) < 0.02 * norm(hint), `${slope} ${norm(hint)}`);
    sample.dispose();
    gan.dispose();
  });

  it('are drawn as offsets from grey, each to its own largest value, and say their true size', () => {
    const collection = createCollection(SMALL);
    const gradients = new Float32Array(2 * LENGTH);
    gradients[0] = 3e-12;
    gradients[1] = -4e-12;
    gradients[LENGTH + 5] = 2;
    const { pictures, norms } = shownHints(collection, gradients) ?? assert.fail();
    assert.ok(Math.abs((norms[0] ?? NaN) - 5e-12) < 1e-17);
    assert.equal(norms[1], 2);
    assert.deepEqual([...pictures.rgba.subarray(0, 4)], [223, 0, 128, 255]);
    assert.equal(pictures.count, 2);
  });

  it('are not drawn where a number is not finite', () => {
    const collection = createCollection(SMALL);
    const gradients = new Float32Array(LENGTH);
    gradients[7] = NaN;
    assert.equal(shownHints(collection, gradients), undefined);
    assert.equal(hintsOf(collection, new Float32Array(LENGTH), gradients), undefined);
  });

  it('are followed by a step of the same length, however small they are; nothing is followed nowhere', () => {
    const samples = new Float32Array(3 * LENGTH);
    const gradients = new Float32Array(3 * LENGTH);
    gradients.set(numbers(LENGTH));
    gradients.set(
      numbers(LENGTH).map((value) => value * 1e-9),
      LENGTH,
    );
    const moved = followed(samples, gradients, LENGTH);
    // The root mean square of 4 over 768 values.
    const expected = (4 * Math.sqrt(LENGTH)) / Math.sqrt(768);
    assert.ok(Math.abs(norm(moved.subarray(0, LENGTH)) - expected) < 1e-4);
    assert.ok(Math.abs(norm(moved.subarray(LENGTH, 2 * LENGTH)) - expected) < 1e-4);
    assert.equal(norm(moved.subarray(2 * LENGTH)), 0);
  });

  it('have a mean over the whole batch, not only over those that are shown', () => {
    const gradients = new Float32Array(4 * LENGTH);
    gradients[0] = 4;
    gradients[3 * LENGTH + 1] = 12;
    const hints = hintsOf(createCollection(SMALL), new Float32Array(LENGTH), gradients) ?? assert.fail();
    assert.equal(hints.pictures.count, 1);
    assert.ok(Math.abs((hints.mean.norms[0] ?? NaN) - Math.hypot(1, 3)) < 1e-6);
  });
});

describe('The hints of a run', () => {
  it('come with the phases in which they flow and are followed, and are the same in both', async () => {
    const trainer = await trainerOf();
    runPhases(trainer, 5);
    assert.equal(trainer.frame(STEPPED).generatorBatch, undefined);
    runPhases(trainer, 1);
    const flowing = trainer.frame(STEPPED).generatorBatch?.hints ?? assert.fail();
    assert.equal(flowing.pictures.count, 8);
    assert.ok(flowing.norms.every((size) => size > 0));
    runPhases(trainer, 1);
    assert.deepEqual(trainer.frame(STEPPED).generatorBatch?.hints, flowing);
    trainer.dispose();
  });

  it('cost nothing while rounds fly by, except in the recorded rounds', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 6);
    const { generatorBatch, samplesOverTime } = trainer.frame(FAST);
    assert.equal(generatorBatch?.hints, undefined);
    assert.deepEqual(
      samplesOverTime.map(({ round, hints }) => [round, hints?.pictures.count]),
      [
        [0, 8],
        [1, 8],
        [2, 8],
        [3, 8],
        [4, 8],
        [5, 8],
        [6, undefined],
      ],
    );
    assert.equal(trainer.frame(STEPPED).samplesOverTime.at(-1)?.hints?.pictures.count, 8);
    trainer.dispose();
  });

  it('change no bit of what is trained', async () => {
    const looked = await trainerOf();
    const unseen = await trainerOf();
    for (let phase = 0; phase < 21; phase++) {
      runPhases(looked, 1);
      looked.frame(STEPPED);
    }
    runStepped(unseen, 3);
    assert.deepEqual(checkpointOf(looked), checkpointOf(unseen));
    looked.dispose();
    unseen.dispose();
  });

  it('come back with a checkpoint', async () => {
    const trainer = await trainerOf();
    runStepped(trainer, 2);
    const bytes = checkpointOf(trainer);
    const resumed = valueOf(await Trainer.resume(bytes, 'cpu'));
    assert.ok(trainer.frame(STEPPED).generatorBatch?.hints);
    assert.deepEqual(resumed.frame(STEPPED), trainer.frame(STEPPED));
    assert.deepEqual(
      valueOf(decodeCheckpoint(bytes)).samplesOverTime.map(({ hints }) => hints?.norms.length),
      [8, 8, 8],
    );
    trainer.dispose();
    resumed.dispose();
  });

  it('are none on points, whose arrows they are', async () => {
    const trainer = await trainerOf({ ...POINT_DEFAULTS, backend: 'cpu', data: 'ring' });
    runPhases(trainer, 6);
    const frame = trainer.frame(STEPPED);
    assert.ok(frame.plane?.arrows);
    assert.ok(frame.samplesOverTime.every(({ hints }) => hints === undefined));
    trainer.dispose();
  });
});
