import assert from 'node:assert/strict';
import { writeProgram } from '../../../src/code';
import { linesOf } from '../../../src/code/program';
import { runInCode } from '../../../src/code/runInCode';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { RunSummary } from '../../../src/shared/wire/messages';

const lines = writeProgram('pytorch', PICTURE_DEFAULTS);

function summary(round: number, phasesDone: number, more: Partial<RunSummary> = {}): RunSummary {
  return {
    position: { round, phasesDone },
    playing: false,
    wholeRounds: false,
    backend: { backend: 'cpu', reason: '' },
    ...more,
  };
}

const metrics = {
  round: 3,
  discriminatorLoss: 1.3862,
  generatorLoss: 0.7,
  accuracyOnReal: 0.5,
  accuracyOnFake: 0.5,
  meanOnReal: 0.5,
  meanOnFake: 0.5,
};

describe('A run in its program', () => {
  it('lights the lines of the phase that was done last', () => {
    const { phase, litLines } = runInCode(lines, summary(2, 5));
    assert.equal(phase, 'trainDiscriminator');
    assert.deepEqual(litLines, linesOf(lines, 'trainDiscriminator'));
    assert.equal(runInCode(lines, summary(2, 0)).phase, 'trainGenerator');
  });

  it('lights nothing before the first phase, and while whole rounds pass', () => {
    assert.deepEqual(runInCode(lines, summary(0, 0)).litLines, []);
    assert.deepEqual(runInCode(lines, summary(30, 0, { wholeRounds: true })).litLines, []);
    assert.deepEqual(runInCode(lines, undefined).notes, []);
  });

  it('tells the round at the head of the loop, and the losses where they are computed', () => {
    const { notes } = runInCode(lines, summary(2, 4, { metrics }));
    assert.deepEqual(
      notes.map(({ line, text }) => [lines[line]?.text.trim().split(' ').slice(0, 2).join(' '), text]),
      [
        ['for round_index', 'Round 3'],
        ['# -ln', '= 1.386'],
        ['# -ln', '= 0.700'],
      ],
    );
    assert.equal(runInCode(lines, summary(0, 0)).notes.length, 1, 'no losses before they are known');
  });
});
