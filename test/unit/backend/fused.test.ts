import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { type AdamConstants, SIMD_BACKEND, adamStep, denseLayer, scaledSum } from '../../../webview/backend';
import { assertClose, flatten, on, random, randomMatrix, samples } from './support';

const CONSTANTS: AdamConstants = {
  beta1: 0.5,
  beta2: 0.99,
  rate: 4e-3 / (1 - 0.5 ** 3),
  vCorrection: 1 / (1 - 0.99 ** 3),
};
/** Not a whole number of vectors. */
const COUNT = 1003;

/** Algorithm 1 of Kingma and Ba (2015) in double precision. */
function exactAdam(
  w: Float32Array,
  g: Float32Array,
  m: Float32Array,
  v: Float32Array,
  constants: AdamConstants,
) {
  const { beta1, beta2, rate, vCorrection } = constants;
  const newM = Array.from(m, (value, i) => beta1 * value + (1 - beta1) * (g[i] ?? 0));
  const newV = Array.from(v, (value, i) => beta2 * value + (1 - beta2) * (g[i] ?? 0) ** 2);
  const newW = Array.from(
    w,
    (value, i) => value - (rate * (newM[i] ?? 0)) / (Math.sqrt((newV[i] ?? 0) * vCorrection) + 1e-8),
  );
  return { w: newW, m: newM, v: newV };
}

describe('A sum with one part scaled', () => {
  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    it(`rounds the product and then the sum to float32 on ${backend}`, () =>
      on(backend, () => {
        const [a, b] = [samples(COUNT, 5), samples(COUNT, 6)];
        const scale = Math.fround(-0.07);
        const sum = scaledSum(tf.tensor1d(a.slice()), tf.tensor1d(b.slice()), scale);
        const expected = a.map((value, i) => Math.fround(value + Math.fround(scale * (b[i] ?? 0))));
        assert.deepEqual([...sum.dataSync()], [...expected]);
      }));
  }
});

describe('A step of Adam', () => {
  const w = samples(COUNT, 1);
  const g = samples(COUNT, 2, 0.1);
  const m = samples(COUNT, 3, 0.1);
  const v = samples(COUNT, 4, 0.1).map(Math.abs);
  const expected = exactAdam(w, g, m, v, CONSTANTS);

  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    it(`agrees with algorithm 1 in float64 on ${backend}`, () =>
      on(backend, () => {
        const inputs = [w, g, m, v].map((values) => tf.tensor1d(values.slice()));
        const [tw, tg, tm, tv] = inputs;
        assert.ok(tw && tg && tm && tv);
        const step = adamStep(tw, tg, tm, tv, CONSTANTS);
        assertClose(step.w.dataSync(), expected.w, 1e-6);
        assertClose(step.m.dataSync(), expected.m, 1e-6);
        assertClose(step.v.dataSync(), expected.v, 1e-6);
        assertClose(tw.dataSync(), w, 0);
        assertClose(tm.dataSync(), m, 0);
      }));

    it(`leaves a weight that never saw a gradient where it is on ${backend}`, () =>
      on(backend, () => {
        const zero = tf.zeros([5]);
        assert.deepEqual(
          [...adamStep(tf.ones([5]), zero, zero, zero, CONSTANTS).w.dataSync()],
          [1, 1, 1, 1, 1],
        );
      }));

    it(`makes three tensors and no more on ${backend}`, () =>
      on(backend, () => {
        const x = random([4], 1);
        const before = tf.memory().numTensors;
        adamStep(x, x, x, x, CONSTANTS);
        assert.equal(tf.memory().numTensors, before + 3);
      }));
  }
});

describe('A dense layer', () => {
  const ALPHA = 0.2;
  const PLAIN = {
    linear: (x: tf.Tensor) => x,
    relu: (x: tf.Tensor) => tf.relu(x),
    leakyRelu: (x: tf.Tensor) => tf.leakyRelu(x, ALPHA),
    tanh: (x: tf.Tensor) => tf.tanh(x),
  } as const;
  const inputs = () => ({ x: randomMatrix([9, 5], 1), w: randomMatrix([5, 6], 2), bias: random([6], 3) });

  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    for (const activation of ['linear', 'relu', 'leakyRelu', 'tanh'] as const) {
      it(`with ${activation} is the three operations it stands for on ${backend}`, () =>
        on(backend, () => {
          const { x, w, bias } = inputs();
          const fused = denseLayer(x, w, bias, activation, ALPHA).dataSync();
          assertClose(fused, PLAIN[activation](tf.add(tf.matMul(x, w), bias)).dataSync(), 1e-6);
        }));

      it(`with ${activation} has their gradients on ${backend}`, () =>
        on(backend, () => {
          const { x, w, bias } = inputs();
          const fused = tf.grads((a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
            tf.sum(tf.square(denseLayer(two(a), two(b), c, activation, ALPHA))),
          );
          const plain = tf.grads((a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
            tf.sum(tf.square(PLAIN[activation](tf.add(tf.matMul(a, b), c)))),
          );
          assertClose(
            flatten(...fused([x, w, bias])).dataSync(),
            flatten(...plain([x, w, bias])).dataSync(),
            1e-5,
          );
        }));
    }
  }
});

function two(tensor: tf.Tensor): tf.Tensor2D {
  const [rows = 0, columns = 0] = tensor.shape;
  return tf.reshape(tensor, [rows, columns]);
}
