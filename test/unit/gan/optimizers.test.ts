import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { chooseBackend } from '../../../webview/backend';
import { Optimizer, type OptimizerKind } from '../../../webview/gan/training/optimizers';

const SPECS = [{ shape: [3], standardDeviation: 0, mean: 0 }];
const START = [0.5, -1, 2];
/** One row per step. */
const GRADIENTS = [
  [0.1, -2, 0],
  [0.3, 1, 0.01],
  [-0.2, 0.5, 4],
  [0.1, 0.1, 0.1],
];
const SETTINGS = { learningRate: 0.01, beta1: 0.5, beta2: 0.99 };

/** The published recursions for one number in 64 bits, returning the weight after all gradients. */
const RECURSIONS: Record<OptimizerKind, (w: number, gradients: number[]) => number> = {
  sgd: (w, gradients) => gradients.reduce((at, g) => at - 0.01 * g, w),
  momentum(w, gradients) {
    let velocity = 0;
    return gradients.reduce((at, g) => at - 0.01 * (velocity = 0.9 * velocity + g), w);
  },
  rmsprop(w, gradients) {
    let square = 0;
    return gradients.reduce((at, g) => {
      square = 0.9 * square + 0.1 * g * g;
      return at - (0.01 * g) / (Math.sqrt(square) + 1e-8);
    }, w);
  },
  adam(w, gradients) {
    let m = 0;
    let v = 0;
    return gradients.reduce((at, g, index) => {
      m = 0.5 * m + 0.5 * g;
      v = 0.99 * v + 0.01 * g * g;
      const mHat = m / (1 - 0.5 ** (index + 1));
      const vHat = v / (1 - 0.99 ** (index + 1));
      return at - (0.01 * mHat) / (Math.sqrt(vHat) + 1e-8);
    }, w);
  },
};

/** Takes the steps and returns the weights. */
function run(optimizer: Optimizer, start: readonly number[], gradients: readonly number[][]): number[] {
  let parameters: tf.Tensor[] = [tf.tensor1d([...start])];
  for (const gradient of gradients) {
    const next = tf.tidy(() => optimizer.step(parameters, [tf.tensor1d(gradient)], SETTINGS));
    tf.dispose(parameters);
    parameters = next;
  }
  const values = Array.from(parameters[0]?.dataSync() ?? []);
  tf.dispose(parameters);
  return values;
}

describe('The optimizers', () => {
  before(() => chooseBackend('cpu'));

  for (const kind of ['sgd', 'momentum', 'rmsprop', 'adam'] as const) {
    it(`follow the published recursion of ${kind}`, () => {
      const optimizer = new Optimizer(kind, SPECS);
      const values = run(optimizer, START, GRADIENTS);
      optimizer.dispose();
      START.forEach((start, index) => {
        const expected = RECURSIONS[kind](
          start,
          GRADIENTS.map((gradient) => gradient[index] ?? NaN),
        );
        assert.ok(Math.abs((values[index] ?? NaN) - expected) < 1e-6, `${values[index]} is not ${expected}`);
      });
    });

    it(`go on from the saved state of ${kind} as if nothing had happened`, () => {
      const whole = new Optimizer(kind, SPECS);
      const expected = run(whole, START, GRADIENTS);
      const first = new Optimizer(kind, SPECS);
      const middle = run(first, START, GRADIENTS.slice(0, 2));
      const second = new Optimizer(kind, SPECS, {
        steps: first.steps,
        slots: first.slotTensors.map((slot) => Float32Array.from(slot.dataSync())),
      });
      assert.deepEqual(run(second, middle, GRADIENTS.slice(2)), expected);
      for (const optimizer of [whole, first, second]) {
        optimizer.dispose();
      }
    });

    it(`leak no tensor with ${kind}`, () => {
      const before = tf.memory().numTensors;
      const optimizer = new Optimizer(kind, SPECS);
      run(optimizer, START, GRADIENTS);
      optimizer.dispose();
      assert.equal(tf.memory().numTensors, before);
    });
  }
});
