import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import {
  type DenseActivation,
  type StackedLayer,
  SIMD_BACKEND,
  denseLayer,
  denseStack,
} from '../../../webview/backend';
import { assertClose, flatten, on, random, randomMatrix, simdBackend } from './support';

const ALPHA = 0.2;

interface Case {
  readonly name: string;
  readonly batch: number;
  /** Of the input, and of each layer. */
  readonly widths: readonly number[];
  readonly activations: readonly DenseActivation[];
}

/** Odd sizes, sizes of one, every activation at the end and in the middle, one layer and many. */
const CASES: readonly Case[] = [
  { name: 'the job of GAN Lab', batch: 150, widths: [2, 8, 8, 1], activations: ['relu', 'relu', 'linear'] },
  { name: 'one layer', batch: 7, widths: [5, 3], activations: ['linear'] },
  { name: 'one number in and out', batch: 3, widths: [1, 1, 1], activations: ['tanh', 'tanh'] },
  { name: 'one sample', batch: 1, widths: [3, 9, 2], activations: ['leakyRelu', 'relu'] },
  { name: 'odd sizes', batch: 13, widths: [3, 17, 5, 2], activations: ['tanh', 'leakyRelu', 'linear'] },
  { name: 'leaky units at the end', batch: 33, widths: [4, 64, 3], activations: ['relu', 'leakyRelu'] },
];

/** Weights and biases that outlive scopes, as those of a network do. */
function parametersOf({ widths }: Case): tf.Tensor[] {
  return widths
    .slice(1)
    .flatMap((units, i) => [
      tf.keep(randomMatrix([widths[i] ?? 0, units], 10 + i)),
      tf.keep(random([units], 20 + i)),
    ]);
}

function matrix(tensor: tf.Tensor | undefined): tf.Tensor2D {
  const [rows = 0, columns = 0] = tensor?.shape ?? [];
  assert.ok(tensor?.rank === 2);
  return tf.reshape(tensor, [rows, columns]);
}

function isMatrix(tensor: tf.Tensor | undefined): tensor is tf.Tensor2D {
  return tensor?.rank === 2;
}

function layers({ activations }: Case, parameters: readonly tf.Tensor[]): StackedLayer[] {
  return activations.map((activation, i) => {
    const [weights, bias] = [parameters[2 * i], parameters[2 * i + 1]];
    assert.ok(isMatrix(weights) && bias);
    return { weights, bias, activation };
  });
}

/** The second implementation. */
function oneByOne(input: tf.Tensor, stack: readonly StackedLayer[]): tf.Tensor2D {
  return stack.reduce(
    (x, { weights, bias, activation }) => denseLayer(x, weights, bias, activation, ALPHA),
    matrix(input),
  );
}

/** A sum over the outputs in which each counts differently. */
function weighed(y: tf.Tensor): tf.Scalar {
  return tf.sum<tf.Scalar>(tf.mul(tf.square(y), random(y.shape, 99)));
}

