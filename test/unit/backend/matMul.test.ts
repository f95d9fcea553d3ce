import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { assertBackendsAgree, assertInKernelMemory, random, randomMatrix } from './support';

/** Rows, depth and columns. Whole tiles and what remains beside them, one pass over the depth and several. */
const SIZES = [
  [1, 1, 1],
  [5, 3, 7],
  [4, 9, 8],
  [6, 5, 2],
  [8, 4, 11],
  [33, 300, 21],
  [7, 5, 1],
  [3, 1, 12],
  [1, 600, 5],
  [64, 768, 1],
] as const;

const TRANSPOSES = [
  { of: 'two matrices', first: false, second: false },
  { of: 'a transpose and a matrix', first: true, second: false },
  { of: 'a matrix and a transpose', first: false, second: true },
  { of: 'two transposes', first: true, second: true },
] as const;

describe('The matrix product on the SIMD backend', () => {
  for (const [rows, depth, columns] of SIZES) {
    for (const { of, first, second } of TRANSPOSES) {
      const product = () =>
        tf.matMul(
          randomMatrix(first ? [depth, rows] : [rows, depth], 1),
          randomMatrix(second ? [columns, depth] : [depth, columns], 2),
          first,
          second,
        );
      it(`of ${of} agrees with tfjs for ${rows} x ${depth} x ${columns}`, async () => {
        await assertBackendsAgree(product);
        await assertInKernelMemory(product);
      });
    }
  }

  it('agrees with tfjs for a batch of matrices', async () => {
    const product = () => tf.matMul(random([3, 5, 7], 1), random([3, 7, 9], 2));
    await assertBackendsAgree(product);
    await assertInKernelMemory(product);
  });

  it('leaves a batch times one matrix to tfjs', async () => {
    await assertBackendsAgree(() => tf.matMul(random([3, 5, 7], 1), random([1, 7, 9], 2)));
  });

  it('leaves integers to tfjs', async () => {
    await assertBackendsAgree(() =>
      tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32'), tf.tensor2d([5, 6, 7, 8], [2, 2], 'int32')),
    );
  });

  it('is zero where there is nothing to sum', async () => {
    await assertBackendsAgree(() => tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 3])));
  });

  it('refuses matrices that do not fit, as tfjs does', async () => {
    const product = () => tf.matMul(randomMatrix([2, 3], 1), randomMatrix([4, 5], 2));
    await assert.rejects(assertBackendsAgree(product), /inner shapes \(3\) and \(4\)/);
  });

  it('keeps NaN and infinity in their rows and columns', async () => {
    await assertBackendsAgree(() => {
      const a = tf.tensor2d([1, Number.NaN, 3, 4, 5, 6, 7, Number.POSITIVE_INFINITY, 9, 1, 2, 3], [6, 2]);
      return tf.matMul(a, randomMatrix([2, 11], 2));
    });
  });
});

describe('The fused matrix product on the SIMD backend', () => {
  for (const activation of ['linear', 'relu', 'leakyrelu', 'sigmoid', 'elu'] as const) {
    it(`agrees with tfjs for a bias and ${activation}`, () =>
      assertBackendsAgree(() =>
        tf.fused.matMul({
          a: randomMatrix([5, 7], 1),
          b: randomMatrix([7, 6], 2),
          bias: random([6], 3),
          activation,
          leakyreluAlpha: 0.3,
        }),
      ));
  }

  it('takes a bias for one column', () =>
    assertBackendsAgree(() =>
      tf.fused.matMul({ a: randomMatrix([5, 7], 1), b: randomMatrix([7, 1], 2), bias: random([1], 3) }),
    ));
});
