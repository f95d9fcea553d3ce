import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';

/**
 * How many classes a conditional pair tells apart, which are the modes of its collection; 0 for an unconditional pair.
 */
export function classCount(
  { conditional }: Pick<Hyperparameters, 'conditional'>,
  { modes }: { readonly modes: number },
): number {
  return conditional === 'yes' ? modes : 0;
}

/**
 * Classes as the networks take them, one row each: 1 in the column of the class, 0 in the others.
 *
 * @param classes from 0 to `count` - 1
 * @returns [classes.length, count]
 */
export function oneHot(classes: readonly number[], count: number): Tensor {
  const values = new Float32Array(classes.length * count);
  for (const [row, column] of classes.entries()) {
    values[row * count + column] = 1;
  }
  return tf.tensor2d(values, [classes.length, count]);
}

/**
 * What a conditional generator starts from: each latent vector joined to its class (Mirza & Osindero 2014, section 3.2).
 *
 * @param latent [batch, latentSize]
 * @param classes one-hot [batch, classes], or `undefined` for an unconditional generator
 * @returns [batch, latentSize + classes], or `latent` itself
 */
export function joinClasses(latent: Tensor, classes: Tensor | undefined): Tensor {
  return classes === undefined ? latent : tf.concat([latent, classes], 1);
}

/** The classes that {@link joinClasses} joined, one-hot [batch, classes]; `undefined` if it joined none. */
export function classesOf(joined: Tensor, latentSize: number): Tensor | undefined {
  const [batch = 0, length = 0] = joined.shape;
  return length > latentSize ? tf.slice(joined, [0, latentSize], [batch, length - latentSize]) : undefined;
}
