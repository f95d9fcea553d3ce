import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import type { PanelToWorker, WorkerToPanel } from '../../../../src/shared/wire/messages';
import { success } from '../../../../src/shared/result';
import { chooseBackend } from '../../../../webview/backend';
import { RunHistory } from '../../../../webview/gan/history/runHistory';
import { Player } from '../../../../webview/gan/player';
import { ManualClock } from '../manualClock';
import { SMALL, trainerOf } from '../support';

/** The worker with a real run, and everything that it says. */
async function openWorker() {
  const trainer = await trainerOf();
  const sent: WorkerToPanel[] = [];
  const player = new Player(
    () => Promise.resolve(success(new RunHistory(trainer))),
    (message) => void sent.push(message),
    new ManualClock(),
  );
  const tell = (message: PanelToWorker): void => player.handle(message);
  tell({ type: 'start', hyperparameters: SMALL });
  // Asked for before the networks are there, so it waits for them.
  tell({ type: 'game', ticket: 1, command: { kind: 'deal' } });
  await new Promise((resolve) => setImmediate(resolve));
  const reports = () => sent.flatMap((message) => (message.type === 'game' ? [message] : []));
  return { trainer, player, tell, sent, reports };
}

describe('The worker in a game', () => {
  before(() => chooseBackend('cpu'));

  it('answers under the number of the game, also what was asked before the run was ready', async () => {
    const { player, tell, reports } = await openWorker();
    tell({ type: 'game', ticket: 2, command: { kind: 'startDrawing' } });
    assert.deepEqual(
      reports().map(({ ticket, report }) => [ticket, report.kind]),
      [
        [1, 'dealt'],
        [2, 'drawing'],
      ],
    );
    player.dispose();
  });

  it('tells nothing of an earlier game when another has begun', async () => {
    const { player, tell, reports } = await openWorker();
    tell({ type: 'game', ticket: 2, command: { kind: 'reveal' } });
    assert.equal(reports().length, 1);
    player.dispose();
  });

  it('goes on with the run after a game that broke', async () => {
    const { trainer, player, tell, reports, sent } = await openWorker();
    trainer.gameSource = () => {
      throw new Error('The memory is full.');
    };
    tell({ type: 'game', ticket: 2, command: { kind: 'startDrawing' } });
    const report = reports().at(-1)?.report;
    assert.equal(report?.kind, 'impossible');
    assert.match(report.message, /The memory is full/);
    tell({ type: 'nextRound' });
    assert.equal(trainer.position.round, 1);
    assert.ok(sent.every(({ type }) => type !== 'failed'));
    player.dispose();
  });

  it('puts everything away with the run', async () => {
    const before = tf.memory().numTensors;
    const { player, tell } = await openWorker();
    tell({ type: 'game', ticket: 2, command: { kind: 'startDrawing' } });
    player.dispose();
    assert.equal(tf.memory().numTensors, before);
  });
});
