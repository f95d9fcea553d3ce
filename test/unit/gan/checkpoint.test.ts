import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { crc32 } from '../../../src/shared/crc32';
import { CHECKPOINT_VERSION } from '../../../src/shared/wire/checkpointFile';
import { decodeCheckpoint, encodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runPhases, runRounds, runStepped, trainerOf, valueOf } from './support';

const PRESENTATION = { playing: false, wholeRounds: false };

async function resumed(bytes: Uint8Array): Promise<Trainer> {
  return valueOf(await Trainer.resume(bytes, 'cpu'));
}

/** The run after 7 rounds, once without interruption and once saved, loaded and gone on at round 4. */
async function assertGoesOn(changes: Partial<Hyperparameters>): Promise<void> {
  const uninterrupted = await trainerOf(changes);
  runRounds(uninterrupted, 7);
  const first = await trainerOf(changes);
  runRounds(first, 4);
  const bytes = checkpointOf(first);
  first.dispose();
  const second = await resumed(bytes);
  assert.deepEqual(second.position, { round: 4, phasesDone: 0 });
  runRounds(second, 3);
  assert.deepEqual(checkpointOf(second), checkpointOf(uninterrupted));
  assert.deepEqual(second.frame(PRESENTATION), uninterrupted.frame(PRESENTATION));
  uninterrupted.dispose();
  second.dispose();
}

function corrupted(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Another value in one of the preamble's numbers, with the checksum set right. */
function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  view.setUint32(at, value, true);
  view.setUint32(copy.length - 4, crc32(copy.subarray(0, copy.length - 4)), true);
  return copy;
}

function reasonAgainst(bytes: Uint8Array): string {
  const result = decodeCheckpoint(bytes);
  assert.ok(!result.ok);
  assert.ok(result.problem.next.length > 0);
  return result.problem.message;
}

