import assert from 'node:assert/strict';
import { FrameCompleter, FrameShortener } from '../../../../src/shared/wire/messages';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { RunHistory } from '../../../../webview/gan/history/runHistory';
import { trainerOf, valueOf } from '../support';

const LOOK = { playing: true, wholeRounds: true } as const;
const STANDING = { playing: false, wholeRounds: true } as const;

/** A run whose frames cross from a worker, as messages do: by structured clones. */
async function sentRun() {
  const run = new RunHistory(await trainerOf());
  const clock = { time: 0 };
  const sender = new FrameShortener(() => clock.time);
  const receiver = new FrameCompleter();
  const cross = (look: typeof LOOK | typeof STANDING = STANDING) => {
    const shown = run.frame(look);
    const sent = sender.shorten(shown);
    const received: RunFrame = receiver.complete(structuredClone(sent));
    return { shown, sent, received };
  };
  const playTo = (round: number) => {
    while (run.trainer.position.round < round) {
      valueOf(run.runRound());
    }
  };
  return { run, cross, playTo, clock };
}

describe('The samples over time of frames that cross from the worker', () => {
  it('arrives whole with every frame, also when it is thinned and when the person looks back', async () => {
    const { run, cross, playTo } = await sentRun();
    for (const round of [0, 1, 2, 40, 41, 200, 201]) {
      playTo(round);
      const { shown, received } = cross();
      assert.deepEqual(received, shown, `round ${round}`);
    }
    run.jumpTowards({ round: 30, phasesDone: 0 });
    const { shown, received } = cross();
    assert.deepEqual(received, shown);
    assert.ok(received.samplesOverTime.every(({ round }) => round <= 30));
    run.dispose();
  });

  it('is sent once only, and what arrived stays the same objects', async () => {
    const { run, cross, playTo } = await sentRun();
    playTo(40);
    const before = cross().received;
    playTo(41);
    const { sent, received } = cross();
    assert.deepEqual(
      sent.frame.samplesOverTime.map(({ round }) => round),
      [41],
    );
    const kept = received.samplesOverTime.length - 1;
    assert.equal(sent.keptSamples, kept);
    for (let picture = 0; picture < kept; picture++) {
      assert.equal(received.samplesOverTime[picture], before.samplesOverTime[picture]);
    }
    run.dispose();
  });
});

describe('The series of frames that cross from the worker', () => {
  it('comes now and then while rounds fly by, and every frame says how far it goes', async () => {
    const { run, cross, playTo, clock } = await sentRun();
    playTo(5);
    const first = cross(LOOK);
    assert.deepEqual(first.received, first.shown);
    clock.time += 16;
    playTo(6);
    const second = cross(LOOK);
    assert.equal(second.sent.frame.series, undefined);
    assert.equal(second.received.series, first.received.series, 'what stays is the same object');
    assert.equal(second.received.seriesUpTo, 5);
    assert.equal(second.received.position.round, 6);
    clock.time += 100;
    playTo(7);
    const third = cross(LOOK);
    assert.deepEqual(third.received, third.shown);
    assert.deepEqual(third.received.series?.rounds.at(-1), 7);
    run.dispose();
  });

  it('is complete as soon as the run stands', async () => {
    const { run, cross, playTo } = await sentRun();
    playTo(5);
    cross(LOOK);
    playTo(6);
    const { shown, received } = cross();
    assert.deepEqual(received, shown);
    assert.equal(received.seriesUpTo, undefined);
    run.dispose();
  });
});

describe('The changes and events of frames that cross from the worker', () => {
  const changeTo = (run: RunHistory, batchSize: number): void => {
    valueOf(run.changeLive({ ...run.trainer.hyperparameters, batchSize }));
  };

  it('are sent when they changed, and are in every frame that arrives', async () => {
    const { run, cross, playTo } = await sentRun();
    for (let round = 1; round <= 5; round++) {
      playTo(round);
      changeTo(run, 8 + round);
      const { shown, sent, received } = cross();
      assert.deepEqual(received, shown);
      assert.equal(sent.frame.history?.changes?.length, round);
      playTo(round + 1);
      const next = cross();
      assert.deepEqual([next.sent.keptChanges, next.sent.keptEvents], [true, true]);
      assert.equal(next.sent.frame.history?.changes, undefined);
      assert.equal(next.sent.frame.events, undefined);
      assert.deepEqual(next.received, next.shown);
    }
    run.jumpTowards({ round: 3, phasesDone: 0 });
    assert.deepEqual(cross().received, run.frame(STANDING));
    run.branch();
    const { shown, received } = cross();
    assert.deepEqual(received, shown);
    run.dispose();
  });
});
