import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../../../src/shared/wire/messages';
import { success } from '../../../../src/shared/result';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { Player } from '../../../../webview/gan/player';
import { ManualClock } from '../manualClock';
import { SMALL } from '../support';
import { recordedRun, round } from './support';

/** A player of a real run, before a panel that draws at once. */
async function stage(changes: Partial<Hyperparameters> = {}, { roundTakes = 0, phaseTakes = 0 } = {}) {
  const run = await recordedRun(changes);
  const clock = new ManualClock();
  const runRound = run.runRound.bind(run);
  run.runRound = () => {
    clock.time += roundTakes;
    return runRound();
  };
  const runPhase = run.runPhase.bind(run);
  run.runPhase = () => {
    clock.time += phaseTakes;
    return runPhase();
  };
  const sent: WorkerToPanel[] = [];
  const player = new Player(
    () => Promise.resolve(success(run)),
    (message) => {
      sent.push(message);
      if (message.type === 'frame') {
        clock.schedule(() => player.handle({ type: 'frameShown' }), 0);
      }
    },
    clock,
  );
  player.handle({ type: 'start', hyperparameters: { ...SMALL, ...changes } });
  await new Promise((resolve) => setImmediate(resolve));
  const frames = () => sent.flatMap((message) => (message.type === 'frame' ? [message.frame] : []));
  return {
    run,
    sent,
    player,
    tell: (message: PanelToWorker) => player.handle(message),
    /** Lets everything happen that is under way, as far as it comes to an end by itself. */
    clock,
    settle: () => clock.runFor(60_000),
    last: (): RunFrame => {
      const frame = frames().at(-1);
      assert.ok(frame);
      return frame;
    },
    checkpoints: () => sent.flatMap((message) => (message.type === 'checkpoint' ? [message] : [])),
    halts: () => sent.flatMap((message) => (message.type === 'halted' ? [message.reason] : [])),
  };
}

