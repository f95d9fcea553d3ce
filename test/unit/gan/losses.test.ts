import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { chooseBackend } from '../../../webview/backend';
import { LOSSES, type AdversarialLoss } from '../../../webview/gan/training/losses';
import type { BatchLogits } from '../../../webview/gan/training/batchLogits';

const REAL = [-3, -0.4, 0.2, 1.7];
const FAKE = [-2.1, 0.3, 0.8, 4];
const SMOOTHING = 0.1;

const ln = Math.log;
const sigma = (l: number) => 1 / (1 + Math.exp(-l));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface ClosedForm {
  discriminator(real: number[], fake: number[], smoothing: number): number;
  generator(fake: number[]): number;
}

const crossEntropy = (real: number[], fake: number[], s: number) =>
  -mean(real.map((l) => (1 - s) * ln(sigma(l)) + s * ln(1 - sigma(l)))) -
  mean(fake.map((l) => ln(1 - sigma(l))));

/** The textbook formulas in 64 bits, which are accurate for such moderate logits. */
const CLOSED_FORMS: Record<keyof typeof LOSSES, ClosedForm> = {
  nonSaturating: { discriminator: crossEntropy, generator: (fake) => -mean(fake.map((l) => ln(sigma(l)))) },
  saturating: { discriminator: crossEntropy, generator: (fake) => mean(fake.map((l) => ln(1 - sigma(l)))) },
  naiveLogSigmoid: { discriminator: crossEntropy, generator: (fake) => -mean(fake.map((l) => ln(sigma(l)))) },
  leastSquares: {
    discriminator: (real, fake, s) => mean(real.map((l) => (l - 1 + s) ** 2)) + mean(fake.map((l) => l ** 2)),
    generator: (fake) => mean(fake.map((l) => (l - 1) ** 2)),
  },
  hinge: {
    discriminator: (real, fake) =>
      mean(real.map((l) => Math.max(0, 1 - l))) + mean(fake.map((l) => Math.max(0, 1 + l))),
    generator: (fake) => -mean(fake),
  },
  wasserstein: {
    discriminator: (real, fake) => mean(fake) - mean(real),
    generator: (fake) => -mean(fake),
  },
};

const column = (values: number[]) => tf.tensor2d(values, [values.length, 1]);

/** Logits of both halves, as they come out of one pass and of two. */
const ARRANGEMENTS: Record<BatchLogits['kind'], (real: tf.Tensor, fake: tf.Tensor) => BatchLogits> = {
  apart: (real, fake) => ({ kind: 'apart', real, fake }),
  together: (real, fake) => ({ kind: 'together', all: tf.concat([real, fake]), real: real.shape[0] ?? 0 }),
};
const apart = (real: number[], fake: number[]) => ARRANGEMENTS.apart(column(real), column(fake));

/** Central differences in 64 bits. */
function differences(f: (values: number[]) => number, values: number[]): number[] {
  const step = 1e-6;
  return values.map((_, index) => {
    const moved = (by: number) => f(values.map((value, i) => (i === index ? value + by : value)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    const [a = NaN, b = NaN] = [actual[i], expected[i]];
    assert.ok(Math.abs(a - b) <= 2e-6 + 2e-5 * Math.abs(b), `${a} is not ${b}`);
  }
}

function gradients(loss: AdversarialLoss, smoothing: number, kind: BatchLogits['kind']) {
  return tf.tidy(() => {
    const byHalves = () =>
      tf
        .grads((real: tf.Tensor, fake: tf.Tensor) =>
          loss.discriminator({ kind: 'apart', real, fake }, smoothing),
        )([column(REAL), column(FAKE)])
        .flatMap((tensor) => [...tensor.dataSync()]);
    const byAll = () => [
      ...tf
        .grad((all: tf.Tensor) =>
          loss.discriminator({ kind: 'together', all, real: REAL.length }, smoothing),
        )(column([...REAL, ...FAKE]))
        .dataSync(),
    ];
    const discriminator = kind === 'apart' ? byHalves() : byAll();
    const generator = tf.grad((onFake: tf.Tensor) => loss.generator(onFake))(column(FAKE));
    return {
      real: discriminator.slice(0, REAL.length),
      fake: discriminator.slice(REAL.length),
      generator: [...generator.dataSync()],
    };
  });
}

describe('The adversarial losses', () => {
  before(() => chooseBackend('cpu'));

  for (const name of [
    'nonSaturating',
    'saturating',
    'leastSquares',
    'hinge',
    'wasserstein',
    'naiveLogSigmoid',
  ] as const) {
    for (const smoothing of [0, SMOOTHING]) {
      it(`agree with the closed form of ${name} at label smoothing ${smoothing}`, () => {
        tf.tidy(() => {
          const loss = LOSSES[name];
          const closed = CLOSED_FORMS[name];
          for (const arrange of Object.values(ARRANGEMENTS)) {
            assertClose(loss.discriminator(arrange(column(REAL), column(FAKE)), smoothing).dataSync(), [
              closed.discriminator(REAL, FAKE, smoothing),
            ]);
          }
          assertClose(loss.generator(column(FAKE)).dataSync(), [closed.generator(FAKE)]);
        });
      });

      for (const kind of ['apart', 'together'] as const) {
        it(`have the gradient of ${name} at label smoothing ${smoothing}, the halves ${kind}`, () => {
          const closed = CLOSED_FORMS[name];
          const { real, fake, generator } = gradients(LOSSES[name], smoothing, kind);
          assertClose(
            real,
            differences((values) => closed.discriminator(values, FAKE, smoothing), REAL),
          );
          assertClose(
            fake,
            differences((values) => closed.discriminator(REAL, values, smoothing), FAKE),
          );
          assertClose(generator, differences(closed.generator, FAKE));
        });
      }
    }
  }

  it('cost a guessing discriminator 2 ln 2', () => {
    for (const name of ['nonSaturating', 'saturating', 'naiveLogSigmoid'] as const) {
      const loss = tf.tidy(() => LOSSES[name].discriminator(apart([0, 0], [0, 0]), 0).dataSync()[0]);
      assert.ok(Math.abs((loss ?? NaN) - 2 * Math.LN2) < 1e-6);
    }
  });

  it('stay finite on logits of any size, except for the naive one', () => {
    const extreme = [-200, 200];
    const finite = (loss: AdversarialLoss) =>
      tf.tidy(() => {
        const gradient = tf.grad((fake: tf.Tensor) =>
          loss.discriminator(ARRANGEMENTS.apart(column(extreme), fake), 0),
        )(column(extreme));
        const value = loss.discriminator(apart(extreme, extreme), 0);
        return [...value.dataSync(), ...gradient.dataSync()].every(Number.isFinite);
      });
    assert.ok(finite(LOSSES.nonSaturating));
    assert.ok(finite(LOSSES.saturating));
    assert.ok(!finite(LOSSES.naiveLogSigmoid));
  });

  it('call an output undecided where real and fake samples cost the same', () => {
    assert.equal(LOSSES.nonSaturating.probability(0), 0.5);
    assert.equal(LOSSES.hinge.probability(0), 0.5);
    assert.equal(LOSSES.leastSquares.probability(0.5), 0.5);
    assert.equal(LOSSES.leastSquares.probability(3), 1);
    assert.equal(LOSSES.leastSquares.probability(-3), 0);
  });
});
