import assert from 'node:assert/strict';
import { describeRun, explainRun } from '../../../src/views/describeRun';

const backend = { backend: 'cpu', reason: 'There is no graphics processor.' } as const;

describe('The run in the status bar', () => {
  it('is told by the round that is being played', () => {
    const position = { round: 56, phasesDone: 4 };
    assert.equal(describeRun({ position, playing: false, wholeRounds: false, backend }), 'Round 57');
  });

  it('is told with its quality once that was measured', () => {
    const position = { round: 60, phasesDone: 0 };
    const quality = { round: 60, miniFid: 0.6149, effectiveModes: 4.1, modes: 6 };
    assert.equal(
      describeRun({ position, playing: true, wholeRounds: true, backend, quality }),
      'Round 60 · mini-FID 0.61',
    );
  });

  it('explains its measure, once there is one, and where it trains', () => {
    const position = { round: 60, phasesDone: 0 };
    const summary = { position, playing: true, wholeRounds: true, backend };
    const quality = { round: 60, miniFid: 0.6149 };
    assert.equal(explainRun(summary), backend.reason);
    assert.match(
      explainRun({ ...summary, quality }),
      /^mini-FID: .* 0 is best.*\nThere is no graphics processor\.$/,
    );
  });
});
