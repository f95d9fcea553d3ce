import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { Trainer } from '../../../webview/gan/trainer';
import { repository } from '../../vscode/repository';
import { travel } from './history/support';
import { runRounds, valueOf } from './support';

/** Written by version 0.1.0 at round 10 of a run on portraits, whose learning rate was changed at round 6. */
const FILE = readFileSync(path.join(repository, 'test/unit/gan/fixtures/version-0.1.0.checkpoint'));

describe('A checkpoint of version 0.1.0', () => {
  it('opens with everything that it holds', () => {
    const checkpoint = valueOf(decodeCheckpoint(Uint8Array.from(FILE)));
    assert.equal(checkpoint.gan.completeRounds, 10);
    assert.equal(checkpoint.batches.batch?.pictures.count, 16);
    assert.equal(checkpoint.batches.generatorBatch?.pictures.count, 8);
    assert.ok(checkpoint.samplesOverTime.length > 5);
    assert.deepEqual(checkpoint.past?.events, [
      { kind: 'problem', round: 8, problem: 'modeCollapse' },
      { kind: 'cured', round: 9 },
    ]);
    assert.equal(checkpoint.past.changes[0]?.hyperparameters.generatorLearningRate, 0.001);
  });

  it('goes on as it did in that version, and back to each of its rounds', async () => {
    const trainer = valueOf(await Trainer.resume(Uint8Array.from(FILE), 'cpu'));
    const run = new RunHistory(trainer);
    runRounds(trainer, 5);
    assert.deepEqual(trainer.frame({ playing: false, wholeRounds: true }).metrics, {
      round: 15,
      discriminatorLoss: 0.8545239567756653,
      generatorLoss: 1.1795573234558105,
      accuracyOnReal: 1,
      accuracyOnFake: 1,
      meanOnReal: 0.6514056492539624,
      meanOnFake: 0.3414549255720172,
      discriminatorGradientNorm: 1.2865253686904907,
      generatorGradientNorm: 1.3859249353408813,
    });
    travel(run, { round: 3, phasesDone: 0 });
    assert.equal(run.trainer.position.round, 3);
    assert.notEqual(run.trainer.hyperparameters.generatorLearningRate, 0.001);
    run.dispose();
  });
});
