import assert from 'node:assert/strict';
import {
  afterPhase,
  comparePositions,
  lastPhase,
  nextPhase,
  PHASES,
  shownRound,
  START,
} from '../../../src/shared/domain/phases';

describe('The phases of a round', () => {
  it('come one after the other, and the round counts as complete after the last', () => {
    let position = START;
    for (const phase of PHASES) {
      assert.equal(nextPhase(position), phase);
      position = afterPhase(position);
      assert.equal(lastPhase(position), phase);
    }
    assert.deepEqual(position, { round: 1, phasesDone: 0 });
    assert.equal(nextPhase(position), PHASES[0]);
  });

  it('have none before the first', () => {
    assert.equal(lastPhase(START), undefined);
  });

  it('belong to the round that is being played until it is complete', () => {
    assert.equal(shownRound(START), 0);
    assert.equal(shownRound({ round: 0, phasesDone: 1 }), 1);
    assert.equal(shownRound({ round: 0, phasesDone: 6 }), 1);
    assert.equal(shownRound({ round: 1, phasesDone: 0 }), 1);
  });

  it('are ordered by round, then by phase', () => {
    const positions = [
      START,
      { round: 0, phasesDone: 6 },
      { round: 1, phasesDone: 0 },
      { round: 1, phasesDone: 2 },
    ];
    assert.deepEqual(positions.toReversed().toSorted(comparePositions), positions);
    assert.equal(comparePositions({ round: 3, phasesDone: 2 }, { round: 3, phasesDone: 2 }), 0);
  });
});
