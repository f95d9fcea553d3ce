import assert from 'node:assert/strict';
import {
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  withValue,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import type { Finding } from '../../../src/shared/wire/run';
import {
  COMPARABLE,
  initialValue,
  suggestDifference,
  withDifference,
} from '../../../webview/lesson/compare/difference';

const collapse: Finding = {
  problem: 'modeCollapse',
  evidence: 'One kind of six.',
  fixes: [{ generatorSteps: 1 }],
};

describe('What two runs differ in', () => {
  it('is that a network learns which sleeps, because nothing else would show', () => {
    const asleep: Hyperparameters = { ...PICTURE_DEFAULTS, discriminatorSteps: 0 };
    assert.deepEqual(suggestDifference(asleep, {}, []), { name: 'discriminatorSteps', value: 1 });
  });

  it('is first what the form wants, then what a diagnosis proposes', () => {
    const running: Hyperparameters = { ...PICTURE_DEFAULTS, generatorSteps: 5 };
    assert.deepEqual(suggestDifference(running, { batchSize: 64 }, [collapse]), {
      name: 'batchSize',
      value: 64,
    });
    assert.deepEqual(suggestDifference(running, {}, [collapse]), { name: 'generatorSteps', value: 1 });
  });

  it('is never what makes the runs incomparable', () => {
    const suggestion = suggestDifference(PICTURE_DEFAULTS, { data: 'sunsets', seed: 7, backend: 'cpu' }, []);
    assert.deepEqual(suggestion, { name: 'r1Weight', value: 0 });
    assert.ok(['data', 'seed', 'backend'].every((name) => !COMPARABLE.some((other) => other === name)));
  });

  it('is never what the run has already', () => {
    const running: Hyperparameters = { ...PICTURE_DEFAULTS, r1Weight: 0, generatorSteps: 5 };
    assert.deepEqual(suggestDifference(running, { batchSize: 32 }, []), { name: 'generatorSteps', value: 1 });
    const same = withDifference(running, { name: 'batchSize', value: 32 });
    assert.ok(!same.ok && same.problem.message.length > 0);
  });

  it('begins with a value that differs and can be, whichever hyperparameter is chosen', () => {
    for (const running of [PICTURE_DEFAULTS, POINT_DEFAULTS]) {
      for (const name of COMPARABLE) {
        const value = initialValue(name, running);
        assert.notEqual(value, running[name], name);
        const changed = withValue(running, name, value);
        const isAboutCombination = !changed.ok && changed.problem.next.length > 0;
        assert.ok(changed.ok || isAboutCombination, `${name} ${value}`);
        if (!changed.ok) {
          assert.doesNotMatch(changed.problem.message, /must be/, `${name} ${value} is out of range`);
        }
      }
    }
  });

  it('is refused with the reason when it does not go together with the rest', () => {
    const refused = withDifference(PICTURE_DEFAULTS, { name: 'discriminatorNormalization', value: 'batch' });
    assert.ok(!refused.ok && /batch/.test(refused.problem.message));
    assert.ok(!withDifference(PICTURE_DEFAULTS, { name: 'batchSize', value: Number.NaN }).ok);
  });
});
