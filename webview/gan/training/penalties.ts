import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

/** Samples [count, ...shape] to logits [count, 1]. */
type Score = (samples: Tensor) => Tensor;

/** Keeps the derivative of a square root of zero finite. */
const EPSILON = 1e-12;

function squaredNorms(gradient: Tensor): Tensor {
  const axes = gradient.shape.map((_, axis) => axis).slice(1);
  return tf.sum(tf.square(gradient), axes);
}

/**
 * The zero-centred penalty on real samples, R1 = gamma / 2 E[|grad_x l(x)|^2] (Mescheder et al. 2018, eq. 9). It can be
 * differentiated once more by the parameters. The logits come from the same forward pass.
 *
 * @param weight gamma, times the number of rounds between penalties when it is lazy (Karras et al. 2020, section 3.1)
 */
export function r1Penalty(score: Score, real: Tensor, weight: number): { logits: Tensor; penalty: Scalar } {
  const count = real.shape[0] ?? 1;
  // The sum of the logits has the gradient of each logit in the row of its own sample.
  const { value, grad } = tf.valueAndGrad(score)(real, tf.ones([count, 1]));
  return { logits: value, penalty: tf.mul<Scalar>(tf.sum(tf.square(grad)), weight / (2 * count)) };
}

/**
 * The gradient penalty of WGAN-GP, lambda E[(|grad_x l(x)| - 1)^2] on random points between real and generated samples
 * (Gulrajani et al. 2017, eq. 3).
 */
export function gradientPenalty(score: Score, interpolates: Tensor, weight: number): Scalar {
  const gradient = tf.grad(score)(interpolates, tf.ones([interpolates.shape[0] ?? 1, 1]));
  const norms = tf.sqrt(tf.add(squaredNorms(gradient), EPSILON));
  return tf.mul<Scalar>(tf.mean(tf.square(tf.sub(norms, 1))), weight);
}

/**
 * Points between pairs of real and generated samples, u x + (1 - u) G(z).
 *
 * @param mixing u of each pair, [count, 1, ...] of the same rank as the samples
 */
export function interpolate(real: Tensor, fake: Tensor, mixing: Tensor): Tensor {
  return tf.add(fake, tf.mul(mixing, tf.sub(real, fake)));
}

/** Every parameter limited to -limit ... limit (Arjovsky et al. 2017, algorithm 1, line 7). */
export function clipWeights(parameters: readonly Tensor[], limit: number): Tensor[] {
  return parameters.map((parameter) => tf.clipByValue(parameter, -limit, limit));
}

/** Whether this round computes a penalty that is only computed every `interval` rounds. */
export function isPenaltyRound(completeRounds: number, interval: number): boolean {
  return completeRounds % interval === 0;
}
