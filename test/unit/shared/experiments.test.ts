import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import {
  countKnobs,
  differences,
  experimentFor,
  hyperparametersOf,
  passagesOnOtherData,
} from '../../../src/shared/domain/lesson';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { aGoal, aLesson, anExperiment, aPassage, aStep } from '../builders';

const LESSON_HEAD = [
  '---',
  'id: mine',
  'number: 1',
  'title: Mine',
  'summary: S.',
  'level: beginner',
  'minutes: 5',
  'run: { seed: 1 }',
  '---',
  'Intro.',
];
const EXPERIMENT = '<!-- experiment: { id: collapse, preset: modeCollapse, rounds: 400 } -->';

const COLLAPSE = anExperiment('collapse', { run: { r1Weight: 0, generatorSteps: 5 } });
const REPAIR = anExperiment('repair', { run: { data: 'eightGaussians', seed: 3 } });
const FIRST = aStep('first', { sections: [aPassage('before'), COLLAPSE, aPassage('after')] });
const SECOND = aStep('second', { sections: [aPassage('still'), REPAIR, aPassage('last'), aGoal('goal')] });
const LESSON = aLesson('lesson', { run: { seed: 7 }, steps: [FIRST, SECOND] });

describe('The experiment that a section speaks of', () => {
  const textOf = (id: string): string | undefined =>
    experimentFor(
      LESSON,
      LESSON.steps.flatMap(({ sections }) => sections).find((section) => section.id === id) ?? aPassage(id),
    )?.id;

  it('is the last one above it, and none where that is the lesson’s own run', () => {
    assert.deepEqual(['before', 'collapse', 'after', 'still', 'repair', 'last', 'goal'].map(textOf), [
      undefined,
      undefined,
      'collapse',
      'collapse',
      'collapse',
      'repair',
      'repair',
    ]);
  });

  it('is the one that it names, wherever that is', () => {
    assert.equal(experimentFor(LESSON, aGoal('before', { experiment: 'repair' }))?.id, 'repair');
    assert.equal(experimentFor(LESSON, aGoal('last', { experiment: 'collapse' }))?.id, 'collapse');
  });

  it('is the same for the parser and for the run', () => {
    const goal = (at: number): string =>
      `### Reach\n<!-- goal: { id: g, when: [{ measure: effectiveModes, is: above, value: 5 }], at: ${at} } -->\nx\n`;
    const text = (at: number): string =>
      [...LESSON_HEAD, '## Step', '<!-- step: { id: s } -->', '### Run', EXPERIMENT, 'x', goal(at)].join(
        '\n',
      );
    const { lesson, diagnostics } = parseLesson(text(400), { language: 'en' });
    assert.deepEqual(diagnostics, []);
    const section = lesson?.steps[0]?.sections[1];
    assert.ok(lesson && section);
    assert.equal(experimentFor(lesson, section)?.id, 'collapse');
    const [late] = parseLesson(text(500), { language: 'en' }).diagnostics;
    assert.match(late?.message ?? '', /The run of "collapse" stops at round 400, before round 500/);
  });
});

describe('The hyperparameters of an experiment', () => {
  it('are the recipe of its data with what it changes, and nothing of the lesson’s own run', () => {
    assert.deepEqual(hyperparametersOf(LESSON, COLLAPSE, 'auto'), {
      ...PICTURE_DEFAULTS,
      r1Weight: 0,
      generatorSteps: 5,
    });
    assert.deepEqual(hyperparametersOf(LESSON, REPAIR, 'cpu'), {
      ...POINT_DEFAULTS,
      seed: 3,
      backend: 'cpu',
    });
    assert.equal(hyperparametersOf(LESSON, undefined, 'auto').seed, 7);
  });
});

describe('The knobs in which runs differ', () => {
  it('are neither the seed nor the backend', () => {
    const other = { ...PICTURE_DEFAULTS, seed: 9, backend: 'cpu' as const, r1Weight: 0 };
    assert.deepEqual(differences(PICTURE_DEFAULTS, other), ['r1Weight']);
  });

  it('are one for a hyperparameter of both networks', () => {
    assert.equal(countKnobs(['generatorLearningRate', 'discriminatorLearningRate']), 1);
    assert.equal(countKnobs(['generatorLearningRate', 'discriminatorSteps', 'r1Weight']), 3);
    assert.equal(countKnobs([]), 0);
  });
});

describe('The passages that speak of another run of the lesson', () => {
  const namesOn = (data: 'portraits' | 'eightGaussians' | 'ring'): string[] =>
    passagesOnOtherData(
      LESSON,
      hyperparametersOf(undefined, anExperiment('run', { run: { data } }), 'auto'),
    ).map(({ id }) => id);

  it('are those of its experiments on other data', () => {
    assert.deepEqual(namesOn('eightGaussians'), ['before', 'after', 'still']);
    assert.deepEqual(namesOn('portraits'), ['last']);
  });

  it('are none for data that the lesson does not know', () => {
    assert.deepEqual(namesOn('ring'), []);
  });
});
