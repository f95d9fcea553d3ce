import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { sampleLength, type Collection } from '../datasets';
import { classCount, joinClasses, oneHot } from '../networks';
import type { SamplingState } from '../../../src/shared/wire/checkpointHeader';
import { Random } from '../random';

/**
 * Latent vectors [count, size], row by row.
 *
 * @returns standard normal numbers, or uniform ones from -1 to 1
 */
function drawLatent(
  random: Random,
  count: number,
  { latentSize, latentDistribution }: Pick<Hyperparameters, 'latentSize' | 'latentDistribution'>,
): Float32Array {
  const values = new Float32Array(count * latentSize);
  return latentDistribution === 'normal' ? random.fillNormal(values) : random.fillUniform(values, -1, 1);
}

/**
 * Latent vectors as a generator takes them, for display and measurement, which must not touch the randomness of training.
 *
 * @param random a stream for this purpose
 * @param classOf the class that is ordered from each vector, by its index; not asked in an unconditional run
 * @returns [count, latentSize], or [count, latentSize + classes]
 */
export function latentForOrder(
  collection: Collection,
  h: Hyperparameters,
  random: Random,
  count: number,
  classOf: (index: number) => number,
): Tensor {
  const latent = tf.tensor2d(drawLatent(random, count, h), [count, h.latentSize]);
  const classes = classCount(h, collection);
  return classes === 0
    ? latent
    : joinClasses(
        latent,
        oneHot(
          Array.from({ length: count }, (_, index) => classOf(index)),
          classes,
        ),
      );
}

/**
 * Latent vectors multiplied by a scale; the classes behind them stay as they are.
 *
 * @param latent [count, latentSize], or [count, latentSize + classes]
 * @param scale from 0 to 1, which leaves everything as it is
 */
export function scaledLatent(latent: Tensor, latentSize: number, scale: number): Tensor {
  const width = latent.shape[1] ?? latentSize;
  return tf.tidy(() =>
    tf.mul(
      latent,
      Array.from({ length: width }, (_, i) => (i < latentSize ? scale : 1)),
    ),
  );
}

/** Samples and, in a conditional run, their classes, one-hot [count, classes]. */
export interface LabelledSamples {
  readonly samples: Tensor;
  readonly classes: Tensor | undefined;
}

/** The only source of randomness in training. */
export class Sampling {
  private constructor(
    private readonly collection: Collection,
    private readonly realStream: Random,
    private readonly latentStream: Random,
    private readonly classStream: Random,
    private readonly instanceNoiseStream: Random,
    private readonly mixingStream: Random,
  ) {}

  static seeded(collection: Collection, seed: number): Sampling {
    return new Sampling(
      collection,
      Random.seeded(seed, 'real'),
      Random.seeded(seed, 'latent'),
      Random.seeded(seed, 'classes'),
      Random.seeded(seed, 'instanceNoise'),
      Random.seeded(seed, 'mixing'),
    );
  }

  /** @param seed of the run, for a stream that an older checkpoint lacks */
  static fromState(collection: Collection, state: SamplingState, seed: number): Sampling {
    return new Sampling(
      collection,
      Random.fromState(state.real),
      Random.fromState(state.latent),
      state.classes === undefined ? Random.seeded(seed, 'classes') : Random.fromState(state.classes),
      Random.fromState(state.instanceNoise),
      Random.fromState(state.mixing),
    );
  }

  state(): SamplingState {
    return {
      real: this.realStream.state(),
      latent: this.latentStream.state(),
      classes: this.classStream.state(),
      instanceNoise: this.instanceNoiseStream.state(),
      mixing: this.mixingStream.state(),
    };
  }

  /** Real samples [count, ...sampleShape], drawn with replacement. */
  real(count: number, h: Hyperparameters): LabelledSamples {
    const length = sampleLength(this.collection);
    // A new array each time: a tensor may go on using the one that it was made from.
    const values = new Float32Array(count * length);
    const drawn = this.originals(this.realStream, count);
    drawn.forEach((original, index) => this.collection.copySample(original, values, index * length));
    return {
      samples: tf.tensor(values, [count, ...this.collection.sampleShape]),
      classes: this.classes(drawn, h),
    };
  }

  /**
   * Latent vectors [count, latentSize]; in a conditional run joined to classes, [count, latentSize + classes], which
   * are as frequent as in the collection.
   */
  latent(count: number, h: Hyperparameters): Tensor {
    const latent = tf.tensor2d(drawLatent(this.latentStream, count, h), [count, h.latentSize]);
    const classes =
      h.conditional === 'yes' ? this.classes(this.originals(this.classStream, count), h) : undefined;
    return joinClasses(latent, classes);
  }

  /** Indices of originals. */
  private originals(stream: Random, count: number): Uint32Array {
    return stream.fillIntegers(new Uint32Array(count), this.collection.size);
  }

  private classes(originals: Uint32Array, h: Hyperparameters): Tensor | undefined {
    const count = classCount(h, this.collection);
    return count === 0
      ? undefined
      : oneHot(
          Array.from(originals, (index) => this.collection.modeOf(index)),
          count,
        );
  }

  /** Gaussian noise of the given standard deviation; nothing is drawn when it is 0. */
  instanceNoise(shape: readonly number[], deviation: number): Tensor | undefined {
    if (deviation === 0) {
      return undefined;
    }
    const size = shape.reduce((product, length) => product * length, 1);
    const values = this.instanceNoiseStream.fillNormal(new Float32Array(size));
    return tf.tensor(
      values.map((value) => value * deviation),
      [...shape],
    );
  }

  /** One uniform number from 0 to 1 per sample, of the samples' rank. */
  mixing(count: number): Tensor {
    const values = this.mixingStream.fillUniform(new Float32Array(count), 0, 1);
    return tf.tensor(values, [count, ...this.collection.sampleShape.map(() => 1)]);
  }
}

/** Where the tails of the normal distribution are cut off for display, in standard deviations. */
const SHOWN_DEVIATIONS = 3;

/** The first of a batch of latent vectors, scaled to 0 ... 1. */
export function latentForDisplay(
  latent: Tensor,
  { latentSize, latentDistribution }: Hyperparameters,
): number[] {
  const bound = latentDistribution === 'normal' ? SHOWN_DEVIATIONS : 1;
  return Array.from(latent.dataSync().subarray(0, latentSize), (value) =>
    Math.min(1, Math.max(0, (value / bound + 1) / 2)),
  );
}
