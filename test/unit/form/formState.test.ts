import assert from 'node:assert/strict';
import {
  PICTURE_DEFAULTS,
  SPECS,
  HYPERPARAMETER_NAMES,
  PICTURE_DATA,
  POINT_DATA,
} from '../../../src/shared/domain/hyperparameters';
import { offeredChoices, valueLabel } from '../../../src/shared/words/choiceLabels';
import {
  EMPTY_FORM,
  changesThatWait,
  checkEdit,
  hiddenNames,
  isShown,
  reduceForm,
  standingOf,
  type FormAction,
} from '../../../webview/hyperparameters/formState';

const VALUES = { wanted: PICTURE_DEFAULTS, running: PICTURE_DEFAULTS, defaults: PICTURE_DEFAULTS };

function after(...actions: FormAction[]) {
  return actions.reduce(reduceForm, EMPTY_FORM);
}

describe('An edit in the form', () => {
  it('becomes a number', () => {
    const outcome = checkEdit(PICTURE_DEFAULTS, 'generatorLearningRate', ' 2e-3 ');
    assert.ok(outcome.ok);
    assert.equal(outcome.value, 0.002);
    assert.equal(outcome.wanted.generatorLearningRate, 0.002);
  });

  it('may be written with a decimal comma', () => {
    const outcome = checkEdit(PICTURE_DEFAULTS, 'averageDecay', '0,9');
    assert.ok(outcome.ok);
    assert.equal(outcome.value, 0.9);
  });

  it('keeps the type of a choice, be it a word or a number', () => {
    const size = checkEdit(PICTURE_DEFAULTS, 'pictureSize', '28');
    const loss = checkEdit(PICTURE_DEFAULTS, 'loss', 'hinge');
    assert.ok(size.ok && loss.ok);
    assert.equal(size.value, 28);
    assert.equal(loss.value, 'hinge');
  });

  it('is refused with the range and with the value still in use', () => {
    for (const text of ['1000', '2.5', '', 'many', 'NaN', 'Infinity']) {
      const outcome = checkEdit(PICTURE_DEFAULTS, 'batchSize', text);
      assert.ok(!outcome.ok, text);
      assert.match(outcome.reason, /from 2 to 256\. Still using 32\./);
    }
  });
});

describe('The state of the form', () => {
  it('keeps what was typed when it is refused, so that it can be mended', () => {
    const state = after(
      { type: 'shown', values: VALUES },
      { type: 'typed', name: 'batchSize', text: '1000' },
      { type: 'refused', name: 'batchSize', reason: 'Too large.' },
      { type: 'shown', values: VALUES },
    );
    assert.equal(state.drafts.batchSize, '1000');
    assert.equal(state.refusals.batchSize, 'Too large.');
  });

  it('puts back what was sent when the host refuses it later', () => {
    const state = after(
      { type: 'shown', values: VALUES },
      { type: 'typed', name: 'batchSize', text: '64' },
      { type: 'edited', name: 'batchSize', text: '64', wanted: { ...PICTURE_DEFAULTS, batchSize: 64 } },
      { type: 'refused', name: 'batchSize', reason: 'Not now.' },
      { type: 'shown', values: VALUES },
    );
    assert.equal(state.drafts.batchSize, '64');
  });

  it('forgets the refusal when the value was mended', () => {
    const state = after(
      { type: 'shown', values: VALUES },
      { type: 'typed', name: 'batchSize', text: '1000' },
      { type: 'refused', name: 'batchSize', reason: 'Too large.' },
      { type: 'edited', name: 'batchSize', text: '100', wanted: { ...PICTURE_DEFAULTS, batchSize: 100 } },
    );
    assert.equal(state.drafts.batchSize, undefined);
    assert.equal(state.refusals.batchSize, undefined);
    assert.equal(state.values?.wanted.batchSize, 100);
  });

  it('ignores a refusal of a name that it does not know', () => {
    const state = after({ type: 'shown', values: VALUES });
    assert.equal(reduceForm(state, { type: 'refused', name: 'toString', reason: '?' }), state);
  });
});

