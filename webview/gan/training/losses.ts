import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { crossEntropy as crossEntropyOf } from '../../backend';
import { halvesOf, type BatchLogits } from './batchLogits';

/**
 * What the two networks minimise. It is computed from the discriminator's outputs [count, 1] before any sigmoid, written
 * l below, so that D(x) = sigmoid(l) for the losses of the cross-entropy family.
 */
export interface AdversarialLoss {
  /**
   * L_D, the sum of the means over real and over fake samples.
   *
   * @param labelSmoothing the label of real samples is 1 minus this; losses without labels ignore it
   */
  discriminator(logits: BatchLogits, labelSmoothing: number): Scalar;
  /** L_G, on the scores of generated samples. */
  generator(fake: Tensor): Scalar;
  /** P(real) that an output stands for, 0.5 where the discriminator does not know. */
  probability(output: number): number;
}

function mean(values: Tensor): Scalar {
  return tf.mean<Scalar>(values);
}

function sum(a: Scalar, b: Scalar): Scalar {
  return tf.add<Scalar>(a, b);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Binary cross-entropy of logits: -E[y ln D(x) + (1 - y) ln(1 - D(x))] - E[ln(1 - D(G(z)))] with the label y of real
 * samples (Goodfellow et al. 2014, eq. 1, negated; y < 1 after Salimans et al. 2016, section 3.4). As
 * -ln sigmoid(l) = softplus(-l) and softplus(l) = l + softplus(-l), the first half is softplus(-l) + (1 - y) l, which
 * is finite for every logit.
 */
function crossEntropy(logits: BatchLogits, labelSmoothing: number): Scalar {
  return logits.kind === 'together'
    ? crossEntropyOf(logits.all, logits.real, labelSmoothing)
    : sum(crossEntropyOf(logits.real, countOf(logits.real), labelSmoothing), crossEntropyOf(logits.fake, 0));
}

function countOf(logits: Tensor): number {
  return logits.shape[0] ?? 0;
}

/** L_G = -E[ln D(G(z))] (Goodfellow et al. 2014, section 3, the practical choice): as if they were to be real. */
const nonSaturating: AdversarialLoss = {
  discriminator: crossEntropy,
  generator: (fake) => crossEntropyOf(fake, countOf(fake)),
  probability: sigmoid,
};

/** L_G = E[ln(1 - D(G(z)))], the minimax game (Goodfellow et al. 2014, eq. 1). */
const saturating: AdversarialLoss = {
  discriminator: crossEntropy,
  generator: (fake) => tf.neg(crossEntropyOf(fake, 0)),
  probability: sigmoid,
};

/**
 * L_D = E[(l - y)^2] + E[l^2], L_G = E[(l - 1)^2]: twice the losses of Mao et al. 2017, eq. 2, with their labels 0 and
 * 1. The output estimates the label itself, so it is the probability where it lies between 0 and 1.
 */
const leastSquares: AdversarialLoss = {
  discriminator(logits, labelSmoothing) {
    const { real, fake } = halvesOf(logits);
    return sum(mean(tf.square(tf.sub(real, 1 - labelSmoothing))), mean(tf.square(fake)));
  },
  generator: (fake) => mean(tf.square(tf.sub(fake, 1))),
  probability: (output) => Math.min(1, Math.max(0, output)),
};

/** L_D = E[max(0, 1 - l)] + E[max(0, 1 + l)], L_G = -E[l] (Lim & Ye 2017; Miyato et al. 2018, eq. 16 and 17). */
const hinge: AdversarialLoss = {
  discriminator(logits) {
    const { real, fake } = halvesOf(logits);
    return sum(mean(tf.relu(tf.sub(1, real))), mean(tf.relu(tf.add(1, fake))));
  },
  generator: (fake) => tf.neg(mean(fake)),
  probability: sigmoid,
};

/**
 * L_D = E[l(G(z))] - E[l(x)], L_G = -E[l(G(z))] (Arjovsky et al. 2017, algorithm 1). The outputs of a critic have no
 * zero point of their own; the sigmoid only draws them on the same scale.
 */
const wasserstein: AdversarialLoss = {
  discriminator(logits) {
    const { real, fake } = halvesOf(logits);
    return tf.sub<Scalar>(mean(fake), mean(real));
  },
  generator: (fake) => tf.neg(mean(fake)),
  probability: sigmoid,
};

/**
 * The non-saturating loss as one would write it at first. sigmoid(l) rounds to 1 in 32 bits for l > 16.6, then
 * ln(1 - 1) is infinite and its gradient 0 x infinity is not a number.
 */
const naiveLogSigmoid: AdversarialLoss = {
  discriminator(logits, labelSmoothing) {
    const { real, fake } = halvesOf(logits);
    const onReal = tf.log(tf.sigmoid(real));
    const onFake = tf.log(tf.sub(1, tf.sigmoid(fake)));
    const labelled =
      labelSmoothing === 0
        ? onReal
        : tf.add(
            tf.mul(onReal, 1 - labelSmoothing),
            tf.mul(tf.log(tf.sub(1, tf.sigmoid(real))), labelSmoothing),
          );
    return tf.neg(sum(mean(labelled), mean(onFake)));
  },
  generator: (fake) => tf.neg(mean(tf.log(tf.sigmoid(fake)))),
  probability: sigmoid,
};

export const LOSSES: Readonly<Record<Hyperparameters['loss'], AdversarialLoss>> = {
  nonSaturating,
  saturating,
  leastSquares,
  hinge,
  wasserstein,
  naiveLogSigmoid,
};
