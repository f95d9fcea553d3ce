import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { IllnessNews } from '../../../webview/lesson/diagnosis/illnessNews';
import { needsNewRun, remedyLabel } from '../../../webview/lesson/diagnosis/words';
import { goalsOf } from '../../../webview/lesson/timeline/goals';
import { goingOnText, isLookingBack, TimeTravel } from '../../../webview/lesson/timeline/timeTravel';
import { keyIntent } from '../../../webview/lesson/transport/keys';
import { frameAt } from './frames';

const at = (round: number, phasesDone = 0) => ({ round, phasesDone });

/** A frame of a run that has come to a round, perhaps a later one. */
function frameOf(position: RunFrame['position'], latest = position): RunFrame {
  return frameAt(position, { history: { firstRound: 0, latest } });
}

function setUp(frame: RunFrame) {
  const sent: object[] = [];
  const said: string[] = [];
  let halts = 0;
  const travel = new TimeTravel({
    frame: () => frame,
    send: (command) => sent.push(command),
    halt: () => halts++,
    say: (text) => said.push(text),
  });
  return { travel, sent, said, halts: () => halts };
}

describe('The way through the rounds', () => {
  it('leads to any round that there is, and ends what goes on', () => {
    const { travel, sent, halts } = setUp(frameOf(at(57)));
    travel.goTo(12);
    travel.goTo(900);
    travel.goTo(-4);
    assert.deepEqual(
      sent,
      [12, 57, 0].map((round) => ({ type: 'rewind', round })),
    );
    assert.equal(halts(), 3);
  });

  it('leads back round by round, however quickly one asks', () => {
    const { travel, sent } = setUp(frameOf(at(57)));
    travel.previousRound();
    travel.previousRound();
    travel.arrived(frameOf(at(55), at(57)));
    travel.previousRound();
    assert.deepEqual(
      sent,
      [56, 55, 56].map((round) => ({ type: 'rewind', round })),
    );
  });

  it('leads from the middle of a round to its beginning', () => {
    const { travel, sent } = setUp(frameOf(at(57, 4)));
    travel.previousRound();
    assert.deepEqual(sent, [{ type: 'rewind', round: 57 }]);
  });

  it('leads back phase by phase, also into the round before, however quickly one asks', () => {
    const { travel, sent } = setUp(frameOf(at(57, 1)));
    travel.previousPhase();
    travel.previousPhase();
    travel.previousPhase();
    assert.deepEqual(sent, [
      { type: 'rewind', round: 57, phasesDone: 0 },
      { type: 'rewind', round: 56, phasesDone: 6 },
      { type: 'rewind', round: 56, phasesDone: 5 },
    ]);
  });

  it('ends at the beginning of the run', () => {
    const { travel, sent } = setUp(frameOf(at(0)));
    travel.previousPhase();
    assert.deepEqual(sent, []);
  });

  it('tells once, on leaving the present, which rounds going on would give up', () => {
    const { travel, said } = setUp(frameOf(at(57)));
    travel.arrived(frameOf(at(57)));
    assert.deepEqual(said, []);
    travel.arrived(frameOf(at(32), at(57)));
    travel.arrived(frameOf(at(31), at(57)));
    assert.deepEqual(said, ['Continuing from here discards rounds 33 to 57.']);
    travel.arrived(frameOf(at(57)));
    travel.arrived(frameOf(at(56), at(57)));
    assert.equal(said[1], 'Continuing from here discards round 57.');
  });

  it('discards no round by going back to an earlier phase of the present one', () => {
    assert.equal(goingOnText(frameOf(at(57, 2), at(57, 4))), '');
  });

  it('branches only in the past', () => {
    const now = setUp(frameOf(at(57)));
    now.travel.branch();
    assert.deepEqual(now.sent, []);
    const past = setUp(frameOf(at(32), at(57)));
    past.travel.branch();
    assert.deepEqual(past.sent, [{ type: 'branch' }]);
    assert.equal(past.said.length, 1);
  });

  it('goes nowhere in a run whose rounds are not recorded', () => {
    const { travel, sent } = setUp(frameAt(at(57)));
    travel.goTo(3);
    travel.previousRound();
    travel.backToNow();
    assert.deepEqual(sent, []);
  });
});

describe('Looking back', () => {
  it('is to be before the latest moment of the run', () => {
    assert.equal(isLookingBack(frameOf(at(57))), false);
    assert.equal(isLookingBack(frameOf(at(57), at(57, 1))), true);
    assert.equal(isLookingBack(frameAt(at(57))), false);
  });
});

describe('The goals that a run can play up to', () => {
  it('are all still ahead', () => {
    const ids = (frame: RunFrame) => goalsOf(frame).map(({ id }) => id);
    assert.deepEqual(ids(frameOf(at(100))), ['round 200', 'round 400', 'round 800', 'good', 'fooled']);
    const good = { round: 200, miniFid: 0.1, effectiveModes: 5, modes: 6 };
    assert.ok(!ids({ ...frameOf(at(200)), quality: good }).includes('good'));
  });
});

describe('The keys of the time line', () => {
  const press = (key: string) =>
    keyIntent({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }, 'elsewhere')?.kind;

  it('go to the previous phase, the first round and the latest, and branch', () => {
    assert.deepEqual(['ArrowLeft', 'Home', 'End', 'b', 'B'].map(press), [
      'previousPhase',
      'firstRound',
      'now',
      'branch',
      'branch',
    ]);
  });
});

describe('A diagnosis', () => {
  const finding = { problem: 'modeCollapse', evidence: 'One kind.', fixes: [] } as const;
  const ill = { ...frameOf(at(200)), diagnoses: [{ ...finding, fixes: [] }] };

  it('is announced once, and so is the cure', () => {
    const said: string[] = [];
    const news = new IllnessNews((text) => said.push(text));
    for (const frame of [frameOf(at(1)), ill, ill, { ...ill, diagnoses: [] }, { ...ill, diagnoses: [] }]) {
      news.frameArrived(frame);
    }
    assert.equal(said.length, 2);
    assert.match(said[0] ?? '', /One kind/);
  });

  it('offers remedies in words, and says which need a new run', () => {
    assert.equal(remedyLabel({ generatorSteps: 1 }), 'forger: Steps per round → 1');
    assert.equal(needsNewRun({ generatorSteps: 1 }), false);
    assert.equal(needsNewRun({ collectionSize: 128 }), true);
  });
});
