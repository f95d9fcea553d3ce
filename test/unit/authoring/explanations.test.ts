import assert from 'node:assert/strict';
import { explanationAt } from '../../../src/authoring/explanations';
import { SAMPLE } from '../lessons/sampleLesson';

/** What is said of the first place where a piece of the sample stands. */
function saidOf(piece: string, word = piece): string | undefined {
  const at = SAMPLE.indexOf(piece);
  assert.ok(at >= 0, piece);
  const start = at + piece.indexOf(word);
  const explanation = explanationAt(SAMPLE, start + 1);
  if (explanation) {
    assert.equal(SAMPLE.slice(explanation.start, explanation.end), word);
  }
  return explanation?.text;
}

describe('The meaning is told of', () => {
  it('the names of directives', () => {
    assert.match(saidOf('<!-- prediction:', 'prediction') ?? '', /predict/);
    assert.match(saidOf('<!-- step:', 'step') ?? '', /A step of the lesson/);
  });

  it('the keys of front matter and directives', () => {
    assert.match(saidOf('minutes: 5', 'minutes') ?? '', /how long/);
    assert.match(saidOf('reveal: 400', 'reveal') ?? '', /shown once the run/);
    assert.match(saidOf('fromRound: 1', 'fromRound') ?? '', /shown round is at least/);
    assert.match(saidOf('tolerance: 0.01', 'tolerance') ?? '', /still be right/);
    assert.match(saidOf('meaning: his', 'meaning') ?? '', /in words/);
  });

  it('hyperparameters, with their ranges', () => {
    assert.match(saidOf('generatorSteps: 1', 'generatorSteps') ?? '', /from 0 to 10/);
    assert.match(saidOf('hide: [r1Interval]', 'r1Interval') ?? '', /R1 penalty/);
    assert.match(saidOf('seed: 7', 'seed') ?? '', /random numbers/);
  });

  it('phases, regions, measures, presets, activities and types', () => {
    assert.match(saidOf('phase: judge', 'judge') ?? '', /without its labels/);
    assert.match(saidOf('[verdict', 'verdict') ?? '', /ruler/);
    assert.match(saidOf('measure: effectiveModes', 'effectiveModes') ?? '', /kinds she paints/);
    assert.match(saidOf('preset: modeCollapse', 'modeCollapse') ?? '', /one face/);
    assert.match(saidOf('opens: inspectorGame', 'inspectorGame') ?? '', /game/i);
    assert.match(saidOf('type: multiple', 'multiple') ?? '', /all of them/);
  });
});

describe('Nothing is told of', () => {
  it('prose, ids, and keys that do not exist', () => {
    assert.equal(saidOf('Two networks', 'Two'), undefined);
    assert.equal(saidOf('id: collapse', 'collapse'), undefined);
    assert.equal(explanationAt('---\nauthor: A\n---\n', 6), undefined);
  });
});
