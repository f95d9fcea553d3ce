import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import {
  countKnobs,
  differences,
  experimentAt,
  experimentMeant,
  hyperparametersOf,
  passagesOnOtherData,
} from '../../../src/shared/domain/lesson';
import { aGoal, aLesson, anExperiment, aPassage, aStep } from '../builders';

const COLLAPSE = anExperiment('collapse', { run: { r1Weight: 0, generatorSteps: 5 } });
const REPAIR = anExperiment('repair', { run: { data: 'eightGaussians', seed: 3 } });
const FIRST = aStep('first', { sections: [aPassage('before'), COLLAPSE, aPassage('after')] });
const SECOND = aStep('second', { sections: [aPassage('still'), REPAIR, aPassage('last')] });
const LESSON = aLesson('lesson', { run: { seed: 7 }, steps: [FIRST, SECOND] });

describe('The experiment in force at a place', () => {
  it('is the last one above it, and none where the lesson’s own run is', () => {
    const ids = ['first', 'before', 'collapse', 'after', 'second', 'still', 'repair', 'last'];
    assert.deepEqual(
      ids.map((id) => experimentAt(LESSON, id)?.id),
      [undefined, undefined, undefined, 'collapse', 'collapse', 'collapse', 'collapse', 'repair'],
    );
  });

  it('is meant by a goal that names none, as its step begins', () => {
    assert.equal(experimentMeant(LESSON, SECOND, aGoal('goal'))?.id, 'collapse');
    assert.equal(experimentMeant(LESSON, SECOND, aGoal('goal', { experiment: 'repair' }))?.id, 'repair');
    assert.equal(experimentMeant(LESSON, FIRST, aGoal('goal')), undefined);
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
