import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

/**
 * The Euclidean norm of a gradient over all parameters of a network. Looking at it changes nothing: the update uses the
 * gradients themselves.
 *
 * @param gradients one for each parameter
 */
export function gradientNorm(gradients: readonly Tensor[]): Scalar {
  return tf.tidy(() => {
    const flat = tf.concat1d(gradients.map((gradient) => tf.reshape<tf.Rank.R1>(gradient, [gradient.size])));
    return tf.sqrt(tf.sum<Scalar>(tf.square(flat)));
  });
}
