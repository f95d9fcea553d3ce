import assert from 'node:assert/strict';
import type { RunSummary } from '../../../src/shared/wire/messages';
import { SummaryThrottle } from '../../../webview/lesson/training/summaryThrottle';
import { ManualTimers } from './manualTimers';

function summary(round: number, playing: boolean, phasesDone = 0): RunSummary {
  return {
    position: { round, phasesDone },
    playing,
    wholeRounds: playing,
    backend: { backend: 'cpu', reason: 'A test.' },
  };
}

function setUp() {
  const timers = new ManualTimers();
  const sent: RunSummary[] = [];
  const throttle = new SummaryThrottle((each) => sent.push(each), timers);
  return { timers, sent, throttle, rounds: () => sent.map(({ position }) => position.round) };
}

describe('The throttle of summaries', () => {
  it('lets about ten a second through while rounds fly by', () => {
    const { timers, sent, throttle } = setUp();
    for (let frame = 0; frame < 120; frame++) {
      throttle.offer(summary(frame, true));
      timers.pass(1000 / 60);
    }
    assert.ok(sent.length >= 15 && sent.length <= 21, `${sent.length} in two seconds`);
  });

  it('sends every step at once', () => {
    const { sent, throttle } = setUp();
    for (let phasesDone = 1; phasesDone < 7; phasesDone++) {
      throttle.offer(summary(0, false, phasesDone));
    }
    assert.equal(sent.length, 6);
  });

  it('sends a pause at once, even right after another summary', () => {
    const { throttle, sent } = setUp();
    throttle.offer(summary(5, true));
    throttle.offer(summary(5, false));
    assert.deepEqual(
      sent.map(({ playing }) => playing),
      [true, false],
    );
  });

  it('always delivers the last one', () => {
    const { timers, throttle, rounds } = setUp();
    throttle.offer(summary(1, true));
    throttle.offer(summary(2, true));
    throttle.offer(summary(3, true));
    timers.pass(1000);
    assert.deepEqual(rounds(), [1, 3]);
  });

  it('sends nothing more after it was disposed', () => {
    const { timers, throttle, rounds } = setUp();
    throttle.offer(summary(1, true));
    throttle.offer(summary(2, true));
    throttle.dispose();
    timers.pass(1000);
    assert.deepEqual(rounds(), [1]);
  });
});
