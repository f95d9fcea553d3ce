import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { AnswerSpec, Experiment, Goal } from '../../../src/shared/domain/lesson';
import type { RunSeries } from '../../../src/shared/domain/measures';
import { EMPTY_DRAFT, givenBy } from '../../../webview/lesson/exercises/answerDraft';
import { goalStanding } from '../../../webview/lesson/exercises/standings';
import { goalStandingText } from '../../../webview/lesson/exercises/goalWords';
import {
  conditionText,
  effectOf,
  factsText,
  measureValue,
  timeText,
} from '../../../webview/lesson/exercises/words';
import { innerLink } from '../../../webview/lesson/notes/links';
import {
  aGoal,
  aLesson,
  anExperiment,
  aSeries,
  atEveryMeasurement,
  aStep,
  SECOND_IS_RIGHT,
} from '../builders';
import { frameAt, pictures } from './frames';

describe('What a goal asks for', () => {
  it('is written with as many digits as the author gave', () => {
    assert.equal(conditionText({ measure: 'miniFid', is: 'below', value: 0.125 }), 'less than 0.125');
    assert.equal(conditionText({ measure: 'effectiveModes', is: 'above', value: 5 }), 'more than 5');
  });

  it('is a percentage where it is a share', () => {
    assert.equal(conditionText({ measure: 'meanOnFake', is: 'above', value: 0.9 }), 'more than 90\u202f%');
    assert.equal(
      conditionText({ measure: 'accuracyOnReal', is: 'below', value: 0.555 }),
      'less than 55.5\u202f%',
    );
  });

  it('says when it counts', () => {
    assert.equal(timeText({ at: 400 }), 'at round 400');
    assert.equal(timeText({ by: 200 }), 'by round 200');
    assert.equal(timeText({ from: 250, by: 500 }), 'in a round from 250 to 500');
    assert.equal(timeText({ from: 100 }), 'from round 100 on');
  });
});

describe('A measured value', () => {
  it('is a dash where it is no number', () => {
    assert.equal(measureValue('miniFid', Number.NaN), '–');
    assert.equal(measureValue('accuracyOnReal', Number.POSITIVE_INFINITY), '–');
  });
});

describe('How the run on the stage stands to a goal', () => {
  const collapse = anExperiment('collapse');
  const told = (
    goal: Goal,
    round: number,
    series: RunSeries,
    running = PICTURE_DEFAULTS,
    toStart?: Experiment,
  ): string => {
    const step = aStep('step', { sections: [collapse, goal] });
    const lesson = aLesson('lesson', { steps: [step] });
    const start = {
      backend: { backend: 'cpu', reason: '' },
      beginning: running,
      generatorParameters: 1,
      discriminatorParameters: 1,
      collectionPictures: pictures(1),
    } as const;
    const run = { start, running, frame: frameAt({ round, phasesDone: 0 }, { series }) };
    return goalStandingText(goal, goalStanding(lesson, goal, run), run.frame, toStart);
  };
  const kinds = (values: Record<number, number>) => aSeries({}, { effectiveModes: values });

  it('is told with the round and the value of now while it can be reached', () => {
    assert.equal(
      told(aGoal('goal'), 120, kinds({ 100: 2.13, 120: 3.5 })),
      'Round 120 of 400 · Kinds she paints now 3.50',
    );
  });

  it('is told with what was and what the goal wants once it is missed', () => {
    assert.equal(
      told(aGoal('goal'), 450, kinds({ 400: 2.1, 450: 6 })),
      'Round 400 has passed: Kinds she paints 2.10, and the goal wants more than 5.',
    );
    assert.equal(
      told(aGoal('goal', { time: { by: 200 } }), 220, kinds(atEveryMeasurement(200, { 100: 4.5, 160: 2 }))),
      'Round 200 has passed. Nearest was round 100: Kinds she paints 4.50, and the goal wants more than 5.',
    );
  });

  it('says what to do when a round that could have reached it is no longer kept', () => {
    assert.equal(
      told(aGoal('goal'), 3000, kinds({ 350: 2, 450: 6 })),
      'What was measured in round 400 is no longer kept. Go back to that round to judge this run.',
    );
    assert.match(
      told(aGoal('goal', { time: { by: 200 } }), 3000, kinds({ 100: 4.5 })),
      /^Some rounds before round 200 are no longer kept, so this run cannot be judged\. A new run can try again\.$/,
    );
  });

  it('is told when nothing of it was measured in time', () => {
    assert.match(told(aGoal('goal', { time: { by: 5 } }), 6, kinds({})), /^Round 5 has passed without it\./);
  });

  it('names the knobs that make it another run', () => {
    const goal = aGoal('goal', { experiment: 'collapse', knobs: 1 });
    const running = { ...PICTURE_DEFAULTS, r1Weight: 0, generatorSteps: 2 };
    assert.match(
      told(goal, 20, kinds({}), running),
      /does not count: 2 knobs are changed \(.+, .+\), .+ 1\.$/,
    );
    const rates = { ...PICTURE_DEFAULTS, generatorLearningRate: 0.01, discriminatorLearningRate: 0.01 };
    assert.match(told(goal, 20, kinds({}), rates), /^Round 20 of 400/);
  });

  it('names the run that has to be started first', () => {
    const goal = aGoal('goal', { experiment: 'collapse', knobs: 1 });
    const running = { ...PICTURE_DEFAULTS, r1Weight: 0, generatorSteps: 2 };
    assert.match(
      told(goal, 20, kinds({}), running, { ...collapse, title: 'Two dancers' }),
      /the run “Two dancers”; start that first/,
    );
  });
});

