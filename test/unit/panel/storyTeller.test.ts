import assert from 'node:assert/strict';
import { StoryTeller } from '../../../webview/lesson/story/storyTeller';
import { LECTURE_PILE, frameAt } from './frames';
import { ManualTimers } from './manualTimers';

function setUp() {
  const timers = new ManualTimers();
  const shown: string[] = [];
  const told: string[] = [];
  let phasesEnded = 0;
  const teller = new StoryTeller(
    (text) => shown.push(text),
    (text) => told.push(text),
    () => phasesEnded++,
    () => 800,
    timers,
  );
  return { timers, shown, told, teller, phasesEnded: () => phasesEnded };
}

const REVEAL = frameAt({ round: 0, phasesDone: 4 }, { batch: LECTURE_PILE });

describe('The story teller', () => {
  it('waits for the picture, so that the words do not give it away', () => {
    const { told, teller, timers, phasesEnded } = setUp();
    teller.frameArrived(REVEAL, 'nonSaturating');
    timers.pass(700);
    assert.deepEqual(told, []);
    teller.motionEnded();
    assert.equal(told.length, 1);
    assert.equal(phasesEnded(), 1);
  });

  it('tells a phase once, even when its picture never says that it has ended', () => {
    const { told, teller, timers, phasesEnded } = setUp();
    teller.frameArrived(REVEAL, 'nonSaturating');
    timers.pass(5000);
    teller.motionEnded();
    teller.frameArrived(REVEAL, 'nonSaturating');
    timers.pass(5000);
    assert.equal(told.length, 1);
    assert.equal(phasesEnded(), 1);
  });

  it('drops the sentence of a phase that was stepped over', () => {
    const { told, teller, timers } = setUp();
    teller.frameArrived(frameAt({ round: 0, phasesDone: 1 }), 'nonSaturating');
    teller.frameArrived(REVEAL, 'nonSaturating');
    timers.pass(5000);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /saw through/);
  });

  it('tells at once where a run that played has stopped', () => {
    const { told, teller } = setUp();
    const playing = { wholeRounds: true, playing: true };
    teller.frameArrived(frameAt({ round: 8, phasesDone: 0 }, playing), 'nonSaturating');
    teller.frameArrived(frameAt({ round: 9, phasesDone: 0 }, playing), 'nonSaturating');
    teller.frameArrived(frameAt({ round: 10, phasesDone: 0 }, { wholeRounds: true }), 'nonSaturating');
    assert.deepEqual(told, ['Round **8** is over.', 'Round **10** is over.']);
  });

  it('shows where a run that plays has come to more often than it announces it', () => {
    const { shown, told, teller, timers } = setUp();
    for (let round = 1; round <= 60; round++) {
      const frame = frameAt({ round, phasesDone: 0 }, { wholeRounds: true, playing: true });
      teller.frameArrived(frame, 'nonSaturating');
      timers.pass(100);
    }
    assert.deepEqual(told, ['Round **1** is over.', 'Round **51** is over.']);
    assert.equal(shown.length, 12, 'twice a second');
    assert.equal(shown.at(-1), 'Round **56** is over.');
  });

  it('speaks of preparations only when they take their time', () => {
    const quick = setUp();
    quick.teller.preparing();
    quick.timers.pass(300);
    quick.teller.frameArrived(frameAt({ round: 0, phasesDone: 0 }), 'nonSaturating');
    quick.timers.pass(1000);
    assert.equal(quick.told.length, 1);
    const slow = setUp();
    slow.teller.preparing();
    slow.timers.pass(500);
    assert.deepEqual(slow.told, ['Preparing the studio…']);
  });
});
