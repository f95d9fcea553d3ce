import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../../src/shared/domain/hyperparameters';
import { EventLog, MOST_EVENTS } from '../../../../webview/gan/history/eventLog';
import { change, recordedRun, reloaded, round, runUpTo, travel } from './support';

const COLLAPSE = { problem: 'modeCollapse' } as const;
const OSCILLATION = { problem: 'oscillation' } as const;

describe('The events of a run', () => {
  it('note an illness once, and again when it comes back after a cure', () => {
    const log = new EventLog();
    log.judge(20, []);
    log.judge(40, [COLLAPSE]);
    log.judge(60, [COLLAPSE, OSCILLATION]);
    log.judge(80, []);
    log.judge(100, [COLLAPSE]);
    assert.deepEqual(log.all, [
      { kind: 'problem', round: 40, ...COLLAPSE },
      { kind: 'problem', round: 60, ...OSCILLATION },
      { kind: 'cured', round: 80 },
      { kind: 'problem', round: 100, ...COLLAPSE },
    ]);
  });

  it('forget what a branch gives up', () => {
    const log = new EventLog();
    log.judge(40, [COLLAPSE]);
    log.dropAfter(39);
    log.branch(39);
    assert.deepEqual(log.all, [{ kind: 'branch', round: 39 }]);
  });

  it('are bounded, and the latest stay', () => {
    const log = new EventLog();
    for (let at = 1; at <= 100; at++) {
      log.branch(at);
    }
    assert.equal(log.all.length, MOST_EVENTS);
    assert.equal(log.all.at(-1)?.round, 100);
  });

  it('tell of each change what it changed', () => {
    const first = { ...PICTURE_DEFAULTS, generatorSteps: 2 };
    const second = { ...first, generatorLearningRate: 0.001 };
    const changes = [
      { position: { round: 5, phasesDone: 3 }, hyperparameters: first },
      { position: round(9), hyperparameters: second },
    ];
    assert.deepEqual(new EventLog().with(changes, PICTURE_DEFAULTS), [
      { kind: 'change', round: 5, changes: { generatorSteps: 2 } },
      { kind: 'change', round: 9, changes: { generatorLearningRate: 0.001 } },
    ]);
  });

  it('come along with a checkpoint', async () => {
    const run = await recordedRun();
    runUpTo(run, 4);
    travel(run, round(2));
    change(run, { generatorSteps: 2 });
    runUpTo(run, 3);
    const { events } = run.frame({ playing: false, wholeRounds: true });
    assert.deepEqual(events, [
      { kind: 'branch', round: 2 },
      { kind: 'change', round: 2, changes: { generatorSteps: 2 } },
    ]);
    const again = await reloaded(run);
    assert.deepEqual(again.frame({ playing: false, wholeRounds: true }).events, events);
    run.dispose();
    again.dispose();
  });
});
