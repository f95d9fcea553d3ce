import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { MapShape } from '../../../src/shared/domain/featureMaps';
import { unreachable } from '../../../src/shared/result';
import { denseLayer } from '../../backend';
import { elementCount, type Activation, type Layer } from './layer';

/** Width and height of a filter. Four with stride two covers every pixel equally often (Odena et al. 2016). */
const FILTER = 4;
/** Every convolution halves, every transposed convolution doubles width and height. */
const STRIDE = 2;
/** Slope of LeakyReLU below zero (Radford et al. 2016, section 3). */
export const LEAK = 0.2;

export function isMatrix(tensor: Tensor | undefined): tensor is Tensor2D {
  return tensor?.rank === 2;
}

function isMapBatch(tensor: Tensor | undefined): tensor is Tensor4D {
  return tensor?.rank === 4;
}

/**
 * Standard deviation that keeps the size of activations through a layer with ReLU
 * (He et al. 2015, eq. 10: sqrt(2 / fan-in)).
 */
function heDeviation(fanIn: number): number {
  return Math.sqrt(2 / fanIn);
}

/** The same for a layer without activation (He et al. 2015, section 2.2): sqrt(1 / fan-in). */
function linearDeviation(fanIn: number): number {
  return Math.sqrt(1 / fanIn);
}

/**
 * Where a layer stands, which decides its initial weights: before an activation, at the end of a discriminator, or at
 * the end of a generator, where weights start at half of He's size so that the first tanh is not saturated.
 */
type Place = 'hidden' | 'score' | 'sample';

function deviation(place: Place, fanIn: number): number {
  switch (place) {
    case 'hidden':
      return heDeviation(fanIn);
    case 'score':
      return linearDeviation(fanIn);
    case 'sample':
      return heDeviation(fanIn) / 2;
    default:
      return unreachable(place);
  }
}

/** x W + b, from `inputs` to `units` numbers. */
export function dense(inputs: number, units: number, place: Place): Layer {
  const apply =
    (kind: Activation | 'linear'): Layer['apply'] =>
    (input, [weights, bias]) => {
      if (!isMatrix(input) || !isMatrix(weights) || bias === undefined) {
        throw new Error('A dense layer needs vectors, weights and a bias.');
      }
      return denseLayer(input, weights, bias, kind, LEAK);
    };
  return {
    name: 'dense',
    outputShape: [units],
    parameters: [
      { shape: [inputs, units], standardDeviation: deviation(place, inputs), mean: 0 },
      { shape: [units], standardDeviation: 0, mean: 0 },
    ],
    apply: apply('linear'),
    applyWith: apply,
  };
}

/** x w: a score of `inputs` numbers without a bias, so that it is 0 at the origin. */
export function linearScore(inputs: number): Layer {
  return {
    name: 'linear, without bias',
    outputShape: [1],
    parameters: [{ shape: [inputs, 1], standardDeviation: deviation('score', inputs), mean: 0 }],
    apply(input, [weights]) {
      if (!isMatrix(input) || !isMatrix(weights)) {
        throw new Error('A linear score needs vectors and weights.');
      }
      return tf.matMul(input, weights);
    },
  };
}

/** The same sample of `size` numbers, which it learns, whatever the input. */
export function singlePoint(size: number): Layer {
  return {
    name: 'single point',
    outputShape: [size],
    parameters: [{ shape: [size], standardDeviation: linearDeviation(size), mean: 0 }],
    apply(input, [point]) {
      if (point === undefined) {
        throw new Error('A single point needs its place.');
      }
      return tf.add(tf.zeros([input.shape[0] ?? 0, size]), point);
    },
  };
}

/**
 * The score of features phi under a class y: phi W + b + <y V, phi>, where V gives each class a direction among the
 * features ("projection discriminator", Miyato & Koyama 2018, eq. 4). Where no class is told, that of every class is
 * taken to be equally likely.
 *
 * @param inputs length of phi
 * @param classes how many classes there are
 */
