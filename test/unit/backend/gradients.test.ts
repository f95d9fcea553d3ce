import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND, denseLayer } from '../../../webview/backend';
import {
  type Exact,
  centralDifference,
  exactConvolution,
  exactDense,
  exactFlatten,
  exactMap,
  exactTransposedConvolution,
} from './exactLayers';
import { assertClose, on, samples } from './support';

/** The slope of the leaky activation. */
const ALPHA = 0.2;

/** A network that gives one score for each sample, in tfjs's operations and in plain loops. */
interface Network {
  readonly name: string;
  readonly input: [number, number, number, number];
  readonly parameters: readonly number[][];
  tfjs(x: tf.Tensor4D, parameters: tf.Tensor[]): tf.Tensor;
  exact(x: Exact, parameters: readonly Exact[]): Exact;
}

const ACTIVATIONS = {
  relu: { tfjs: <T extends tf.Tensor>(x: T): T => tf.relu(x), exact: (x: number) => Math.max(x, 0) },
  leakyRelu: {
    tfjs: <T extends tf.Tensor>(x: T): T => tf.leakyRelu(x, ALPHA),
    exact: (x: number) => (x > 0 ? x : ALPHA * x),
  },
  tanh: { tfjs: <T extends tf.Tensor>(x: T): T => tf.tanh(x), exact: Math.tanh },
} as const;

const NETWORKS: readonly Network[] = Object.entries(ACTIVATIONS).flatMap(([name, activation]): Network[] => [
  {
    name: `two convolutions with ${name}`,
    input: [2, 5, 4, 2],
    parameters: [[4, 4, 2, 3], [3], [3, 3, 3, 2], [3 * 2 * 2, 1], [1]],
    tfjs(x, [first, bias, second, weights, offset]) {
      const hidden = activation.tfjs(tf.add<tf.Tensor4D>(tf.conv2d(x, four(first), 2, 'same'), given(bias)));
      const deeper = activation.tfjs(tf.conv2d(hidden, four(second), 1, 'same'));
      return tf.add(tf.matMul(tf.reshape(deeper, [x.shape[0], -1]), given(weights)), given(offset));
    },
    exact(x, [first, bias, second, weights, offset]) {
      const map = exactConvolution(x, given(first), 2);
      const biased = { ...map, values: map.values.map((v, i) => v + (given(bias).values[i % 3] ?? 0)) };
      const deeper = exactMap(
        exactConvolution(exactMap(biased, activation.exact), given(second), 1),
        activation.exact,
      );
      return exactDense(exactFlatten(deeper), given(weights), given(offset));
    },
  },
  {
    name: `a transposed convolution with ${name}`,
    input: [2, 3, 2, 2],
    parameters: [[4, 4, 3, 2], [6 * 4 * 3, 1], [1]],
    tfjs(x, [filter, weights, offset]) {
      const hidden = activation.tfjs(tf.conv2dTranspose(x, four(filter), [x.shape[0], 6, 4, 3], 2, 'same'));
      return tf.add(tf.matMul(tf.reshape(hidden, [x.shape[0], -1]), given(weights)), given(offset));
    },
    exact(x, [filter, weights, offset]) {
      const hidden = exactMap(exactTransposedConvolution(x, given(filter), 2), activation.exact);
      return exactDense(exactFlatten(hidden), given(weights), given(offset));
    },
  },
  {
    name: `two dense layers with ${name}`,
    input: [3, 1, 1, 5],
    parameters: [[5, 7], [7], [7, 1], [1]],
    tfjs(x, [first, bias, second, offset]) {
      const hidden = tf.add(tf.matMul(tf.reshape(x, [x.shape[0], -1]), given(first)), given(bias));
      return tf.add(tf.matMul(activation.tfjs(hidden), given(second)), given(offset));
    },
    exact: exactDenseNetwork(activation.exact),
  },
  {
    name: `two fused dense layers with ${name}`,
    input: [3, 1, 1, 5],
    parameters: [[5, 7], [7], [7, 1], [1]],
    tfjs(x, [first, bias, second, offset]) {
      const flat = tf.reshape<tf.Rank.R2>(x, [3, 5]);
      const hidden = denseLayer(flat, two(first), given(bias), kind(name), ALPHA);
      return denseLayer(hidden, two(second), given(offset), 'linear', ALPHA);
    },
    exact: exactDenseNetwork(activation.exact),
  },
]);

function exactDenseNetwork(activation: (x: number) => number): Network['exact'] {
  return (x, [first, bias, second, offset]) => {
    const hidden = exactMap(exactDense(exactFlatten(x), given(first), given(bias)), activation);
    return exactDense(hidden, given(second), given(offset));
  };
}

/** Steps of the differences: of the inputs, for the penalty, and of the parameters, for its gradient. */
const INPUT_STEP = 1e-4;
const PARAMETER_STEP = 1e-3;

