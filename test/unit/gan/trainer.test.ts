import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import { POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { RunFrameSchema, RunStartSchema, type RunFrame } from '../../../src/shared/wire/run';
import { chooseBackend } from '../../../webview/backend';
import { createCollection } from '../../../webview/gan/datasets';
import { createQualityMeasure } from '../../../webview/gan/metrics';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runPhases, runRounds, runStepped, SMALL, trainerOf, valueOf } from './support';

const LOOK = { playing: false, wholeRounds: false };

/** The frames after each of the next phases. */
function framesOf(trainer: Trainer, phases: number): RunFrame[] {
  return Array.from({ length: phases }, () => {
    runPhases(trainer, 1);
    return trainer.frame(LOOK);
  });
}

describe('A trainer', () => {
  before(() => chooseBackend('cpu'));

  it('starts at round 0 with everything that the panel asks for', async () => {
    const trainer = await trainerOf();
    assert.deepEqual(trainer.position, { round: 0, phasesDone: 0 });
    const start = v.parse(RunStartSchema, trainer.start);
    assert.equal(start.backend.backend, 'cpu');
    assert.equal(start.collectionPictures.count, 24);
    assert.equal(start.collectionPictures.size, 12);
    const frame = v.parse(RunFrameSchema, trainer.frame(LOOK));
    assert.equal(frame.fixedSamples.count, 8);
    assert.deepEqual(
      frame.samplesOverTime.map(({ round }) => round),
      [0],
    );
    assert.equal(frame.metrics, undefined);
    assert.equal(frame.recentAccuracy, undefined);
    trainer.dispose();
  });

  it('shows more with every phase, and the whole round until the next begins', async () => {
    const trainer = await trainerOf();
    const frames = framesOf(trainer, 8).map((frame) => v.parse(RunFrameSchema, frame));
    const has = (index: number) => {
      const { batch, generatorBatch, metrics } = frames[index] ?? {};
      return {
        batch: batch !== undefined,
        probabilities: batch?.probabilities !== undefined,
        metrics: metrics !== undefined,
        after: batch?.probabilitiesAfter !== undefined,
        generatorBatch: generatorBatch !== undefined,
        generatorBatchAfter:
          generatorBatch?.picturesAfter !== undefined && generatorBatch.probabilitiesAfter !== undefined,
      };
    };
    const nothing = {
      batch: false,
      probabilities: false,
      metrics: false,
      after: false,
      generatorBatch: false,
      generatorBatchAfter: false,
    };
    const generated = { ...nothing, batch: true };
    const judged = { ...generated, probabilities: true };
    const revealed = { ...judged, metrics: true };
    const learned = { ...revealed, after: true };
    const generatorSamples = { ...learned, generatorBatch: true };
    const complete = { ...generatorSamples, generatorBatchAfter: true };
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(has), [
      nothing,
      generated,
      judged,
      revealed,
      learned,
      generatorSamples,
      complete,
    ]);
    assert.deepEqual(has(7), { ...nothing, metrics: true });
    assert.deepEqual(frames[6]?.position, { round: 1, phasesDone: 0 });
    assert.deepEqual(frames[7]?.position, { round: 1, phasesDone: 1 });
    trainer.dispose();
  });

  it('shuffles eight real and eight generated cards and tells which is which', async () => {
    const trainer = await trainerOf();
    runPhases(trainer, 4);
    const { batch } = trainer.frame(LOOK);
    assert.equal(batch?.pictures.count, 16);
    assert.equal(batch?.total, 16);
    assert.equal(batch?.truth.filter(Boolean).length, 8);
    assert.notDeepEqual(batch?.truth, [...(batch?.truth ?? [])].sort().reverse());
    // Real cards are pictures of the collection, the others are not.
    const collection = createCollection(SMALL);
    const originals = new Set(
      Array.from({ length: collection.size }, (_, index) => {
        const values = new Float32Array(12 * 12 * 3);
        collection.copySample(index, values, 0);
        return Uint8ClampedArray.from(values, (value) => (value + 1) * 127.5).join();
      }),
    );
    const shown = batch?.truth.map((_, card) => {
      const rgba = batch.pictures.rgba.subarray(card * 12 * 12 * 4, (card + 1) * 12 * 12 * 4);
      return originals.has(rgba.filter((_value, index) => index % 4 !== 3).join());
    });
    assert.deepEqual(shown, batch?.truth);
    // Looking again shows the same.
    assert.deepEqual(trainer.frame(LOOK).batch, batch);
    trainer.dispose();
  });

  it('judges the pile again after the discriminator learned, and nearer to the truth', async () => {
    const trainer = await trainerOf({ discriminatorSteps: 3, r1Weight: 0 });
    runPhases(trainer, 5);
    const { batch } = trainer.frame(LOOK);
    const error = (probabilities: readonly number[] = []) =>
      probabilities.reduce((sum, p, card) => sum - Math.log(batch?.truth[card] ? p : 1 - p), 0);
    assert.ok(error(batch?.probabilitiesAfter) < error(batch?.probabilities));
    trainer.dispose();
  });

  it('paints the handed in pictures again after the generator learned, with better scores', async () => {
    const trainer = await trainerOf();
    runStepped(trainer, 1);
    const { generatorBatch } = trainer.frame(LOOK);
    const mean = (values: readonly number[] = []) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.ok(mean(generatorBatch?.probabilitiesAfter) > mean(generatorBatch?.probabilities));
    assert.notDeepEqual(generatorBatch?.picturesAfter?.rgba, generatorBatch?.pictures.rgba);
    trainer.dispose();
  });

  it('expands the single channel of digits to grey', async () => {
    const trainer = await trainerOf({ data: 'digits' });
    const { rgba } = trainer.start.collectionPictures;
    for (let pixel = 0; pixel < rgba.length; pixel += 4) {
      assert.equal(rgba[pixel], rgba[pixel + 1]);
      assert.equal(rgba[pixel], rgba[pixel + 2]);
      assert.equal(rgba[pixel + 3], 255);
    }
    trainer.dispose();
  });

  it('shows nothing like a picture of points', async () => {
    const trainer = valueOf(await Trainer.create({ ...POINT_DEFAULTS, backend: 'cpu' }));
    runStepped(trainer, 1);
    const frame = v.parse(RunFrameSchema, trainer.frame(LOOK));
    assert.equal(frame.fixedSamples.count, 0);
    assert.equal(frame.batch, undefined);
    assert.ok(
      frame.samplesOverTime.every(({ pictures, points }) => pictures.count === 0 && points !== undefined),
    );
    assert.ok(frame.plane !== undefined);
    assert.notEqual(frame.metrics, undefined);
    trainer.dispose();
  });

  it('measures quality on rounds of its own choice, as anyone else would measure it', async () => {
    const trainer = await trainerOf();
    const undisturbed = await trainerOf();
    trainer.prepareMeasurements();
    const initial = trainer.frame(LOOK).initialQuality;
    assert.equal(initial?.round, 0);
    runRounds(trainer, 19);
    assert.equal(trainer.frame(LOOK).quality?.round, 10);
    runRounds(trainer, 1);
    assert.equal(trainer.frame(LOOK).quality?.round, 20);
    assert.deepEqual(trainer.frame(LOOK).initialQuality, initial);
    runRounds(undisturbed, 20);
    assert.deepEqual(undisturbed.frame(LOOK), trainer.frame(LOOK));
    // A sanity check of the scale: originals score far better than the first generated samples.
    const collection = createCollection({ ...SMALL, collectionSize: 4096 });
    const originals = new Float32Array(256 * 12 * 12 * 3);
    for (let index = 0; index < 256; index++) {
      collection.copySample(index, originals, index * 12 * 12 * 3);
    }
    const best = createQualityMeasure(collection).headline(originals, 256);
    assert.ok(best.miniFid < 0.2 * (initial?.miniFid ?? NaN));
    trainer.dispose();
    undisturbed.dispose();
  });

  it('remembers the accuracy of five rounds', async () => {
    const trainer = await trainerOf();
    const right: number[] = [];
    for (let round = 0; round < 7; round++) {
      runRounds(trainer, 1);
      const { metrics } = trainer.frame(LOOK);
      right.push(((metrics?.accuracyOnReal ?? NaN) + (metrics?.accuracyOnFake ?? NaN)) / 2);
    }
    const expected = right.slice(2).reduce((sum, share) => sum + share, 0) / 5;
    assert.ok(Math.abs((trainer.frame(LOOK).recentAccuracy ?? NaN) - expected) < 1e-12);
    trainer.dispose();
  });

  it('takes over live changes, leaves the others, and refuses what does not go together', async () => {
    const trainer = await trainerOf({ discriminatorNormalization: 'batch', r1Weight: 0 });
    valueOf(trainer.changeLive({ ...trainer.hyperparameters, batchSize: 5, seed: 9 }));
    assert.equal(trainer.hyperparameters.batchSize, 5);
    assert.equal(trainer.hyperparameters.seed, SMALL.seed);
    runPhases(trainer, 4);
    assert.equal(trainer.frame(LOOK).batch?.total, 10);
    const refused = trainer.changeLive({ ...trainer.hyperparameters, r1Weight: 1 });
    assert.ok(!refused.ok);
    assert.equal(trainer.hyperparameters.r1Weight, 0);
    runPhases(trainer, 3);
    trainer.dispose();
  });

  it('survives a change of the batch size at every phase', async () => {
    const trainer = await trainerOf({ instanceNoise: 0.1, gradientPenaltyWeight: 1, r1Weight: 0 });
    for (const batchSize of [3, 8, 2, 5, 4, 7, 6, 2]) {
      runPhases(trainer, 1);
      valueOf(trainer.changeLive({ ...trainer.hyperparameters, batchSize }));
      v.parse(RunFrameSchema, trainer.frame(LOOK));
    }
    trainer.dispose();
  });

  it('refuses to start what cannot work', async () => {
    const result = await Trainer.create({ ...SMALL, data: 'ring' });
    assert.ok(!result.ok);
    assert.match(result.problem.message, /neighbouring pixels/);
  });

  it('stops with the round and advice when numbers explode, and its last checkpoint still works', async () => {
    const explosive = {
      loss: 'naiveLogSigmoid',
      discriminatorLearningRate: 0.3,
      discriminatorSteps: 5,
      r1Weight: 0,
    } as const;
    for (const run of ['runRound', 'runPhase'] as const) {
      const trainer = await trainerOf(explosive);
      let good = checkpointOf(trainer);
      let result = trainer[run]();
      for (let step = 0; step < 700 && result.ok; step++) {
        const saved = trainer.checkpoint();
        good = saved.ok ? saved.value.bytes : good;
        result = trainer[run]();
      }
      assert.ok(!result.ok);
      assert.match(result.problem.message, /round \d+/);
      assert.match(result.problem.next, /learning rate/);
      assert.deepEqual(trainer.runRound(), result);
      assert.deepEqual(trainer.checkpoint(), result);
      trainer.dispose();
      const again = valueOf(await Trainer.resume(good, 'cpu'));
      v.parse(RunFrameSchema, again.frame(LOOK));
      valueOf(
        again.changeLive({
          ...again.hyperparameters,
          loss: 'nonSaturating',
          discriminatorLearningRate: 1e-3,
        }),
      );
      runRounds(again, 3);
      again.dispose();
    }
  });

  it('holds as many tensors at round 200 as at round 10', async () => {
    const trainer = await trainerOf({
      discriminatorNormalization: 'spectral',
      generatorNormalization: 'batch',
    });
    runRounds(trainer, 10);
    const tensors = tf.memory().numTensors;
    runRounds(trainer, 185);
    runStepped(trainer, 4);
    trainer.frame(LOOK);
    trainer.checkpoint();
    runRounds(trainer, 1);
    assert.equal(trainer.position.round, 200);
    assert.equal(tf.memory().numTensors, tensors);
    trainer.dispose();
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    for (let run = 0; run < 20; run++) {
      const trainer = await trainerOf();
      runPhases(trainer, run % 9);
      const copy = valueOf(await Trainer.resume(checkpointOf(trainer), 'cpu'));
      trainer.dispose();
      copy.dispose();
    }
    assert.equal(tf.memory().numTensors, before);
  });
});
