import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  changedNames,
  defaultsFor,
  HYPERPARAMETER_NAMES,
  HyperparametersSchema,
  isHyperparameterName,
  namesThatNeedRestart,
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  SPECS,
  withLiveChanges,
  withValue,
} from '../../../src/shared/domain/hyperparameters';

function accepts(name: string, value: unknown): boolean {
  return v.is(HyperparametersSchema, { ...PICTURE_DEFAULTS, [name]: value });
}

describe('The table of hyperparameters', () => {
  for (const name of HYPERPARAMETER_NAMES) {
    const spec = SPECS[name];
    if (spec.kind === 'choice') {
      it(`lets ${name} be each of its choices and nothing else`, () => {
        assert.ok(spec.choices.every((choice) => accepts(name, choice)));
        assert.ok(!accepts(name, 'none of them'));
        assert.ok(!accepts(name, undefined));
      });
    } else {
      it(`lets ${name} be from its minimum to its maximum and nothing else`, () => {
        assert.ok(accepts(name, spec.minimum));
        assert.ok(accepts(name, spec.maximum));
        assert.ok(spec.initial >= spec.minimum && spec.initial <= spec.maximum);
        for (const value of [
          spec.minimum - 1,
          spec.maximum + 1,
          Number.NaN,
          Number.POSITIVE_INFINITY,
          '1',
          null,
        ]) {
          assert.ok(!accepts(name, value), String(value));
        }
        assert.equal(accepts(name, (spec.minimum + spec.maximum) / 2 + 0.123_456), !spec.integer);
      });
    }

    it(`gives ${name} a label`, () => assert.notEqual(spec.label(), ''));
  }

  it('knows its own names and no inherited ones', () => {
    assert.ok(isHyperparameterName('seed'));
    assert.ok(!isHyperparameterName('toString'));
  });
});

describe('The recipes', () => {
  it('are valid for every kind of data', () => {
    for (const data of SPECS.data.kind === 'choice' ? SPECS.data.choices : []) {
      const recipe = defaultsFor(data);
      assert.equal(recipe.data, data);
      assert.ok(v.is(HyperparametersSchema, recipe));
    }
  });

  it('are dense networks for points', () => {
    assert.equal(POINT_DEFAULTS.generatorNetwork, 'dense');
    assert.equal(POINT_DEFAULTS.discriminatorNetwork, 'dense');
  });
});

describe('Changing a hyperparameter', () => {
  it('changes that one', () => {
    const changed = withValue(PICTURE_DEFAULTS, 'seed', 9);
    assert.deepEqual(changed, { ok: true, value: { ...PICTURE_DEFAULTS, seed: 9 } });
  });

  it('to a value that cannot be tells the range and what stays', () => {
    const changed = withValue(PICTURE_DEFAULTS, 'generatorLearningRate', 5);
    assert.ok(!changed.ok);
    assert.match(changed.problem.message, /Learning rate must be a number from 0\.000001 to 1/);
    assert.match(changed.problem.next, /0\.004/);
  });

  it('from pictures to points takes the recipe along and keeps seed and backend', () => {
    const current = { ...PICTURE_DEFAULTS, seed: 9, backend: 'cpu', batchSize: 8 } as const;
    const changed = withValue(current, 'data', 'spiral');
    assert.deepEqual(changed, {
      ok: true,
      value: { ...POINT_DEFAULTS, data: 'spiral', seed: 9, backend: 'cpu' },
    });
  });

  it('within pictures keeps everything else', () => {
    const current = { ...PICTURE_DEFAULTS, batchSize: 8 };
    assert.deepEqual(withValue(current, 'data', 'digits'), {
      ok: true,
      value: { ...current, data: 'digits' },
    });
  });
});

describe('Two sets of hyperparameters', () => {
  const wanted = { ...PICTURE_DEFAULTS, batchSize: 8, latentSize: 2 };

  it('differ in the names whose values differ', () => {
    assert.deepEqual(changedNames(PICTURE_DEFAULTS, wanted).toSorted(), ['batchSize', 'latentSize']);
    assert.deepEqual(changedNames(wanted, wanted), []);
  });

  it('need a restart for what a running net cannot take over', () => {
    assert.deepEqual(namesThatNeedRestart(PICTURE_DEFAULTS, wanted), ['latentSize']);
  });

  it('meet in what a running net can take over', () => {
    assert.deepEqual(withLiveChanges(PICTURE_DEFAULTS, wanted), { ...PICTURE_DEFAULTS, batchSize: 8 });
  });
});
