import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Hints, ShownHints } from '../../../src/shared/wire/run';
import { sampleLength, type Collection } from '../datasets';
import { compute } from '../plane/tensors';
import { LOSSES } from '../training/losses';
import { toPictures } from './pictures';

/**
 * How far a picture goes along its hint to be shown as "generated sample + hint": by this much in the root mean square of its
 * values, which reach from -1 to 1. Of a picture of 16 x 16 pixels in colour that is a step of Euclidean length 4.
 */
const STEP = 4 / Math.sqrt(16 * 16 * 3);

/**
 * What the generator is told about each sample: minus the gradient of its own loss by the sample. That is the gradient
 * of the logit by the sample times minus the derivative of the loss by the logit: 1 - D for the non-saturating loss, D
 * for the saturating one, 1 for a critic. So its direction is the one in which the logit rises (or with least squares,
 * falls, where it is above 1), and its length is what arrives: nothing where the discriminator is flat or the loss is.
 *
 * @param score gives the logits [count, 1] of samples; differentiable
 * @param samples [count, ...sampleShape], without instance noise
 * @returns one sample after the other, in the units of the loss per unit of the sample
 */
export function hintsAt(
  score: (samples: Tensor) => Tensor,
  samples: Tensor,
  loss: Hyperparameters['loss'],
): Float32Array<ArrayBuffer> {
  // The loss is a mean over the batch; each sample's own share is `count` times its part of it.
  const count = samples.shape[0] ?? 0;
  return compute(() => tf.grad((at: Tensor) => tf.mul(LOSSES[loss].generator(score(at)), -count))(samples));
}

/**
 * Hints as there is to see of them.
 *
 * @param samples some pictures, one after the other
 * @param gradients of those and maybe more, from {@link hintsAt}; the mean is that of all
 * @returns `undefined` when a number is not finite
 */
export function hintsOf(
  collection: Collection,
  samples: ArrayLike<number>,
  gradients: Float32Array,
): Hints | undefined {
  const length = sampleLength(collection);
  const own = shownHints(collection, gradients.subarray(0, samples.length));
  const mean = shownHints(collection, meanOf(gradients, length));
  return (
    own && mean && { ...own, followed: toPictures(collection, followed(samples, gradients, length)), mean }
  );
}

/**
 * Each as an offset from grey, scaled to its largest value, with its true size beside it.
 *
 * @returns `undefined` when a number is not finite
 */
export function shownHints(collection: Collection, gradients: Float32Array): ShownHints | undefined {
  if (!gradients.every(Number.isFinite)) {
    return undefined;
  }
  const length = sampleLength(collection);
  const scaled = new Float32Array(gradients.length);
  const norms: number[] = [];
  for (let from = 0; from < gradients.length; from += length) {
    const gradient = gradients.subarray(from, from + length);
    norms.push(normOf(gradient));
    const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    scaled.set(
      gradient.map((value) => value / largest),
      from,
    );
  }
  return { pictures: toPictures(collection, scaled), norms };
}

/**
 * Samples after one step of a fixed length along their gradients.
 *
 * @param length of a sample
 */
export function followed(
  samples: ArrayLike<number>,
  gradients: Float32Array,
  length: number,
): Float32Array<ArrayBuffer> {
  const moved = Float32Array.from(samples);
  for (let from = 0; from < moved.length; from += length) {
    const gradient = gradients.subarray(from, from + length);
    const far = (STEP * Math.sqrt(length)) / (normOf(gradient) || 1);
    gradient.forEach((value, i) => (moved[from + i] = (moved[from + i] ?? 0) + far * value));
  }
  return moved;
}

function meanOf(gradients: Float32Array, length: number): Float32Array {
  const mean = new Float32Array(length);
  const share = length / gradients.length;
  gradients.forEach((value, i) => (mean[i % length] = (mean[i % length] ?? 0) + share * value));
  return mean;
}

/** Euclidean, in 64 bits: the square of a vanishing gradient is below what 32 bits hold. */
function normOf(gradient: Float32Array): number {
  return Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
}
