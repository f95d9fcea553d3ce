import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND } from '../../../webview/backend';
import { inKernelMemory, on, random, simdBackend } from './support';
import { smallRun } from './smallRun';

describe('Tensors of the SIMD backend', () => {
  it('leave nothing behind, round after round', () =>
    on(SIMD_BACKEND, () => {
      const run = smallRun();
      // The first rounds make the rooms that all others reuse.
      for (let i = 0; i < 3; i++) {
        run.round();
      }
      const state = () => ({
        tensors: tf.memory().numTensors,
        arrays: simdBackend().numDataIds(),
        used: simdBackend().heap.usedBytes,
        reserved: simdBackend().heap.reservedBytes,
      });
      const before = state();
      for (let i = 0; i < 30; i++) {
        run.round();
      }
      assert.deepEqual(state(), before);
      run.dispose();
    }));

  it('give back all of their memory', () =>
    on(SIMD_BACKEND, () => {
      const before = simdBackend().heap.usedBytes;
      tf.tidy(() => {
        tf.matMul(random([20, 30], 1), random([30, 40], 2));
      });
      assert.equal(simdBackend().heap.usedBytes, before);
    }));

  it('share their memory with a reshaped tensor until both are disposed', () =>
    on(SIMD_BACKEND, () => {
      const x = tf.square(random([2, 3], 1));
      const before = simdBackend().heap.usedBytes;
      const sum = tf.add(x, x);
      const reshaped = tf.reshape(sum, [6]);
      const values = [...sum.dataSync()];
      sum.dispose();
      assert.deepEqual([...reshaped.dataSync()], values);
      reshaped.dispose();
      assert.equal(simdBackend().heap.usedBytes, before);
    }));

  it('stay intact when the memory grows', () =>
    on(SIMD_BACKEND, () => {
      const kept = tf.add(tf.range(0, 1000), 0.5);
      const before = simdBackend().heap.memory.buffer;
      const count = before.byteLength / 4;
      const large = tf.add(tf.zeros([count]), 1);
      assert.notEqual(simdBackend().heap.memory.buffer, before);
      assert.deepEqual(
        [...kept.dataSync()],
        Array.from({ length: 1000 }, (_, i) => i + 0.5),
      );
      assert.equal(tf.sum(large).dataSync()[0], count);
    }));

  it('are not changed through what was read from them', () =>
    on(SIMD_BACKEND, () => {
      const x = tf.add(tf.zeros([3]), 1);
      x.dataSync().fill(7);
      assert.deepEqual([...x.dataSync()], [1, 1, 1]);
    }));

  it('do not change with a tensor that was sliced from them', () =>
    on(SIMD_BACKEND, () => {
      // A part of a row: tfjs's kernel hands out a view of its input.
      const whole = tf.add(random([1, 8], 1), 0);
      const part = tf.slice(whole, [0, 2], [1, 3]);
      const values = [...part.dataSync()];
      whole.dispose();
      tf.add(tf.zeros([1, 8]), 5);
      assert.deepEqual([...part.dataSync()], values);
    }));

  it('move into the kernels’ memory at their first use there', () =>
    on(SIMD_BACKEND, () => {
      const x = random([5], 1);
      const values = [...x.dataSync()];
      assert.equal(inKernelMemory(x), false);
      tf.square(x);
      assert.equal(inKernelMemory(x), true);
      assert.deepEqual([...x.dataSync()], values);
    }));

  it('go to another backend and come back', async () => {
    const x = await on(SIMD_BACKEND, () => tf.keep(tf.add(tf.tensor1d([1, 2, 3]), 1)));
    const there = await on('cpu', () => [...tf.mul(x, 2).dataSync()]);
    const back = await on(SIMD_BACKEND, () => [...tf.mul(x, 3).dataSync()]);
    x.dispose();
    assert.deepEqual(
      [there, back],
      [
        [4, 6, 8],
        [6, 9, 12],
      ],
    );
  });
});
