import assert from 'node:assert/strict';
import { quantileOf, wilsonInterval } from '../../../src/shared/domain/sweeps/statistics';

/** The square of the 0.975 quantile of the standard normal distribution: that of chi-squared with one degree, at 0.95. */
const Z_SQUARED = 3.841458820694124;

describe('The interval of a success rate', () => {
  it('is that of published tables', () => {
    for (const [successes, trials, least, most] of [
      [8, 10, 0.4901625, 0.9433178],
      [0, 10, 0, 0.2775328],
      [10, 10, 0.7224672, 1],
      [4, 5, 0.3755346, 0.9637758],
      // In lesson 10.
      [3, 5, 0.2307243, 0.8823792],
    ] as const) {
      const interval = wilsonInterval(successes, trials);
      assert.ok(Math.abs(interval.least - least) < 1e-6, `${successes} of ${trials}: ${interval.least}`);
      assert.ok(Math.abs(interval.most - most) < 1e-6, `${successes} of ${trials}: ${interval.most}`);
    }
  });

  it('ends where the score test rejects: at the roots of (s - p)^2 = z^2 p (1 - p) / n', () => {
    for (let trials = 1; trials <= 40; trials++) {
      for (let successes = 0; successes <= trials; successes++) {
        const { share, least, most } = wilsonInterval(successes, trials);
        for (const p of [least, most]) {
          const difference = (share - p) ** 2 - (Z_SQUARED * p * (1 - p)) / trials;
          assert.ok(Math.abs(difference) < 1e-12, `${successes} of ${trials}`);
        }
        assert.ok(least >= 0 && least <= share && share <= most && most <= 1);
      }
    }
  });

  it('says nothing where nothing was tried', () => {
    assert.deepEqual(wilsonInterval(0, 0), { share: Number.NaN, least: 0, most: 1 });
  });
});

describe('A quantile', () => {
  it('lies on straight lines between the sorted values', () => {
    const values = [4, 1, 3, 2];
    assert.deepEqual(
      [0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf(values, share)),
      [1, 1.75, 2.5, 3.25, 4],
    );
    assert.equal(quantileOf([7], 0.3), 7);
  });

  it('of evenly spaced values is the share itself', () => {
    const values = Array.from({ length: 101 }, (_, i) => i / 100);
    for (const share of [0, 0.013, 0.5, 0.777, 1]) {
      assert.ok(Math.abs(quantileOf(values, share) - share) < 1e-12);
    }
  });

  it('of nothing is no number', () => {
    assert.ok(Number.isNaN(quantileOf([], 0.5)));
  });
});