describe('A checkpoint', () => {
  it('of the version before hints still opens, with the samples that it has', async () => {
    const trainer = await trainerOf();
    runStepped(trainer, 2);
    const present = valueOf(decodeCheckpoint(checkpointOf(trainer)));
    trainer.dispose();
    const { generatorBatch: { hints: _hints, ...generatorBatch } = assert.fail(), ...batches } =
      present.batches;
    const old = encodeCheckpoint({
      ...present,
      samplesOverTime: present.samplesOverTime.map(({ round, pictures }) => ({ round, pictures })),
      batches: { ...batches, generatorBatch },
    });
    const resumedRun = await resumed(withNumber(old, 8, 1));
    const frame = resumedRun.frame(PRESENTATION);
    assert.deepEqual(frame.generatorBatch, generatorBatch);
    assert.deepEqual(
      frame.samplesOverTime.map(({ hints }) => hints !== undefined),
      [false, false, true],
    );
    resumedRun.dispose();
  });

  const sets: [string, Partial<Hyperparameters>][] = [
    ['the default', {}],
    ['spectral normalization', { discriminatorNormalization: 'spectral', r1Weight: 0 }],
    ['batch normalization', { generatorNormalization: 'batch', instanceNoise: 0.1 }],
    ['RMSProp and momentum', { generatorOptimizer: 'rmsprop', discriminatorOptimizer: 'momentum' }],
    ['the gradient penalty', { gradientPenaltyWeight: 1, r1Weight: 0, discriminatorSteps: 2 }],
    ['points', { data: 'ring', generatorNetwork: 'dense', discriminatorNetwork: 'dense' }],
  ];
  for (const [name, changes] of sets) {
    it(`lets a run with ${name} go on bit for bit as if it had not stopped`, () => assertGoesOn(changes));
  }

  it('keeps what lay on the desk', async () => {
    const trainer = await trainerOf();
    runStepped(trainer, 2);
    const copy = await resumed(checkpointOf(trainer));
    assert.deepEqual(copy.frame(PRESENTATION), trainer.frame(PRESENTATION));
    assert.equal(copy.frame(PRESENTATION).generatorBatch?.probabilitiesAfter?.length, 8);
    trainer.dispose();
    copy.dispose();
  });

  it('taken in the middle of a round is that of its beginning, from where the phases lead back', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 2);
    runPhases(trainer, 5);
    const copy = await resumed(checkpointOf(trainer));
    assert.deepEqual(copy.position, { round: 2, phasesDone: 0 });
    runPhases(copy, 5);
    assert.deepEqual(copy.frame(PRESENTATION), trainer.frame(PRESENTATION));
    runPhases(trainer, 2);
    runPhases(copy, 2);
    assert.deepEqual(checkpointOf(copy), checkpointOf(trainer));
    trainer.dispose();
    copy.dispose();
  });

  it('repeats the live changes of the round in progress at their phases', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 1);
    runPhases(trainer, 1);
    valueOf(trainer.changeLive({ ...trainer.hyperparameters, batchSize: 5, discriminatorLearningRate: 0.1 }));
    runPhases(trainer, 4);
    valueOf(trainer.changeLive({ ...trainer.hyperparameters, generatorSteps: 3 }));
    const bytes = checkpointOf(trainer);
    const byPhases = await resumed(bytes);
    const byRound = await resumed(bytes);
    runPhases(trainer, 2);
    runPhases(byPhases, 7);
    runRounds(byRound, 1);
    assert.deepEqual(byPhases.hyperparameters, trainer.hyperparameters);
    assert.deepEqual(checkpointOf(byPhases), checkpointOf(trainer));
    assert.deepEqual(checkpointOf(byRound), checkpointOf(trainer));
    for (const each of [trainer, byPhases, byRound]) {
      each.dispose();
    }
  });

  describe('that cannot be read is refused with the reason:', () => {
    let bytes: Uint8Array;
    before(async () => {
      const trainer = await trainerOf();
      runRounds(trainer, 1);
      bytes = checkpointOf(trainer);
      trainer.dispose();
    });

    it('a foreign file', () => {
      assert.match(reasonAgainst(new TextEncoder().encode('{"weights": []}')), /not a checkpoint/);
      assert.match(reasonAgainst(new Uint8Array(0)), /not a checkpoint/);
    });

    it('a truncated file, wherever it is cut', () => {
      for (const length of [8, 20, 25, 200, bytes.length - 5, bytes.length - 1]) {
        assert.match(reasonAgainst(bytes.subarray(0, length)), /cut off/);
      }
    });

    it('a file with one changed bit, wherever it is', () => {
      for (const at of [30, Math.floor(bytes.length / 2), bytes.length - 6, bytes.length - 1]) {
        assert.match(reasonAgainst(corrupted(bytes, at)), /damaged/);
      }
    });

    it('a file of a newer version', () => {
      assert.match(reasonAgainst(withNumber(bytes, 8, CHECKPOINT_VERSION + 1)), /version 3/);
    });

    it('a file whose lengths do not fit together', () => {
      const floats = new DataView(bytes.buffer, bytes.byteOffset).getUint32(16, true);
      assert.match(reasonAgainst(withNumber(bytes, 16, floats + 1000)), /cut off/);
      assert.match(reasonAgainst(withNumber(bytes, 12, 0xffffffff)), /cut off/);
    });

    it('and the trainer hands the reason on', async () => {
      const result = await Trainer.resume(corrupted(bytes, 100), 'cpu');
      assert.ok(!result.ok);
      assert.match(result.problem.message, /damaged/);
    });
  });

  it('can be read from the middle of another buffer', async () => {
    const trainer = await trainerOf();
    const bytes = checkpointOf(trainer);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    assert.deepEqual(valueOf(decodeCheckpoint(shifted.subarray(3))), valueOf(decodeCheckpoint(bytes)));
    trainer.dispose();
  });
});

describe('CRC-32', () => {
  it('has the check value of the catalogues', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array(0)), 0);
  });
});
