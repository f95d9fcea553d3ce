import assert from 'node:assert/strict';
import { coveredModes, effectiveModes, quantile } from '../../../../webview/gan/metrics/modeStatistics';

describe('The effective number of modes', () => {
  for (const k of [1, 2, 6, 25]) {
    it(`is ${k} when ${k} modes are equally frequent, however many there could be`, () => {
      const counts = [...Array.from({ length: k }, () => 7), 0, 0, 0];
      assert.ok(Math.abs(effectiveModes(counts) - k) < 1e-12);
    });
  }

  it('lies between one and two when one of two modes is rare', () => {
    // exp of the entropy of (0.9, 0.1): 0.9^-0.9 * 0.1^-0.1.
    assert.ok(Math.abs(effectiveModes([90, 10]) - 0.9 ** -0.9 * 0.1 ** -0.1) < 1e-12);
  });
});

describe('Covered modes', () => {
  it('are those with at least a fifth of their fair share', () => {
    // Of 100 samples over 4 modes the fair share is 25, a fifth of it 5.
    assert.equal(coveredModes([80, 11, 5, 4], 100), 3);
  });

  it('do not include modes without any sample, even when hardly any sample is convincing', () => {
    assert.equal(coveredModes([0, 0, 0], 0), 0);
  });
});

describe('A quantile', () => {
  it('has its share of the values below it', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => 99 - i);
    assert.equal(quantile(values, 0.9), 90);
    assert.equal(quantile(values, 0), 0);
    assert.equal(quantile(values, 1), 99);
  });
});