describe('The run that reached a goal', () => {
  it('is told with its round, its seed and how often it was changed', () => {
    const facts = {
      round: 400,
      hyperparameters: { seed: 7 },
      backend: 'cpu',
      measured: [],
      time: 0,
    } as const;
    assert.equal(factsText({ ...facts, changes: [], measured: [] }), 'At round 400, with seed 7.');
    const change = { position: { round: 9, phasesDone: 0 }, changes: { r1Weight: 0 } };
    assert.match(factsText({ ...facts, changes: [change], measured: [] }), /after one change/);
    assert.match(factsText({ ...facts, changes: [change, change], measured: [] }), /after 2 changes/);
  });
});

describe('A change to try', () => {
  it('says whether it is in force, comes at once, or starts a new run', () => {
    assert.equal(effectOf({ generatorSteps: 1 }, PICTURE_DEFAULTS), 'inForce');
    assert.equal(effectOf({ generatorSteps: 5 }, PICTURE_DEFAULTS), 'atOnce');
    assert.equal(effectOf({ generatorSteps: 5, generatorWidth: 32 }, PICTURE_DEFAULTS), 'newRun');
    const { generatorWidth } = PICTURE_DEFAULTS;
    assert.equal(effectOf({ generatorSteps: 5, generatorWidth }, PICTURE_DEFAULTS), 'atOnce');
  });
});

describe('What was typed or chosen', () => {
  const number: AnswerSpec = { type: 'number', value: 0, tolerance: 0, unit: '', feedback: '' };
  const typed = (text: string) => givenBy(number, { ...EMPTY_DRAFT, text });

  it('is a number with a point or a comma, and a minus of any kind', () => {
    assert.deepEqual(typed(' 1.386 '), { type: 'number', value: 1.386 });
    assert.deepEqual(typed('1,386'), { type: 'number', value: 1.386 });
    assert.deepEqual(typed('−2'), { type: 'number', value: -2 });
    assert.deepEqual(typed('1e-3'), { type: 'number', value: 0.001 });
  });

  it('is no answer while there is nothing, or no number', () => {
    for (const text of ['', '  ', 'many', 'Infinity', 'NaN', '1.2.3']) {
      assert.equal(typed(text), undefined, text);
    }
    assert.equal(givenBy(SECOND_IS_RIGHT, EMPTY_DRAFT), undefined);
  });

  it('is told in the order of the text', () => {
    const option = { html: '', correct: true, feedback: '' };
    const multiple: AnswerSpec = { type: 'multiple', options: [option, option] };
    const given = givenBy(multiple, { ...EMPTY_DRAFT, chosen: [1, 0] });
    assert.deepEqual(given, { type: 'options', chosen: [0, 1] });
  });
});

describe('A link in the notes', () => {
  it('within the lesson or to another one is followed by the panel', () => {
    assert.deepEqual(innerLink('#repair'), { kind: 'place', id: 'repair' });
    assert.deepEqual(innerLink('lesson:balance'), { kind: 'lesson', lesson: 'balance' });
    assert.deepEqual(innerLink('lesson:balance#two-gauges'), {
      kind: 'lesson',
      lesson: 'balance',
      id: 'two-gauges',
    });
  });

  it('to anywhere else is not', () => {
    for (const target of [
      'https://arxiv.org/abs/1406.2661',
      'lesson:',
      'lesson:A B',
      '#',
      '#A',
      '',
      'command:x',
    ]) {
      assert.equal(innerLink(target), undefined, target);
    }
  });
});
