import assert from 'node:assert/strict';
import {
  chosenOptions,
  isRight,
  lastingAnswer,
  type AnswerSpec,
  type GivenAnswer,
} from '../../../src/shared/domain/lesson';
import {
  NO_PROGRESS,
  answersTo,
  doneSteps,
  isStepDone,
  resetProgress,
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

/** The indices of what was chosen in each answer to a section. */
function indicesOf(progress: LessonProgress, section: string): (readonly number[])[] {
  return answersTo(progress, section).flatMap(({ given }) =>
    given.type === 'options' ? [given.chosen] : [],
  );
}

const AT = (step: string): ProgressEvent => ({ kind: 'step', step });

describe('Progress in a lesson', () => {
  it('counts no step as read that somebody only scrolled past, jumped over or went back from', () => {
    assert.deepEqual(after(AT('doing')), { ...NO_PROGRESS, step: 'doing' });
    assert.deepEqual(after(AT('end'), AT('doing')).read, []);
  });

  it('keeps the first answer to a prediction and all answers to a question', () => {
    const progress = after(answer('foretell', 0), answer('foretell', 1), answer('ask', 0), answer('ask', 1));
    assert.deepEqual(indicesOf(progress, 'foretell'), [[0]]);
    assert.equal(indicesOf(progress, 'ask').length, 2);
  });

  it('keeps a bounded number of answers, with the first and the last', () => {
    const progress = after(...Array.from({ length: 60 }, (_, i) => answer('ask', i === 59 ? 1 : 0)));
    const answers = indicesOf(progress, 'ask');
    assert.equal(answers.length, 20);
    assert.deepEqual(answers.at(-1), [1]);
  });

  it('marks a prediction that was given after a run had shown what happens', () => {
    const [late] = answersTo(after({ kind: 'seen', section: 'foretell' }, answer('foretell', 0)), 'foretell');
    assert.equal(late?.afterOutcome, true);
    const shown: ProgressEvent = { kind: 'revealed', section: 'foretell', run: FACTS };
    const [early] = answersTo(
      after(answer('foretell', 0), shown, { kind: 'seen', section: 'foretell' }),
      'foretell',
    );
    assert.equal(early?.afterOutcome, undefined);
  });

  it('is empty after a reset, and marks what is answered again', () => {
    const shown: ProgressEvent = { kind: 'revealed', section: 'foretell', run: FACTS };
    const reset = resetProgress(after(answer('foretell', 0), answer('ask', 0), shown));
    assert.deepEqual(doneSteps(LESSON, reset), []);
    assert.deepEqual(answersTo(reset, 'foretell'), []);
    const again = withEvent(
      LESSON,
      withEvent(LESSON, resetProgress(reset), answer('foretell', 1)),
      answer('ask', 1),
    );
    const marks = (id: string) =>
      answersTo(again, id).map(({ afterOutcome, afterReset }) => [afterOutcome, afterReset]);
    assert.deepEqual(marks('foretell'), [[true, true]]);
    assert.deepEqual(marks('ask'), [[undefined, true]]);
    assert.deepEqual(resetProgress(NO_PROGRESS), NO_PROGRESS);
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

describe('The options that were chosen', () => {
  const optionsOf = (...words: string[]) =>
    words.map((word) => ({ html: `<p>${word}</p>`, correct: word === 'Good', feedback: '' }));
  const single = (...words: string[]): AnswerSpec => ({ type: 'single', options: optionsOf(...words) });
  /** The second of "Bad", "Good" and "Ugly", as it is kept. */
  const kept = lastingAnswer(single('Bad', 'Good', 'Ugly'), { type: 'options', chosen: [1] });
  const today = (...words: string[]): readonly number[] | undefined => {
    assert.ok(kept.type === 'options');
    return chosenOptions(optionsOf(...words), kept);
  };

  it('are the same when another one was inserted, removed or moved', () => {
    assert.deepEqual(today('New', 'Bad', 'Good', 'Ugly'), [2]);
    assert.deepEqual(today('Good', 'Ugly'), [0]);
    assert.deepEqual(today('Ugly', 'Bad', 'Good'), [2]);
    assert.equal(isRight(single('New', 'Bad', 'Good', 'Ugly'), kept), true);
  });

  it('are the same when they were marked up, reworded, or read in another language', () => {
    assert.deepEqual(today('Bad', '<b>Good</b>', 'Ugly'), [1]);
    assert.deepEqual(today('Bad', 'Really good', 'Ugly'), [1]);
    assert.deepEqual(today('坏', '好', '丑'), [1]);
  });

  it('are not known when they are gone, and then the answer is no longer right', () => {
    assert.equal(today('Bad', 'Ugly'), undefined);
    assert.equal(today('New', 'Bad', 'Really good', 'Ugly'), undefined);
    assert.equal(isRight(single('Bad', 'Ugly', 'Good enough', 'Other'), kept), false);
  });

  it('of an answer of the first version are those in their places', () => {
    const old: GivenAnswer = { type: 'options', chosen: [1] };
    assert.deepEqual(chosenOptions(optionsOf('Bad', 'Good'), old), [1]);
    assert.equal(chosenOptions(optionsOf('Bad'), old), undefined);
  });

  it('stay with their words in the progress', () => {
    const words = (...all: string[]) =>
      aLesson('lesson', {
        steps: [aStep('doing', { sections: [{ ...aQuestion('ask'), answer: single(...all) }] })],
      });
    const progress = withEvent(words('Bad', 'Good'), NO_PROGRESS, answer('ask', 1));
    const edited = words('New', 'Bad', 'Good');
    assert.equal(
      edited.steps.every((step) => isStepDone(step, progress)),
      true,
    );
  });
});
