import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Layer, Moments, MomentsOf } from './layer';

/** From the batch itself, as in training. */
export const momentsOfBatch: MomentsOf = (input) => {
  const { mean, variance } = tf.moments(
    input,
    input.shape.slice(0, -1).map((_, axis) => axis),
  );
  return { mean, variance };
};

/** Keeps a division by the deviation of a constant channel finite; the value of the paper's code and of PyTorch. */
const EPSILON = 1e-5;

/**
 * Batch normalisation (Ioffe & Szegedy 2015, algorithm 1): gamma (x - mean) / sqrt(variance + epsilon) + beta, by
 * channel, which is the last axis.
 */
export function batchNormalization(shape: readonly number[]): Layer {
  const channels = shape[shape.length - 1] ?? 1;
  return {
    name: 'batch normalization',
    outputShape: shape,
    parameters: [
      { shape: [channels], standardDeviation: 0, mean: 1 },
      { shape: [channels], standardDeviation: 0, mean: 0 },
    ],
    normalizedChannels: channels,
    apply(input, [gamma, beta], momentsOf) {
      if (gamma === undefined || beta === undefined) {
        throw new Error('Batch normalisation needs gamma and beta.');
      }
      const { mean, variance } = momentsOf(input, 0);
      const scale = tf.mul(gamma, tf.rsqrt(tf.add(variance, EPSILON)));
      return tf.add(tf.mul(tf.sub(input, mean), scale), beta);
    },
  };
}

/** How much of the old running moments remains after an update; PyTorch's default. */
const RUNNING_DECAY = 0.9;

/**
 * Running moments of a network's batch-normalised layers, for samples that must not depend on their neighbours.
 * Exponential moving averages of the moments seen in training.
 */
export class RunningMoments {
  private tensors: Tensor[];

  /** @param values mean and variance of each layer in turn, each of `channels` numbers */
  constructor(channels: readonly number[], values?: readonly Float32Array[]) {
    this.tensors = channels.flatMap((count, index) => [
      tf.keep(values ? tf.tensor1d(values[2 * index] ?? []) : tf.zeros([count])),
      tf.keep(values ? tf.tensor1d(values[2 * index + 1] ?? []) : tf.ones([count])),
    ]);
  }

  /** Lengths of {@link RunningMoments.values}. */
  static lengths(channels: readonly number[]): number[] {
    return channels.flatMap((count) => [count, count]);
  }

  /** Mean and variance of each layer in turn. */
  get values(): readonly Tensor[] {
    return this.tensors;
  }

  readonly momentsOf: MomentsOf = (_input, index) => {
    const mean = this.tensors[2 * index];
    const variance = this.tensors[2 * index + 1];
    if (mean === undefined || variance === undefined) {
      throw new Error(`There is no batch-normalised layer ${index}.`);
    }
    return { mean, variance };
  };

  /** @param seen the moments of each layer in turn in one training step */
  update(seen: readonly Moments[]): void {
    const observed = seen.flatMap(({ mean, variance }) => [mean, variance]);
    this.moveTo(observed, RUNNING_DECAY);
  }

  /** Moves towards `target` and keeps the share `decay` of what was. */
  moveTo(target: readonly Tensor[], decay: number): void {
    const old = this.tensors;
    this.tensors = tf.tidy(() =>
      old.map((tensor, index) =>
        tf.keep(tf.add(tf.mul(tensor, decay), tf.mul(target[index] ?? tensor, 1 - decay))),
      ),
    );
    tf.dispose(old);
  }

  dispose(): void {
    tf.dispose(this.tensors);
  }
}
