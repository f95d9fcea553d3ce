import assert from 'node:assert/strict';
import { isRight, type AnswerSpec, type GivenAnswer } from '../../../src/shared/domain/lesson';
import {
  NO_PROGRESS,
  answersTo,
  doneSteps,
  isStepDone,
  withEvent,
  type LessonProgress,
  type ProgressEvent,
  type RunFacts,
} from '../../../src/shared/domain/progress';
import { aGoal, aLesson, aPrediction, aQuestion, aStep } from '../builders';

const READING = aStep('reading');
const DOING = aStep('doing', { sections: [aPrediction('foretell'), aQuestion('ask'), aGoal('reach')] });
const LESSON = aLesson('lesson', { steps: [READING, DOING, aStep('end')] });

const FACTS: RunFacts = {
  round: 400,
  hyperparameters: { seed: 1 },
  changes: [],
  backend: 'cpu',
  measured: [{ measure: 'effectiveModes', value: 5.4 }],
  time: 1,
};

function after(...events: ProgressEvent[]): LessonProgress {
  return events.reduce((progress, event) => withEvent(LESSON, progress, event), NO_PROGRESS);
}

function answer(section: string, ...chosen: number[]): ProgressEvent {
  return { kind: 'answer', section, answer: { given: { type: 'options', chosen }, time: 1 } };
}

const AT = (step: string): ProgressEvent => ({ kind: 'step', step });

describe('Progress in a lesson', () => {
  it('counts no step as read that somebody only scrolled past, jumped over or went back from', () => {
    assert.deepEqual(after(AT('doing')), { ...NO_PROGRESS, step: 'doing' });
    assert.deepEqual(after(AT('end'), AT('doing')).read, []);
  });

  it('keeps the first answer to a prediction and all answers to a question', () => {
    const progress = after(answer('foretell', 0), answer('foretell', 1), answer('ask', 0), answer('ask', 1));
    const chosen = (id: string) => answersTo(progress, id).map(({ given }) => given);
    assert.deepEqual(chosen('foretell'), [{ type: 'options', chosen: [0] }]);
    assert.equal(chosen('ask').length, 2);
  });

  it('keeps a bounded number of answers, with the first and the last', () => {
    const progress = after(...Array.from({ length: 60 }, (_, i) => answer('ask', i === 59 ? 1 : 0)));
    const answers = answersTo(progress, 'ask');
    assert.equal(answers.length, 20);
    assert.deepEqual(answers.at(-1)?.given, { type: 'options', chosen: [1] });
  });

  it('ignores what does not fit the lesson', () => {
    assert.equal(after(answer('nobody', 0)), NO_PROGRESS);
    assert.equal(after(answer('reach', 0)), NO_PROGRESS);
    assert.equal(after(answer('ask', 2)), NO_PROGRESS);
    assert.equal(after(answer('ask', 0, 1)), NO_PROGRESS);
    assert.equal(after(answer('constructor', 0)), NO_PROGRESS);
    assert.equal(after(AT('nowhere')), NO_PROGRESS);
    assert.equal(after({ kind: 'read', step: 'nowhere' }), NO_PROGRESS);
    assert.equal(after({ kind: 'goal', section: 'foretell', run: FACTS }), NO_PROGRESS);
    assert.equal(after({ kind: 'revealed', section: 'reach', run: FACTS }), NO_PROGRESS);
  });

  it('leaves a goal with the run that reached it first', () => {
    const later = { ...FACTS, round: 410 };
    const progress = after(
      { kind: 'goal', section: 'reach', run: FACTS },
      { kind: 'goal', section: 'reach', run: later },
    );
    assert.deepEqual(progress.goals, { reach: FACTS });
  });

  it('is the same object when an event changes nothing', () => {
    const progress = after(AT('doing'));
    assert.equal(withEvent(LESSON, progress, AT('doing')), progress);
  });
});

describe('A step', () => {
  it('without tasks is done when it was read', () => {
    assert.equal(isStepDone(READING, NO_PROGRESS), false);
    assert.equal(isStepDone(READING, after({ kind: 'read', step: 'reading' })), true);
  });

  it('with tasks is done when all of them are', () => {
    const foretold = [answer('foretell', 0), { kind: 'revealed', section: 'foretell', run: FACTS }] as const;
    const reached = { kind: 'goal', section: 'reach', run: FACTS } as const;
    assert.equal(isStepDone(DOING, after(...foretold, answer('ask', 1))), false);
    assert.equal(isStepDone(DOING, after(...foretold, reached, answer('ask', 0))), false);
    assert.equal(isStepDone(DOING, after(answer('foretell', 0), reached, answer('ask', 1))), false);
    assert.equal(isStepDone(DOING, after(...foretold, reached, answer('ask', 0), answer('ask', 1))), true);
  });

  it('is counted with the others that are done', () => {
    const progress = after({ kind: 'read', step: 'reading' }, AT('doing'), { kind: 'read', step: 'end' });
    assert.deepEqual(
      doneSteps(LESSON, progress).map(({ id }) => id),
      ['reading', 'end'],
    );
  });
});

describe('An answer', () => {
  const options = (...correct: boolean[]): AnswerSpec => ({
    type: 'multiple',
    options: correct.map((each) => ({ html: '', correct: each, feedback: '' })),
  });
  const chosen = (...indices: number[]): GivenAnswer => ({ type: 'options', chosen: indices });
  const number: AnswerSpec = { type: 'number', value: 1.386, tolerance: 0.01, unit: '', feedback: '' };

  it('with several right options is right with exactly those, in whatever order', () => {
    const spec = options(true, false, true);
    assert.equal(isRight(spec, chosen(2, 0)), true);
    assert.equal(isRight(spec, chosen(0)), false);
    assert.equal(isRight(spec, chosen(0, 1, 2)), false);
    assert.equal(isRight(spec, chosen()), false);
  });

  it('in numbers is right within the tolerance, its edge included', () => {
    const right = (value: number) => isRight(number, { type: 'number', value });
    assert.equal(right(1.386), true);
    assert.equal(right(1.396), true);
    assert.equal(right(1.376), true);
    assert.equal(right(1.3961), false);
    assert.equal(right(Number.NaN), false);
  });

  it('of the wrong kind is never right', () => {
    assert.equal(isRight(number, chosen(0)), false);
    assert.equal(isRight(options(false), { type: 'number', value: 0 }), false);
  });
});
