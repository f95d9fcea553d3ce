import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { chooseBackend } from '../../../webview/backend';
import { createDiscriminator } from '../../../webview/gan/networks';
import {
  clipWeights,
  gradientPenalty,
  interpolate,
  isPenaltyRound,
  r1Penalty,
} from '../../../webview/gan/training/penalties';
import { Random } from '../../../webview/gan/random';
import { SMALL } from './support';

const SIDE = 4;
const WIDTH = 2;
const SAMPLE = SIDE * SIDE;
/** A whole convolutional discriminator, small enough for numbers by brute force; tanh has a second derivative. */
const H = { ...SMALL, discriminatorActivation: 'tanh', discriminatorWidth: WIDTH } as const;

type Parameters = number[][];

/**
 * A convolution 4 x 4, stride 2, one pixel of zeros around, written out in 64 bits.
 *
 * @param x side x side x channels
 * @param filter 4 x 4 x channels x filters
 */
function convolution(
  x: number[],
  side: number,
  channels: number,
  filter: number[],
  bias: number[],
): number[] {
  const filters = bias.length;
  const half = side / 2;
  return Array.from({ length: half * half * filters }, (_, index) => {
    const f = index % filters;
    const column = Math.floor(index / filters) % half;
    const row = Math.floor(index / (filters * half));
    let sum = bias[f] ?? 0;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        const y = 2 * row + i - 1;
        const z = 2 * column + j - 1;
        if (y >= 0 && y < side && z >= 0 && z < side) {
          for (let c = 0; c < channels; c++) {
            sum +=
              (x[(y * side + z) * channels + c] ?? 0) *
              (filter[((i * 4 + j) * channels + c) * filters + f] ?? 0);
          }
        }
      }
    }
    return sum;
  });
}

function score(x: number[], [f1 = [], b1 = [], f2 = [], b2 = [], w = [], b = []]: Parameters): number {
  const h1 = convolution(x, SIDE, 1, f1, b1).map(Math.tanh);
  const h2 = convolution(h1, SIDE / 2, WIDTH, f2, b2).map(Math.tanh);
  return h2.reduce((sum, value, index) => sum + value * (w[index] ?? 0), b[0] ?? 0);
}

function gradientNorm2(x: number[], parameters: Parameters): number {
  const step = 1e-4;
  return x.reduce((sum, _, index) => {
    const moved = (by: number) =>
      score(
        x.map((value, i) => (i === index ? value + by : value)),
        parameters,
      );
    return sum + ((moved(step) - moved(-step)) / (2 * step)) ** 2;
  }, 0);
}

/** Central differences of `f` by some numbers of every parameter. */
function differences(
  f: (parameters: Parameters) => number,
  parameters: Parameters,
): [number, number, number][] {
  const step = 1e-4;
  return parameters.flatMap((values, p) =>
    [0, 7, 19]
      .filter((index) => index < values.length)
      .map((index): [number, number, number] => {
        const moved = (by: number) =>
          f(
            parameters.map((old, q) =>
              q === p ? old.map((value, i) => (i === index ? value + by : value)) : old,
            ),
          );
        return [p, index, (moved(step) - moved(-step)) / (2 * step)];
      }),
  );
}

describe('The penalties on the discriminator', () => {
  const network = createDiscriminator(H, [SIDE, SIDE, 1]);
  const random = Random.seeded(3, 'test');
  const parameters = network
    .initialParameters(random)
    .map((values) => Array.from(values, (value) => value + 0.05));
  const samples = [0, 1, 2].map(() => Array.from(random.fillNormal(new Float32Array(SAMPLE))));

  before(() => chooseBackend('cpu'));

  const tensors = () =>
    network.parameters.map(({ shape }, index) => tf.tensor(parameters[index] ?? [], [...shape]));
  const batch = () => tf.tensor(samples.flat(), [samples.length, SIDE, SIDE, 1]);

  function assertGradient(
    penalty: (score: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor) => tf.Scalar,
    expected: (parameters: Parameters) => number,
  ): void {
    const { value, grads } = tf.tidy(() => {
      const result = tf.valueAndGrads((...weights: tf.Tensor[]) =>
        // The bias of the score is not part of a penalty, so that its own share keeps it in the gradient.
        tf.add<tf.Scalar>(
          penalty((x) => network.forward(weights, x), batch()),
          tf.mul(tf.sum(weights[weights.length - 1] ?? 0), 0),
        ),
      )(tensors());
      return {
        value: result.value.arraySync(),
        grads: result.grads.map((grad) => Array.from(grad.dataSync())),
      };
    });
    assert.ok(Math.abs(value - expected(parameters)) < 1e-4 * Math.abs(value), `${value}`);
    for (const [p, index, difference] of differences(expected, parameters)) {
      const actual = grads[p]?.[index] ?? NaN;
      assert.ok(
        Math.abs(actual - difference) < 1e-5 + 1e-3 * Math.abs(difference),
        `parameter ${p}[${index}]: ${actual} is not ${difference}`,
      );
    }
  }

  it('agree with central differences in float64: R1 through a convolutional network', () => {
    const gamma = 1.7;
    assertGradient(
      (f, x) => r1Penalty(f, x, gamma).penalty,
      (weights) =>
        (gamma / 2 / samples.length) * samples.reduce((sum, x) => sum + gradientNorm2(x, weights), 0),
    );
  });

  it('agree with central differences in float64: the gradient penalty', () => {
    const lambda = 10;
    assertGradient(
      (f, x) => gradientPenalty(f, x, lambda),
      (weights) =>
        (lambda / samples.length) *
        samples.reduce((sum, x) => sum + (Math.sqrt(gradientNorm2(x, weights)) - 1) ** 2, 0),
    );
  });

  it('have the closed forms of a linear score, whose gradient is its weights', () => {
    const weights = [3, -4];
    const linear = (x: tf.Tensor) => tf.sum(tf.mul(x, tf.tensor2d(weights, [1, 2])), 1, true);
    const [r1, gp] = tf.tidy(() => {
      const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
      return [r1Penalty(linear, x, 0.3).penalty.arraySync(), gradientPenalty(linear, x, 10).arraySync()];
    });
    assert.ok(Math.abs((r1 ?? NaN) - (0.3 / 2) * 25) < 1e-5);
    assert.ok(Math.abs((gp ?? NaN) - 10 * (5 - 1) ** 2) < 1e-4);
  });

  it('hand out the logits of the pass that R1 makes anyway', () => {
    tf.tidy(() => {
      const f = (x: tf.Tensor) => network.forward(tensors(), x);
      assert.deepEqual(r1Penalty(f, batch(), 1).logits.dataSync(), f(batch()).dataSync());
    });
  });

  it('look between pairs of samples', () => {
    const values = tf.tidy(() =>
      Array.from(
        interpolate(
          tf.tensor2d([
            [1, 3],
            [5, 7],
          ]),
          tf.tensor2d([
            [0, 0],
            [1, 1],
          ]),
          tf.tensor2d([[0], [0.5]]),
        ).dataSync(),
      ),
    );
    assert.deepEqual(values, [0, 0, 3, 4]);
  });

  it('clip every weight to the limit', () => {
    const clipped = tf.tidy(() =>
      clipWeights([tf.tensor1d([-2, 0.1, 2])], 0.5).map((w) => Array.from(w.dataSync())),
    );
    assert.deepEqual(clipped, [[-0.5, Math.fround(0.1), 0.5]]);
  });

  it('come lazily in every fourth round, the first included', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((round) => isPenaltyRound(round, 4)),
      [0, 4, 8],
    );
  });
});
