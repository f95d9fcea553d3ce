import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import {
  type AdamConstants,
  SIMD_BACKEND,
  adamSteps,
  denseLayer,
  normOverAll,
  readTogether,
  scaledSums,
} from '../../../webview/backend';
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
    it(`rounds the product and then the sum to float32, for each pair of arrays, on ${backend}`, () =>
      on(backend, () => {
        const pairs = [COUNT, 1, 8].map(
          (count, i) => [samples(count, 5 + i), samples(count, 15 + i)] as const,
        );
        const scale = Math.fround(-0.07);
        const sums = scaledSums(
          pairs.map(([a]) => tf.tensor1d(a.slice())),
          pairs.map(([, b]) => tf.tensor1d(b.slice())),
          scale,
        );
        assert.deepEqual(
          sums.map((sum) => [...sum.dataSync()]),
          pairs.map(([a, b]) => [
            ...a.map((value, i) => Math.fround(value + Math.fround(scale * (b[i] ?? 0)))),
          ]),
        );
      }));
  }
});

describe('A step of Adam', () => {
  /** Two arrays of weights that are stepped together. */
  const arrays = [COUNT, 3].map((count, i) => ({
    w: samples(count, 1 + 10 * i),
    g: samples(count, 2 + 10 * i, 0.1),
    m: samples(count, 3 + 10 * i, 0.1),
    v: samples(count, 4 + 10 * i, 0.1).map(Math.abs),
  }));
  const tensor = (values: Float32Array) => tf.tensor1d(values.slice());

  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    it(`agrees with algorithm 1 in float64, for each array of weights, on ${backend}`, () =>
      on(backend, () => {
        const before = arrays.map(({ w, m, v }) => ({ w: tensor(w), m: tensor(m), v: tensor(v) }));
        const steps = adamSteps(
          before,
          arrays.map(({ g }) => tensor(g)),
          CONSTANTS,
        );
        assert.equal(steps.length, arrays.length);
        arrays.forEach(({ w, g, m, v }, i) => {
          const expected = exactAdam(w, g, m, v, CONSTANTS);
          for (const part of ['w', 'm', 'v'] as const) {
            assertClose(steps[i]?.[part].dataSync() ?? [], expected[part], 1e-6);
          }
          assertClose(before[i]?.w.dataSync() ?? [], w, 0);
          assertClose(before[i]?.m.dataSync() ?? [], m, 0);
        });
      }));

    it(`leaves a weight that never saw a gradient where it is on ${backend}`, () =>
      on(backend, () => {
        const zero = tf.zeros([5]);
        const [step] = adamSteps([{ w: tf.ones([5]), m: zero, v: zero }], [zero], CONSTANTS);
        assert.deepEqual([...(step?.w.dataSync() ?? [])], [1, 1, 1, 1, 1]);
      }));

    it(`makes three tensors for each array and no more on ${backend}`, () =>
      on(backend, () => {
        const x = random([4], 1);
        const state = { w: x, m: x, v: x };
        const before = tf.memory().numTensors;
        adamSteps([state, state], [x, x], CONSTANTS);
        assert.equal(tf.memory().numTensors, before + 6);
      }));
  }
});

describe('The norm over several tensors', () => {
  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    it(`is that of all their elements in one row on ${backend}`, () =>
      on(backend, () => {
        const arrays = [samples(COUNT, 1), samples(6, 2), samples(1, 3)];
        const shapes = [[COUNT], [2, 3], []];
        const norm = normOverAll(arrays.map((values, i) => tf.tensor(values.slice(), shapes[i] ?? [])));
        const exact = Math.hypot(...arrays.flatMap((values) => [...values]));
        assertClose(norm.dataSync(), [exact], 1e-6);
        assert.deepEqual(norm.shape, []);
      }));
  }
});

describe('Reading several tensors', () => {
  for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
    it(`gives each its own numbers and leaves no tensor behind on ${backend}`, () =>
      on(backend, () => {
        const [a, b, other] = [random([2, 3], 1), random([], 2), random([4], 3)];
        const before = tf.memory().numTensors;
        const read = readTogether([a, b]);
        assert.equal(tf.memory().numTensors, before);
        assert.deepEqual([...read(a)], [...a.dataSync()]);
        assert.deepEqual([...read(b)], [...b.dataSync()]);
        assert.throws(() => read(other));
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
