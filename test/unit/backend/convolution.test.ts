import * as tf from '@tensorflow/tfjs-core';
import { assertBackendsAgree, assertInKernelMemory, flatten, random, randomMaps } from './support';

interface Geometry {
  readonly filter: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid' | number;
  readonly height: number;
  readonly width: number;
}

const GEOMETRIES: readonly Geometry[] = [
  { filter: 4, stride: 2, pad: 'same', height: 8, width: 8 },
  { filter: 3, stride: 1, pad: 'same', height: 7, width: 5 },
  { filter: 5, stride: 3, pad: 'valid', height: 11, width: 9 },
  { filter: 3, stride: 2, pad: 1, height: 8, width: 9 },
  { filter: 1, stride: 1, pad: 'same', height: 6, width: 6 },
  // The filter is wider than the picture, so that whole places of it lie outside.
  { filter: 7, stride: 1, pad: 'same', height: 3, width: 2 },
];

const IMAGES = 3;
const CHANNELS = 3;
const FILTERS = 10;

describe('The convolution on the SIMD backend', () => {
  for (const { filter, stride, pad, height, width } of GEOMETRIES) {
    const name = `a ${filter} x ${filter} filter, stride ${stride} and pad ${pad} on ${height} x ${width} pixels`;
    const x = () => randomMaps([IMAGES, height, width, CHANNELS], 1);
    const weights = () => randomMaps([filter, filter, CHANNELS, FILTERS], 2);

    it(`agrees with tfjs for ${name}`, async () => {
      const operation = () => tf.conv2d(x(), weights(), stride, pad);
      await assertBackendsAgree(operation);
      await assertInKernelMemory(operation);
    });

    it(`has tfjs's gradients for ${name}`, () =>
      assertBackendsAgree(() => {
        const loss = tf.grads((input: tf.Tensor, kernel: tf.Tensor) =>
          tf.sum(tf.square(tf.conv2d(maps(input), maps(kernel), stride, pad))),
        );
        return flatten(...loss([x(), weights()]));
      }));
  }

  it('agrees with tfjs where the pictures go through in several groups', () =>
    assertBackendsAgree(() => {
      const loss = tf.grads((input: tf.Tensor, kernel: tf.Tensor) =>
        tf.sum(tf.square(tf.conv2d(maps(input), maps(kernel), 1, 'same'))),
      );
      return flatten(...loss([randomMaps([5, 16, 16, 8], 1), randomMaps([5, 5, 8, 4], 2)]));
    }));

  it('agrees with tfjs transposed', async () => {
    const operation = () =>
      tf.conv2dTranspose(randomMaps([2, 4, 5, 6], 1), randomMaps([3, 3, 4, 6], 2), [2, 8, 10, 4], 2, 'same');
    await assertBackendsAgree(operation);
    await assertInKernelMemory(operation);
  });

  it('leaves dilated filters to tfjs', () =>
    assertBackendsAgree(() =>
      tf.conv2d(randomMaps([2, 8, 8, 3], 1), randomMaps([3, 3, 3, 4], 2), 1, 'same', 'NHWC', 2),
    ));

  for (const activation of ['linear', 'relu', 'leakyrelu', 'sigmoid', 'elu'] as const) {
    it(`agrees with tfjs fused with a bias and ${activation}`, () =>
      assertBackendsAgree(() =>
        tf.fused.conv2d({
          x: randomMaps([2, 6, 5, 3], 1),
          filter: randomMaps([3, 3, 3, 5], 2),
          strides: 1,
          pad: 'same',
          bias: random([5], 3),
          activation,
          leakyreluAlpha: 0.3,
        }),
      ));
  }
});

/** tfjs's `grads` passes tensors of unknown rank. */
function maps(tensor: tf.Tensor): tf.Tensor4D {
  const [images = 0, height = 0, width = 0, channels = 0] = tensor.shape;
  return tf.reshape(tensor, [images, height, width, channels]);
}
