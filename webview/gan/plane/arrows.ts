import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Discriminator } from '../training/discriminator';
import { LOSSES } from '../training/losses';
import { compute } from './tensors';

/**
 * The direction in which each generated point would have to go for the generator to lose less: minus the gradient of
 * its own loss by the point, which is d ln D / dx for the non-saturating loss and -d ln(1 - D) / dx for the saturating
 * one. Its length says how strong the hint is; where the discriminator is flat there is none.
 *
 * @param points [count, 2], without instance noise
 * @param classes one-hot [count, classes] in a conditional run
 * @returns dx and dy of one point after the other
 */
export function scoreGradients(
  discriminator: Discriminator,
  points: Tensor,
  classes: Tensor | undefined,
  loss: Hyperparameters['loss'],
): Float32Array<ArrayBuffer> {
  // The loss is a mean over the batch; each point's own share is `count` times its part of it.
  const count = points.shape[0] ?? 0;
  return compute(() =>
    tf.grad((at: Tensor) => tf.mul(LOSSES[loss].generator(discriminator.score(at, classes)), -count))(points),
  );
}
