import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import type { Position } from '../../../../src/shared/domain/phases';
import type { Result } from '../../../../src/shared/result';
import { chooseBackend } from '../../../../webview/backend';
import { decodeCheckpoint } from '../../../../webview/gan/checkpoint/checkpoint';
import { MOST_CHANGES } from '../../../../webview/gan/history/changeLog';
import type { RunHistory } from '../../../../webview/gan/history/runHistory';
import { valueOf } from '../support';
import { change, recordedRun, reloaded, round, runUpTo, travel, view } from './support';

/** Everything that decides how a run goes on, and what it has measured. */
function bits(run: RunHistory) {
  const {
    gan,
    measurements: history,
    hyperparameters,
  } = valueOf(decodeCheckpoint(valueOf(run.checkpoint()).bytes));
  return { gan, history, hyperparameters };
}

describe('A recorded run', () => {
  before(() => chooseBackend('cpu'));

  it('is after a rewind, at every round, bit for bit what it was', async () => {
    const run = await recordedRun({
      discriminatorNormalization: 'spectral',
      generatorNormalization: 'batch',
    });
    run.trainer.prepareMeasurements();
    const original = new Map<number, ReturnType<typeof bits>>();
    for (let complete = 0; complete <= 30; complete++) {
      runUpTo(run, complete);
      original.set(complete, bits(run));
    }
    for (const complete of [29, 3, 0, 8, 17, 1, 30]) {
      travel(run, round(complete));
      assert.deepEqual(bits(run), original.get(complete), `round ${complete}`);
      assert.deepEqual(run.latest, round(30));
    }
    travel(run, round(5));
    for (let complete = 6; complete <= 30; complete++) {
      runUpTo(run, complete);
      assert.deepEqual(bits(run), original.get(complete), `round ${complete}, run on`);
    }
    run.dispose();
  });

  it('goes on after the latest round as if nobody had looked back', async () => {
    const [looking, straight] = [await recordedRun(), await recordedRun()];
    runUpTo(looking, 20);
    travel(looking, round(4));
    runUpTo(looking, 40);
    runUpTo(straight, 40);
    assert.deepEqual(bits(looking), bits(straight));
    assert.deepEqual(looking.latest, round(40));
    looking.dispose();
    straight.dispose();
  });

  it('shows the frames, the film and the measures of then', async () => {
    const run = await recordedRun();
    runUpTo(run, 11);
    for (let phase = 0; phase < 7; phase++) {
      valueOf(run.runPhase());
    }
    const seen = view(run);
    const samplesOverTime = seen.samplesOverTime.map((frame) => frame.round);
    runUpTo(run, 40);
    travel(run, round(12));
    assert.deepEqual(view(run), seen);
    assert.deepEqual(samplesOverTime, [0, 1, 2, 3, 4, 5, 7, 9, 12]);
    assert.equal(seen.quality?.round, 10);
    run.dispose();
  });

  it('comes back to the middle of its latest round', async () => {
    const run = await recordedRun();
    runUpTo(run, 9);
    for (let phase = 0; phase < 4; phase++) {
      valueOf(run.runPhase());
    }
    const now = view(run);
    const { latest } = run;
    travel(run, round(2));
    assert.ok(run.isLookingBack);
    travel(run, latest);
    assert.ok(!run.isLookingBack);
    assert.deepEqual(view(run), now);
    run.dispose();
  });

  it('repeats live changes at their moments, also between two phases', async () => {
    const run = await recordedRun();
    change(run, { batchSize: 6 });
    runUpTo(run, 5);
    change(run, { r1Weight: 1 });
    runUpTo(run, 12);
    for (let phase = 0; phase < 3; phase++) {
      valueOf(run.runPhase());
    }
    change(run, { batchSize: 10, generatorSteps: 2 });
    runUpTo(run, 20);
    const original = bits(run);
    travel(run, round(3));
    assert.equal(run.trainer.hyperparameters.batchSize, 6);
    assert.equal(run.trainer.hyperparameters.r1Weight, 0.6);
    runUpTo(run, 5);
    assert.equal(run.trainer.hyperparameters.r1Weight, 1);
    runUpTo(run, 20);
    assert.deepEqual(bits(run), original);
    travel(run, round(0));
    assert.equal(run.trainer.hyperparameters.batchSize, 6);
    travel(run, round(20));
    assert.deepEqual(bits(run), original);
    run.dispose();
  });

  it('branches by a live change in the past, and gives up what followed', async () => {
    const [run, other] = [await recordedRun(), await recordedRun()];
    runUpTo(run, 30);
    travel(run, round(10));
    change(run, { loss: 'hinge' });
    assert.deepEqual(run.latest, round(10));
    assert.ok(!run.isLookingBack);
    runUpTo(run, 25);
    runUpTo(other, 10);
    change(other, { loss: 'hinge' });
    runUpTo(other, 25);
    assert.deepEqual(bits(run), bits(other));
    // The branch has a past of its own.
    travel(run, round(18));
    runUpTo(run, 25);
    assert.deepEqual(bits(run), bits(other));
    run.dispose();
    other.dispose();
  });

  it('does not take hyperparameters that are in force already for a change', async () => {
    const run = await recordedRun();
    runUpTo(run, 10);
    travel(run, round(4));
    change(run, {});
    assert.deepEqual(run.latest, round(10));
    run.dispose();
  });

  it('reaches all of its rounds again after a reload, changes and all', async () => {
    const run = await recordedRun();
    runUpTo(run, 6);
    change(run, { batchSize: 5 });
    runUpTo(run, 14);
    const at14 = bits(run);
    travel(run, round(9));
    const at9 = bits(run);
    const again = await reloaded(run);
    run.dispose();
    assert.deepEqual(again.trainer.position, round(9));
    assert.deepEqual(again.latest, round(14));
    assert.deepEqual(bits(again), at9);
    travel(again, round(2));
    assert.equal(again.trainer.hyperparameters.batchSize, 8);
    runUpTo(again, 9);
    assert.deepEqual(bits(again), at9);
    runUpTo(again, 14);
    assert.deepEqual(bits(again), at14);
    again.dispose();
  });

  it('refuses a change that it could not remember, and says why', async () => {
    const run = await recordedRun({
      collectionSize: 4,
      batchSize: 2,
      generatorWidth: 2,
      discriminatorWidth: 2,
    });
    const learningRate = (rate: number): Result<Position> =>
      run.changeLive({ ...run.trainer.hyperparameters, generatorLearningRate: rate });
    for (let turn = 0; turn < MOST_CHANGES; turn++) {
      valueOf(run.runPhase());
      valueOf(learningRate(1e-4 * (1 + (turn % 2))));
    }
    valueOf(learningRate(3e-4));
    valueOf(run.runPhase());
    const refused = learningRate(4e-4);
    assert.match(refused.ok ? '' : refused.problem.message, /changed 512 times/);
    assert.equal(run.trainer.hyperparameters.generatorLearningRate, 3e-4);
    valueOf(learningRate(3e-4));
    travel(run, round(10));
    valueOf(learningRate(5e-4));
    run.dispose();
  });

  it('leaves no tensor behind, however often it goes back', async () => {
    const before = tf.memory().numTensors;
    const run = await recordedRun();
    runUpTo(run, 12);
    const during = tf.memory().numTensors;
    for (const complete of [3, 11, 0, 12, 7, 12]) {
      travel(run, round(complete));
    }
    assert.equal(tf.memory().numTensors, during + 3, 'of the phases of the last round more is kept');
    run.dispose();
    assert.equal(tf.memory().numTensors, before);
  });
});
