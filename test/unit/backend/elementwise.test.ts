import * as tf from '@tensorflow/tfjs-core';
import { assertBackendsAgree, assertInKernelMemory, flatten, random } from './support';

const BINARY = { add: tf.add, sub: tf.sub, mul: tf.mul, div: tf.div } as const;

/** How the second operand lies in the first. */
const SHAPES = [
  { name: 'tensors of the same shape', a: [5, 7], b: [5, 7] },
  { name: 'a bias of three channels', a: [5, 4, 3], b: [3] },
  { name: 'a bias of 24 channels', a: [6, 24], b: [24] },
  { name: 'a bias with dimensions of one', a: [6, 2, 5], b: [1, 1, 5] },
  { name: 'a scalar', a: [5, 7], b: [] },
  { name: 'a scalar in a matrix', a: [5, 7], b: [1, 1] },
  { name: 'a number for each row', a: [5, 7], b: [5, 1] },
  { name: 'a number for each sample', a: [3, 4, 4, 2], b: [3, 1, 1, 1] },
  { name: 'a matrix for each sample', a: [4, 5, 6], b: [5, 6] },
  { name: 'a leading one', a: [4, 5], b: [1, 4, 5] },
  { name: 'a row and a column', a: [5, 1], b: [7] },
  { name: 'one element each', a: [1], b: [1, 1] },
] as const;

/** Broadcasts that the kernels leave to tfjs. */
const MIXTURES = [
  { name: 'a number for each column in a stack', a: [3, 4, 5], b: [4, 1] },
  { name: 'numbers around a repeated dimension', a: [3, 4, 5], b: [3, 1, 5] },
] as const;

describe('Arithmetic on the SIMD backend', () => {
  for (const [operator, operation] of Object.entries(BINARY)) {
    for (const { name, a, b } of SHAPES) {
      const both = () => {
        const [x, y] = [random([...a], 1), random([...b], 2)];
        return flatten(operation(x, y), operation(y, x));
      };
      it(`${operator} agrees with tfjs for ${name}`, async () => {
        await assertBackendsAgree(both);
        await assertInKernelMemory(() => operation(random([...a], 1), random([...b], 2)));
      });
    }
    for (const { name, a, b } of MIXTURES) {
      it(`${operator} leaves ${name} to tfjs`, () =>
        assertBackendsAgree(() => operation(random([...a], 1), random([...b], 2))));
    }
    it(`${operator} leaves integers to tfjs`, () =>
      assertBackendsAgree(() => operation(tf.tensor1d([7, 8], 'int32'), tf.tensor1d([2, 3], 'int32'))));
  }

  it('divides zero and one by zero as tfjs does', () =>
    assertBackendsAgree(() => tf.div(tf.tensor1d([0, 1, -1, 0, Number.NaN]), tf.tensor1d([0, 0, 0, 1, 1]))));

  it('takes integers that were cast to floats, and leaves them integers', () =>
    assertBackendsAgree(() => {
      const integers = tf.tensor1d([1, 2, 3], 'int32');
      const sum = tf.add(tf.cast(integers, 'float32'), tf.tensor1d([0.5, 0.5, 0.5]));
      return tf.add(sum, tf.cast(tf.equal(integers, tf.tensor1d([1, 5, 3], 'int32')), 'float32'));
    }));
});

const UNARY = {
  relu: tf.relu,
  leakyRelu: (x: tf.Tensor) => tf.leakyRelu(x, 0.2),
  step: (x: tf.Tensor) => tf.step(x, 0.2),
  exp: tf.exp,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
  softplus: tf.softplus,
  neg: tf.neg,
  square: tf.square,
  sqrt: tf.sqrt,
} as const;

/** Where the functions change their method, and around. */
const SPECIAL = [
  0, -0, 1e-40, -1e-40, 1e-7, -1e-7, 0.1, -0.1, 0.624_99, 0.625_01, -0.625, 1, -1, 9, -9, 13.95, -13.95, 20,
  -20, 87.3, -87.3, 88, -88, 88.7, -88.7, 88.8, -88.8, 104, -104, 1e30, -1e30, 3.4e38, -3.4e38,
];
const NOT_FINITE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('Functions on the SIMD backend', () => {
  for (const [name, operation] of Object.entries(UNARY)) {
    it(`${name} agrees with tfjs on numbers near zero and far from it`, async () => {
      for (const scale of [0.1, 1, 12]) {
        await assertBackendsAgree(() => operation(random([1003], 3, scale)), 1e-6);
      }
      await assertInKernelMemory(() => operation(random([1003], 3)));
    });

    it(`${name} agrees with tfjs at the ends of the range, at infinity and at NaN`, async () => {
      // One at a time, because among larger results the error of a small one would not show.
      for (const x of [...SPECIAL, ...NOT_FINITE]) {
        await assertBackendsAgree(() => flushDenormals(operation(tf.tensor1d([x]))), 2e-6);
      }
    });
  }

  it('leaves integers to tfjs', () => assertBackendsAgree(() => tf.square(tf.tensor1d([3, -4], 'int32'))));
});

/** Kernels may give zero for results below the smallest normal float. */
function flushDenormals(x: tf.Tensor): tf.Tensor {
  return tf.where(tf.less(tf.abs(x), 1.2e-38), tf.zerosLike(x), x);
}
