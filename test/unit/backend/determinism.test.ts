import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND } from '../../../webview/backend';
import { smallRun } from './smallRun';
import { flatten, on, random, randomMatrix } from './support';

function fingerprint(values: Float32Array): string {
  return createHash('sha256').update(values).digest('hex').slice(0, 16);
}

/** The weights of a run of 20 rounds. */
function train(): Promise<Float32Array> {
  return on(SIMD_BACKEND, () => {
    const run = smallRun();
    for (let i = 0; i < 20; i++) {
      run.round();
    }
    const weights = run.weights();
    run.dispose();
    return weights;
  });
}

describe('The SIMD backend', () => {
  it('trains to the same bits every time', async () => {
    const first = await train();
    assert.ok(first.every(Number.isFinite));
    assert.deepEqual(await train(), first);
  });

  it('computes the bits that every other machine computes', async () => {
    const values = await on(SIMD_BACKEND, () => {
      const product = tf.matMul(randomMatrix([37, 300], 1), randomMatrix([300, 29], 2));
      const functions = [tf.tanh, tf.exp, tf.sigmoid, tf.softplus].map((f) => f(random([500], 3, 8)));
      return Float32Array.from(flatten(product, ...functions, tf.mean(product, 1)).dataSync());
    });
    // Once found, alike in Node and in Chromium; it changes only with the kernels.
    assert.equal(fingerprint(values), 'b19df0a36c16f54f');
  });
});