describe('A player of a recorded run', () => {
  it('plays until a round and stops exactly there, and plays no further when it is there', async () => {
    const { player, tell, settle, last, halts } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 13 } });
    settle();
    assert.deepEqual(last().position, round(13));
    assert.equal(last().playing, false);
    tell({ type: 'play', until: { kind: 'round', round: 13 } });
    settle();
    assert.deepEqual(last().position, round(13));
    assert.deepEqual(halts(), ['reached', 'reached']);
    player.dispose();
  });

  it('plays until the inspector is fooled often enough', async () => {
    const { player, tell, settle, last } = await stage();
    tell({ type: 'play', until: { kind: 'fooled', share: 0.3 } });
    settle();
    assert.ok(1 - (last().metrics?.accuracyOnFake ?? 1) > 0.3);
    player.dispose();
  });

  it('looks back, says so, comes back to now, and tells the host where it stands', async () => {
    const { player, tell, settle, last, checkpoints } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 20 } });
    settle();
    const now = last();
    tell({ type: 'rewind', round: 7 });
    settle();
    assert.deepEqual(last().position, round(7));
    assert.deepEqual(last().history, { firstRound: 0, latest: round(20) });
    assert.equal(last().metrics?.round, 7);
    assert.deepEqual([checkpoints().at(-1)?.travelled, checkpoints().at(-1)?.position], [true, round(7)]);
    tell({ type: 'backToNow' });
    settle();
    assert.deepEqual(last().position, now.position);
    assert.deepEqual(last().fixedSamples, now.fixedSamples);
    assert.deepEqual(last().metrics, now.metrics);
    player.dispose();
  });

  it('goes back to a phase, which is then as it was', async () => {
    const { player, tell, settle, last } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 9 } });
    settle();
    for (let phase = 0; phase < 5; phase++) {
      tell({ type: 'nextPhase' });
      settle();
    }
    const learned = last();
    tell({ type: 'rewind', round: 9, phasesDone: 4 });
    settle();
    assert.deepEqual(last().position, { round: 9, phasesDone: 4 });
    assert.equal(last().batch?.probabilitiesAfter, undefined, 'the inspector has not learned yet');
    tell({ type: 'nextPhase' });
    settle();
    assert.deepEqual(last().batch, learned.batch);
    player.dispose();
  });

  it('shows the end of a round as its last phase when it went back there by phases', async () => {
    const { player, tell, settle, last } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 9 } });
    settle();
    tell({ type: 'nextPhase' });
    settle();
    tell({ type: 'rewind', round: 9, phasesDone: 0 });
    settle();
    assert.deepEqual([last().position, last().wholeRounds], [round(9), false]);
    assert.notEqual(last().generatorBatch?.probabilitiesAfter, undefined);
    player.dispose();
  });

  it('goes where it was sent last, and does then what was asked meanwhile', async () => {
    const { player, tell, settle, last } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 30 } });
    settle();
    for (const wanted of [25, 3, 18, 11]) {
      tell({ type: 'rewind', round: wanted });
    }
    tell({ type: 'nextPhase' });
    settle();
    assert.deepEqual(last().position, { round: 11, phasesDone: 1 });
    player.dispose();
  });

  it('keeps a change and the layers that were asked for on the way when it is sent elsewhere', async () => {
    const { player, run, tell, settle, last, sent } = await stage({}, { roundTakes: 10 });
    tell({ type: 'play', until: { kind: 'round', round: 30 } });
    settle();
    tell({ type: 'rewind', round: 7 });
    assert.notDeepEqual(run.trainer.position, round(7));
    tell({ type: 'play' });
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, generatorLearningRate: 0.001 } });
    tell({ type: 'layers', layers: ['sheet'] });
    tell({ type: 'rewind', round: 6 });
    settle();
    assert.deepEqual(run.trainer.position, round(6));
    assert.equal(run.trainer.hyperparameters.generatorLearningRate, 0.001);
    assert.equal(last().playing, false);
    assert.equal(
      sent.some(({ type }) => type === 'refused'),
      false,
    );
    player.dispose();
  });

  it('stops a long round between two of its phases, and goes on with the same weights', async () => {
    const long = await stage({}, { roundTakes: 7000, phaseTakes: 1000 });
    long.tell({ type: 'play' });
    long.clock.runFor(10_000);
    long.tell({ type: 'pause' });
    const { phasesDone } = long.run.trainer.position;
    assert.ok(phasesDone > 0, 'It waited for the end of the round.');
    assert.deepEqual([long.last().playing, long.last().wholeRounds], [false, false]);
    const at = long.clock.time;
    long.tell({ type: 'play', until: { kind: 'round', round: 3 } });
    long.clock.runFor(60_000);
    assert.ok(long.clock.time > at);
    assert.deepEqual(long.run.trainer.position, round(3));

    const quick = await stage();
    quick.tell({ type: 'play', until: { kind: 'round', round: 3 } });
    quick.settle();
    assert.deepEqual(long.last().fixedSamples.rgba, quick.last().fixedSamples.rgba);
    long.player.dispose();
    quick.player.dispose();
  });

  it('gives signs of life while one round takes long', async () => {
    const { player, run, clock, tell, sent } = await stage({ generatorSteps: 10, discriminatorSteps: 10 });
    const { trainer } = run;
    const beat = trainer.afterUpdate;
    trainer.afterUpdate = () => {
      clock.time += 5000;
      beat();
    };
    clock.runFor(1000);
    sent.length = 0;
    tell({ type: 'nextRound' });
    assert.equal(sent.filter(({ type }) => type === 'working').length, 20);
    player.dispose();
  });

  it('branches, and goes on with other hyperparameters', async () => {
    const { player, run, tell, settle, last, checkpoints } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 12 } });
    settle();
    tell({ type: 'rewind', round: 5 });
    settle();
    tell({ type: 'branch' });
    settle();
    assert.deepEqual(last().history?.latest, round(5));
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, loss: 'hinge' } });
    assert.equal(checkpoints().at(-1)?.hyperparameters.loss, 'hinge');
    tell({ type: 'nextRound' });
    assert.deepEqual(run.latest, round(6));
    player.dispose();
  });

  it('tells of a change that it comes to again before it shows what came after it', async () => {
    const { player, sent, tell, settle } = await stage();
    tell({ type: 'play', until: { kind: 'round', round: 4 } });
    settle();
    tell({ type: 'liveChange', change: 1, hyperparameters: { ...SMALL, batchSize: 5 } });
    tell({ type: 'play', until: { kind: 'round', round: 8 } });
    settle();
    tell({ type: 'rewind', round: 2 });
    settle();
    sent.length = 0;
    tell({ type: 'play', until: { kind: 'round', round: 8 } });
    settle();
    const change = sent.findIndex(
      (message) => message.type === 'checkpoint' && message.hyperparameters.batchSize === 5,
    );
    const later = sent.findIndex((message) => message.type === 'frame' && message.frame.position.round >= 4);
    assert.ok(change >= 0 && change < later, `${change}, ${later}`);
    player.dispose();
  });

  it('stands before the round in which numbers overflowed, says so, and can be cured', async () => {
    const { player, run, sent, tell, settle, last, halts } = await stage({
      loss: 'naiveLogSigmoid',
      discriminatorLearningRate: 0.3,
      discriminatorSteps: 5,
      r1Weight: 0,
    });
    tell({ type: 'play', until: { kind: 'round', round: 700 } });
    settle();
    assert.deepEqual(halts(), ['notFinite']);
    assert.ok(sent.every(({ type }) => type !== 'failed'));
    const stopped = last();
    assert.equal(stopped.playing, false);
    assert.deepEqual(
      stopped.diagnoses?.map(({ problem }) => problem),
      ['notFinite'],
    );
    assert.deepEqual(stopped.history?.latest, stopped.position);
    tell({
      type: 'liveChange',
      change: 1,
      hyperparameters: {
        ...run.trainer.hyperparameters,
        loss: 'nonSaturating',
        discriminatorLearningRate: 1e-3,
      },
    });
    settle();
    assert.deepEqual(last().diagnoses, []);
    tell({ type: 'play', until: { kind: 'round', round: stopped.position.round + 5 } });
    settle();
    assert.equal(last().position.round, stopped.position.round + 5);
    player.dispose();
  });
});