describe('The standing of a field', () => {
  const wanted = { ...PICTURE_DEFAULTS, latentSize: 24, generatorLearningRate: 0.001 };

  it('asks for a restart only where the running net cannot take the change over', () => {
    const values = { ...VALUES, wanted };
    assert.deepEqual(standingOf(values, 'latentSize'), {
      changed: true,
      needsRestart: true,
      locked: false,
    });
    assert.deepEqual(standingOf(values, 'generatorLearningRate'), {
      changed: true,
      needsRestart: false,
      locked: false,
    });
    assert.equal(changesThatWait(values), 1);
  });

  it('asks for no restart while nothing runs', () => {
    const values = { ...VALUES, wanted, running: undefined };
    assert.equal(standingOf(values, 'latentSize').needsRestart, false);
    assert.equal(changesThatWait(values), 0);
  });

  it('is locked where the lesson holds it fixed', () => {
    const values = { ...VALUES, locked: ['seed'] as const };
    assert.equal(standingOf(values, 'seed').locked, true);
    assert.equal(standingOf(values, 'batchSize').locked, false);
  });
});

describe('What a step of a lesson leaves out of the form', () => {
  const values = {
    ...VALUES,
    hidden: ['r1Interval', 'weightClip'] as const,
    locked: ['weightClip'] as const,
  };
  const shown = (...actions: FormAction[]) => {
    const state = after({ type: 'shown', values }, ...actions);
    return HYPERPARAMETER_NAMES.filter((name) => isShown(state, name));
  };

  it('is not shown until the person wants to see it, and then again not', () => {
    assert.equal(shown().includes('r1Interval'), false);
    assert.equal(shown({ type: 'hiddenShown', shown: true }).includes('r1Interval'), true);
    assert.equal(
      shown({ type: 'hiddenShown', shown: true }, { type: 'hiddenShown', shown: false }).includes(
        'r1Interval',
      ),
      false,
    );
  });

  it('stays out of sight where it is held fixed, too, and is not counted', () => {
    assert.equal(shown({ type: 'hiddenShown', shown: true }).includes('weightClip'), false);
    assert.deepEqual(hiddenNames(values), ['r1Interval']);
  });

  it('is out of sight again in a step that leaves out something else', () => {
    const state = after(
      { type: 'shown', values },
      { type: 'hiddenShown', shown: true },
      { type: 'shown', values },
    );
    assert.equal(isShown(state, 'r1Interval'), true);
    const other = reduceForm(state, { type: 'shown', values: { ...VALUES, hidden: ['seed'] } });
    assert.equal(isShown(other, 'seed'), false);
  });

  it('is nothing in a step that leaves out nothing', () => {
    const state = after({ type: 'shown', values: VALUES });
    assert.ok(HYPERPARAMETER_NAMES.every((name) => isShown(state, name)));
  });
});

describe('The choices of the form', () => {
  it('offer pictures, points, own collections that are there, and what a lesson has set', () => {
    const always = [...PICTURE_DATA, ...POINT_DATA];
    assert.deepEqual(offeredChoices('data', 'portraits'), always);
    assert.deepEqual(offeredChoices('data', 'ring', ['ownPoints']), [...always, 'ownPoints']);
    assert.deepEqual(offeredChoices('data', 'ownPictures'), ['ownPictures', ...always]);
  });

  it('have a label for people', () => {
    for (const name of HYPERPARAMETER_NAMES) {
      const spec = SPECS[name];
      for (const value of spec.kind === 'choice' ? spec.choices : []) {
        // The hyperbolic tangent is written the same everywhere.
        assert.ok(
          typeof value === 'number' || value === 'tanh' || valueLabel(value) !== value,
          `${name}: ${value}`,
        );
      }
    }
    assert.equal(valueLabel('starryNights'), 'Starry nights');
    assert.equal(valueLabel(28), '28');
  });
});