describe('Dense layers in a row', () => {
  for (const each of CASES) {
    const input = () => randomMatrix([each.batch, each.widths[0] ?? 0], 1);

    it(`have the bits of the layers one by one: ${each.name}`, () =>
      on(SIMD_BACKEND, () => {
        const parameters = parametersOf(each);
        const stack = layers(each, parameters);
        const x = input();
        assert.deepEqual(
          [...denseStack(x, stack, ALPHA, 'input').dataSync()],
          [...oneByOne(x, stack).dataSync()],
        );
        tf.dispose(parameters);
      }));

    it(`have the bits of their gradients by the parameters: ${each.name}`, () =>
      on(SIMD_BACKEND, () => {
        const parameters = parametersOf(each);
        const x = input();
        const gradients = (run: (stack: StackedLayer[]) => tf.Tensor) =>
          flatten(
            ...tf.grads((...all: tf.Tensor[]) => weighed(run(layers(each, all))))([...parameters]),
          ).dataSync();
        assert.deepEqual(
          [...gradients((stack) => denseStack(x, stack, ALPHA, 'parameters'))],
          [...gradients((stack) => oneByOne(x, stack))],
        );
        tf.dispose(parameters);
      }));

    it(`have the bits of their gradient by the input: ${each.name}`, () =>
      on(SIMD_BACKEND, () => {
        const parameters = parametersOf(each);
        const stack = layers(each, parameters);
        const gradient = (run: (x: tf.Tensor) => tf.Tensor) =>
          tf
            .grad((x: tf.Tensor) => weighed(run(x)))(input())
            .dataSync();
        assert.deepEqual(
          [...gradient((x) => denseStack(matrix(x), stack, ALPHA, 'input'))],
          [...gradient((x) => oneByOne(x, stack))],
        );
        tf.dispose(parameters);
      }));

    it(`agree with tfjs's own backend: ${each.name}`, async () => {
      const run = () => {
        const parameters = parametersOf(each);
        const stack = layers(each, parameters);
        const values = denseStack(input(), stack, ALPHA, 'input').dataSync();
        tf.dispose(parameters);
        return values;
      };
      assertClose(await on(SIMD_BACKEND, run), await on('cpu', run));
    });
  }

  it('carry a gradient on from one stack to the next', () =>
    on(SIMD_BACKEND, () => {
      const [first, second] = CASES;
      assert.ok(first && second);
      const [generator, discriminator] = [
        { ...first, widths: [2, 8, 5], activations: ['relu', 'linear'] as const },
        { ...second, widths: [5, 8, 1], activations: ['leakyRelu', 'linear'] as const },
      ];
      const [below, above] = [parametersOf(generator), parametersOf(discriminator)];
      const z = randomMatrix([first.batch, 2], 1);
      const frozen = layers(discriminator, above);
      const gradients = (
        run: (x: tf.Tensor2D, stack: StackedLayer[], asked: 'parameters' | 'input') => tf.Tensor2D,
      ) =>
        flatten(
          ...tf.grads((...all: tf.Tensor[]) =>
            weighed(run(run(z, layers(generator, all), 'parameters'), frozen, 'input')),
          )([...below]),
        ).dataSync();
      assert.deepEqual(
        [...gradients((x, stack, asked) => denseStack(x, stack, ALPHA, asked))],
        [...gradients((x, stack) => oneByOne(x, stack))],
      );
      tf.dispose([below, above]);
    }));

  it('can be differentiated a second time, as R1 asks', () =>
    on(SIMD_BACKEND, () => {
      for (const each of CASES) {
        const parameters = parametersOf(each);
        const x = randomMatrix([each.batch, each.widths[0] ?? 0], 1);
        const penalty = (run: (input: tf.Tensor, stack: StackedLayer[]) => tf.Tensor) =>
          flatten(
            ...tf.grads((...all: tf.Tensor[]) => {
              const slope = tf.grad((input: tf.Tensor) => run(input, layers(each, all)))(x);
              // The last bias has no part in the slope.
              return tf.add<tf.Scalar>(
                tf.sum<tf.Scalar>(tf.square(slope)),
                weighed(run(x, layers(each, all))),
              );
            })([...parameters]),
          ).dataSync();
        assertClose(
          penalty((input, stack) => denseStack(matrix(input), stack, ALPHA, 'parameters')),
          penalty(oneByOne),
          1e-6,
        );
        tf.dispose(parameters);
      }
    }));

  it('leave nothing in the memory of the kernels, with and without a gradient', () =>
    on(SIMD_BACKEND, () => {
      const [each] = CASES;
      assert.ok(each);
      const parameters = parametersOf(each);
      const x = tf.keep(randomMatrix([each.batch, 2], 1));
      const work = () =>
        tf.tidy(() => {
          denseStack(x, layers(each, parameters), ALPHA, 'input');
          tf.grads((...all: tf.Tensor[]) => weighed(denseStack(x, layers(each, all), ALPHA, 'parameters')))([
            ...parameters,
          ]);
          // Recorded, but on no way from the parameters to the result.
          tf.grads((...all: tf.Tensor[]) => {
            denseStack(x, layers(each, all), ALPHA, 'input');
            return weighed(denseStack(x, layers(each, all), ALPHA, 'parameters'));
          })([...parameters]);
        });
      work();
      const [bytes, tensors] = [simdBackend().heap.usedBytes, tf.memory().numTensors];
      work();
      assert.equal(simdBackend().heap.usedBytes, bytes);
      assert.equal(tf.memory().numTensors, tensors);
      tf.dispose([x, parameters]);
    }));

  it('take weights of the moment, which go away before the gradient is there, one layer at a time', () =>
    on(SIMD_BACKEND, () => {
      const [each] = CASES;
      assert.ok(each);
      const parameters = parametersOf(each);
      const x = randomMatrix([each.batch, 2], 1);
      const gradients = (run: (stack: StackedLayer[]) => tf.Tensor) =>
        flatten(
          ...tf.grads((...all: tf.Tensor[]) =>
            weighed(
              run(
                layers(
                  each,
                  all.map((parameter) => tf.mul(parameter, 0.5)),
                ),
              ),
            ),
          )([...parameters]),
        ).dataSync();
      assert.deepEqual(
        [...gradients((stack) => denseStack(x, stack, ALPHA, 'parameters'))],
        [...gradients((stack) => oneByOne(x, stack))],
      );
      tf.dispose(parameters);
    }));
});