/** Sum over the samples of the squared gradient of their scores, by differences in double precision. */
function exactPenalty(network: Network, x: Exact, parameters: readonly Exact[]): number {
  const score = () => network.exact(x, parameters).values.reduce((sum, value) => sum + value);
  let penalty = 0;
  for (let i = 0; i < x.values.length; i++) {
    const slope = centralDifference(score, (distance) => shift(x, i, distance), INPUT_STEP);
    penalty += slope * slope;
  }
  return penalty;
}

/** Elements of each array of parameters whose gradients are compared, spread over the array. */
const ELEMENTS = 4;

describe('The gradient of a penalty on gradients (R1)', () => {
  for (const network of NETWORKS) {
    const x = exactSamples(network.input, 1, 1);
    const parameters = network.parameters.map((shape, i) => exactSamples(shape, i + 2, 0.7));
    const chosen = parameters.flatMap(({ values }, array) =>
      Array.from({ length: Math.min(ELEMENTS, values.length) }, (_, i) => ({
        array,
        index: Math.floor((i * values.length) / ELEMENTS),
      })),
    );
    let penalty = Number.NaN;
    let differences: number[] = [];

    before(() => {
      penalty = exactPenalty(network, x, parameters);
      differences = chosen.map(({ array, index }) =>
        centralDifference(
          () => exactPenalty(network, x, parameters),
          (distance) => shift(given(parameters[array]), index, distance),
          PARAMETER_STEP,
        ),
      );
    });

    for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
      it(`through ${network.name} agrees with central differences in float64 on ${backend}`, async () => {
        const byTape = await on(backend, () => penaltyByTape(network, x, parameters));
        assertClose([byTape.penalty], [penalty]);
        assertClose(
          chosen.map(({ array, index }) => given(byTape.gradients[array]?.[index])),
          differences,
        );
      });
    }
  }
});

describe('The second derivative', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const FUNCTIONS = {
    tanh: { f: tf.tanh, second: (x: number) => -2 * Math.tanh(x) * (1 - Math.tanh(x) ** 2) },
    sigmoid: { f: tf.sigmoid, second: (x: number) => sigmoid(x) * (1 - sigmoid(x)) * (1 - 2 * sigmoid(x)) },
    exp: { f: tf.exp, second: Math.exp },
    softplus: { f: tf.softplus, second: (x: number) => sigmoid(x) * (1 - sigmoid(x)) },
    square: { f: tf.square, second: () => 2 },
  } as const;
  const POINTS = [-2, -0.7, 0.1, 0.5, 3];
  for (const [name, { f, second }] of Object.entries(FUNCTIONS)) {
    for (const backend of [SIMD_BACKEND, 'cpu'] as const) {
      it(`of ${name} is exact on ${backend}`, async () => {
        const slope = tf.grad((x: tf.Tensor) => f(x));
        const values = await on(backend, () =>
          tf
            .grad((x: tf.Tensor) => tf.sum(slope(x)))(tf.tensor1d(POINTS))
            .dataSync(),
        );
        assertClose(values, POINTS.map(second), 1e-6);
      });
    }
  }
});

function penaltyByTape(network: Network, x: Exact, parameters: readonly Exact[]) {
  const tensors = parameters.map(({ shape, values }) => tf.tensor(Float32Array.from(values), [...shape]));
  const { value, grads } = tf.valueAndGrads((...weights: tf.Tensor[]) => {
    const slope = tf.grad((input: tf.Tensor) => network.tfjs(four(input), weights));
    const input = tf.tensor(Float32Array.from(x.values), [...x.shape]);
    // Biases of the last layer have no part in the penalty, but the tape wants a path to each.
    const unused = weights.reduce((sum, weight) => tf.add(sum, tf.sum(tf.mul(weight, 0))), tf.scalar(0));
    return tf.add(tf.sum(tf.square(slope(input))), unused);
  })(tensors);
  return {
    penalty: value.dataSync()[0] ?? Number.NaN,
    gradients: grads.map((gradient) => gradient.dataSync()),
  };
}

function exactSamples(shape: readonly number[], seed: number, scale: number): Exact {
  const count = shape.reduce((product, size) => product * size, 1);
  return { shape, values: Float64Array.from(samples(count, seed, scale)) };
}

function shift({ values }: Exact, index: number, distance: number): void {
  values[index] = (values[index] ?? Number.NaN) + distance;
}

function given<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

function two(tensor: tf.Tensor | undefined): tf.Tensor2D {
  const [rows = 0, columns = 0] = given(tensor).shape;
  return tf.reshape(given(tensor), [rows, columns]);
}

function four(tensor: tf.Tensor | undefined): tf.Tensor4D {
  const [a = 0, b = 0, c = 0, d = 0] = given(tensor).shape;
  return tf.reshape(given(tensor), [a, b, c, d]);
}

function kind(name: string): keyof typeof ACTIVATIONS {
  assert.ok(name === 'relu' || name === 'leakyRelu' || name === 'tanh');
  return name;
}
