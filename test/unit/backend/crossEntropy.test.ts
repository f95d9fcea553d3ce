import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND, crossEntropy } from '../../../webview/backend';
import { assertClose, on, samples } from './support';

const SMOOTHINGS = [0, 0.1];
/** Logits in all, and how many of them are real: with and without rests of a vector, and none of one kind. */
const SIZES = [
  [300, 150],
  [150, 150],
  [150, 0],
  [7, 3],
  [5, 1],
  [1, 1],
  [1, 0],
  [64, 32],
] as const;

const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** In double precision. */
function exact(logits: number[], real: number, smoothing: number) {
  const parts = [
    { values: logits.slice(0, real), cost: (l: number) => softplus(-l) + smoothing * l },
    { values: logits.slice(real), cost: softplus },
  ].filter(({ values }) => values.length > 0);
  const fakes = logits.length - real;
  return {
    value: parts.reduce((sum, { values, cost }) => sum + mean(values.map(cost)), 0),
    gradient: logits.map((l, i) => (i < real ? (smoothing - sigmoid(-l)) / real : sigmoid(l) / fakes)),
  };
}

describe('The cross-entropy of logits', () => {
  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    for (const [count, real] of SIZES) {
      for (const smoothing of SMOOTHINGS) {
        it(`agrees with its formula: ${real} real ones of ${count}, smoothed by ${smoothing}, on ${backend}`, () =>
          on(backend, () => {
            const logits = samples(count, 1, 6);
            const column = tf.tensor2d(logits.slice(), [count, 1]);
            const expected = exact([...logits], real, smoothing);
            assertClose(crossEntropy(column, real, smoothing).dataSync(), [expected.value], 1e-6);
            // Three times the loss has three times its gradient.
            const gradient = tf.grad((x: tf.Tensor) => tf.mul(crossEntropy(x, real, smoothing), 3))(column);
            assert.deepEqual(gradient.shape, [count, 1]);
            assertClose(
              gradient.dataSync(),
              expected.gradient.map((value) => 3 * value),
              2e-6,
            );
          }));
      }
    }

    it(`is finite for logits of any size on ${backend}`, () =>
      on(backend, () => {
        const column = tf.tensor2d([-1e4, 1e4, 1e4, -1e4], [4, 1]);
        assertClose(crossEntropy(column, 2).dataSync(), [1e4], 1e-6);
        const gradient = tf.grad((x: tf.Tensor) => crossEntropy(x, 2))(column);
        assertClose(gradient.dataSync(), [-0.5, 0, 0.5, 0], 1e-6);
      }));

    it(`is infinite or no number where a logit is, on ${backend}`, () =>
      on(backend, () => {
        const of = (...logits: number[]) =>
          crossEntropy(tf.tensor2d(logits, [logits.length, 1]), 1).dataSync()[0];
        assert.equal(of(-Infinity, 0), Infinity);
        assert.ok(Number.isFinite(of(Infinity, 0)));
        assert.ok(Number.isNaN(of(NaN, 0)));
        assert.ok(Number.isNaN(of(0, NaN)));
      }));
  }
});
