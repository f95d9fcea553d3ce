import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { assertBackendsAgree, assertInKernelMemory, flatten, random, randomMatrix } from './support';

describe('Sums and means on the SIMD backend', () => {
  const FIRST_OR_LAST = [[0], [0, 1], [2], [-1], [1, 2], [2, 1], [0, 1, 2]];
  for (const axes of FIRST_OR_LAST) {
    for (const [name, operation] of Object.entries({ sum: tf.sum, mean: tf.mean })) {
      it(`${name} over axes ${axes.join(', ')} agrees with tfjs`, async () => {
        await assertBackendsAgree(() => operation(random([5, 6, 7], 1), axes));
        await assertBackendsAgree(() => operation(random([5, 6, 7], 1), axes, true));
        await assertInKernelMemory(() => operation(random([5, 6, 7], 1), axes));
      });
    }
  }

  it('leaves axes in the middle, or with a gap, to tfjs', () =>
    assertBackendsAgree(() =>
      flatten(tf.sum(random([5, 6, 7], 1), 1), tf.mean(random([5, 6, 7], 1), [0, 2])),
    ));

  it('leaves integers to tfjs', () => assertBackendsAgree(() => tf.sum(tf.tensor1d([1, 2, 3], 'int32'))));

  it('propagates NaN', () =>
    assertBackendsAgree(() => tf.sum(tf.tensor2d([1, Number.NaN, 3, 4, 5, 6], [3, 2]), 0)));

  it('of a scalar is the scalar', () => assertBackendsAgree(() => tf.sum(tf.scalar(3))));
});

describe('Copies on the SIMD backend', () => {
  const OPERATIONS: Readonly<Record<string, () => tf.Tensor>> = {
    'the transpose of a matrix': () => tf.transpose(randomMatrix([13, 6], 1)),
    'the concatenation of batches': () =>
      tf.concat([random([2, 3], 1), tf.zeros([0, 3]), random([4, 3], 2), random([1, 3], 3)]),
    'a slice of whole rows': () => tf.slice(random([7, 3, 2], 1), 2, 3),
    'a slice of all rows': () => tf.slice(random([7, 3, 2], 1), 0),
    'a gathering of rows': () => tf.gather(random([7, 3, 2], 1), tf.tensor1d([6, 0, 3, 3], 'int32')),
    'a gathering by a matrix of indices': () =>
      tf.gather(random([7, 3], 1), tf.tensor2d([6, 0, 3, 3], [2, 2], 'int32')),
    'zeros like a tensor': () => tf.zerosLike(random([3, 4], 1)),
    'ones like a tensor': () => tf.onesLike(random([3, 4], 1)),
  };
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    it(`${name} agrees with tfjs`, async () => {
      await assertBackendsAgree(operation);
      await assertInKernelMemory(operation);
    });
  }

  const LEFT_TO_TFJS: Readonly<Record<string, () => tf.Tensor>> = {
    'the transpose of a stack': () => tf.transpose(random([2, 3, 4], 1), [0, 2, 1]),
    'the trivial transpose': () => tf.transpose(randomMatrix([3, 4], 1), [0, 1]),
    'the concatenation of columns': () => tf.concat([random([2, 3], 1), random([2, 5], 2)], 1),
    'a slice of parts of rows': () => tf.slice(random([7, 3, 2], 1), [2, 1, 0], [3, 2, -1]),
    'a gathering of columns': () => tf.gather(random([7, 3], 1), tf.tensor1d([2, 0], 'int32'), 1),
    'zeros like integers': () => tf.zerosLike(tf.tensor1d([1, 2], 'int32')),
    'operations that have no kernel here': () => {
      const x = tf.add(random([2, 8, 8, 3], 1), 1);
      return flatten(tf.cumsum(x), tf.log(tf.abs(x)), tf.slice(x, [0, 1, 1, 0], [1, 2, 2, 2]), tf.max(x));
    },
  };
  for (const [name, operation] of Object.entries(LEFT_TO_TFJS)) {
    it(`leave ${name} to tfjs`, () => assertBackendsAgree(operation));
  }

  it('refuse to join rows of different lengths, as tfjs does', async () => {
    const join = () => tf.concat([random([2, 3], 1), random([2, 4], 2)]);
    await assert.rejects(assertBackendsAgree(join), /Shape of tensors\[1\]/);
  });

  it('refuse to gather rows that do not exist, as tfjs does', async () => {
    const gather = () => tf.gather(random([3, 2], 1), tf.tensor1d([0, 3], 'int32'));
    await assert.rejects(assertBackendsAgree(gather), /index value 3 is not in \[0, 2\]/);
  });
});