export function projection(inputs: number, classes: number): Layer {
  const score = dense(inputs, 1, 'score');
  return {
    name: 'dense and projection of the class',
    outputShape: [1],
    parameters: [
      ...score.parameters,
      { shape: [classes, inputs], standardDeviation: deviation('score', inputs), mean: 0 },
    ],
    apply(input, [weights, bias, directions], momentsOf, told) {
      if (weights === undefined || bias === undefined || !isMatrix(directions)) {
        throw new Error('A projection needs weights, a bias and the directions of the classes.');
      }
      const direction = isMatrix(told) ? tf.matMul(told, directions) : tf.mean(directions, 0, true);
      const unconditional = score.apply(input, [weights, bias], momentsOf);
      return tf.add(unconditional, tf.sum(tf.mul(input, direction), 1, true));
    },
  };
}

/** Convolution 4 x 4 with stride 2 and zero padding: half the width and height. */
export function convolution([height, width, channels]: MapShape, filters: number): Layer {
  return {
    name: `convolution ${FILTER} x ${FILTER}`,
    outputShape: [height / STRIDE, width / STRIDE, filters],
    parameters: [
      {
        shape: [FILTER, FILTER, channels, filters],
        standardDeviation: heDeviation(FILTER * FILTER * channels),
        mean: 0,
      },
      { shape: [filters], standardDeviation: 0, mean: 0 },
    ],
    apply(input, [filter, bias]) {
      if (!isMapBatch(input) || !isMapBatch(filter) || bias === undefined) {
        throw new Error('A convolution needs feature maps, a filter and a bias.');
      }
      return tf.add(tf.conv2d(input, filter, STRIDE, 'same'), bias);
    },
  };
}

/** Transposed convolution 4 x 4 with stride 2: twice the width and height. */
export function transposedConvolution(
  [height, width, channels]: MapShape,
  filters: number,
  place: Place,
): Layer {
  const outputShape = [height * STRIDE, width * STRIDE, filters] as const;
  // Every output pixel is reached by (4 / 2)^2 of the filter's taps.
  const fanIn = (FILTER / STRIDE) ** 2 * channels;
  return {
    name: `transposed convolution ${FILTER} x ${FILTER}`,
    outputShape,
    parameters: [
      {
        shape: [FILTER, FILTER, filters, channels],
        standardDeviation: deviation(place, fanIn),
        mean: 0,
      },
      { shape: [filters], standardDeviation: 0, mean: 0 },
    ],
    apply(input, [filter, bias]) {
      if (!isMapBatch(input) || !isMapBatch(filter) || bias === undefined) {
        throw new Error('A transposed convolution needs feature maps, a filter and a bias.');
      }
      const shape: [number, number, number, number] = [input.shape[0], ...outputShape];
      return tf.add(tf.conv2dTranspose(input, filter, shape, STRIDE, 'same'), bias);
    },
  };
}

export function activation(kind: Activation, shape: readonly number[]): Layer {
  return {
    name: kind,
    outputShape: shape,
    parameters: [],
    activation: kind,
    apply(input) {
      switch (kind) {
        case 'relu':
          return tf.relu(input);
        case 'leakyRelu':
          return tf.leakyRelu(input, LEAK);
        case 'tanh':
          return tf.tanh(input);
        default:
          return unreachable(kind);
      }
    },
  };
}

/** The same numbers in another shape. */
export function reshape(shape: readonly number[]): Layer {
  return {
    name: 'reshape',
    outputShape: shape,
    parameters: [],
    apply: (input) => tf.reshape(input, [input.shape[0] ?? 0, ...shape]),
  };
}

/** All numbers of a sample in one row. */
export function flatten(shape: readonly number[]): Layer {
  return { ...reshape([elementCount(shape)]), name: 'flatten' };
}
