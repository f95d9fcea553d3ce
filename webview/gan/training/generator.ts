import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { scaledSums } from '../../backend';
import { RunningMoments, type Moments, type Network } from '../networks';

/** The values of a generator between two rounds, for a checkpoint. */
interface GeneratorValues {
  readonly parameters: readonly Float32Array[];
  readonly averaged: readonly Float32Array[];
  readonly moments: readonly Float32Array[];
  readonly averagedMoments: readonly Float32Array[];
}

/** Turns parameter values into tensors that outlive every scope. */
export function keptTensors(network: Network, values: readonly Float32Array[]): Tensor[] {
  return network.parameters.map(({ shape }, index) =>
    tf.keep(tf.tensor(values[index] ?? new Float32Array(0), [...shape])),
  );
}

/**
 * The decay of the average after a round: `averageDecay`, but (1 + r) / (10 + r) while that is smaller, so that the
 * pictures of the first rounds do not lag behind (the warm-up of TensorFlow's ExponentialMovingAverage).
 *
 * @param completeRounds r, before this round
 */
export function averagingDecay(averageDecay: number, completeRounds: number): number {
  return Math.min(averageDecay, (1 + completeRounds) / (10 + completeRounds));
}

/** The generator that is trained, and the average of its weights that is shown. */
export class Generator {
  private raw: Tensor[];
  private averaged: Tensor[];
  private readonly moments: RunningMoments;
  private readonly averagedMoments: RunningMoments;

  /** @param start fresh weights, or everything from a checkpoint */
  constructor(
    readonly network: Network,
    start: GeneratorValues | { readonly parameters: readonly Float32Array[] },
  ) {
    const saved = 'averaged' in start ? start : undefined;
    this.raw = keptTensors(network, start.parameters);
    this.averaged = keptTensors(network, saved?.averaged ?? start.parameters);
    this.moments = new RunningMoments(network.normalizedChannels, saved?.moments);
    this.averagedMoments = new RunningMoments(network.normalizedChannels, saved?.averagedMoments);
  }

  get parameters(): readonly Tensor[] {
    return this.raw;
  }

  /** Samples of a training batch [count, ...sampleShape]; batch normalisation takes its moments from the batch. */
  sample(latent: Tensor): Tensor {
    return this.network.forward(this.raw, latent);
  }

  /**
   * Samples as {@link Generator.sample} does, differentiable by `parameters`.
   *
   * @param seen takes the moments of each batch-normalised layer; they are kept, and the caller disposes them
   */
  sampleWith(parameters: readonly Tensor[], latent: Tensor, seen: Moments[]): Tensor {
    return this.network.forward(parameters, latent, {
      momentsOf: (input, index) => {
        const { mean, variance } = tf.moments(
          input,
          input.shape.slice(0, -1).map((_, axis) => axis),
        );
        seen[index] = { mean: tf.keep(mean), variance: tf.keep(variance) };
        return { mean, variance };
      },
    });
  }

  /** Samples for display by the averaged weights, each independent of its neighbours. */
  sampleForDisplay(latent: Tensor): Tensor {
    return this.network.forward(this.averaged, latent, { momentsOf: this.averagedMoments.momentsOf });
  }

  /** Takes over the parameters after an update, which must be kept, and the moments that were seen in it. */
  update(parameters: Tensor[], seen: readonly Moments[]): void {
    tf.dispose(this.raw);
    this.raw = parameters;
    this.moments.update(seen);
  }

  /** Moves the average towards the present weights; `decay` is the share of the old average that stays. */
  average(decay: number): void {
    const old = this.averaged;
    this.averaged = tf.tidy(() => {
      const { raw } = this;
      const moved =
        decay === 0
          ? raw.map((parameter) => parameter.clone())
          : scaledSums(
              raw.map((parameter) => tf.mul(parameter, 1 - decay)),
              old,
              decay,
            );
      return moved.map((parameter) => tf.keep(parameter));
    });
    tf.dispose(old);
    this.averagedMoments.moveTo(this.moments.values, decay);
  }

  /** Everything for a checkpoint, under the names of {@link GeneratorValues}. */
  get state(): Readonly<Record<keyof GeneratorValues, readonly Tensor[]>> {
    return {
      parameters: this.raw,
      averaged: this.averaged,
      moments: this.moments.values,
      averagedMoments: this.averagedMoments.values,
    };
  }

  dispose(): void {
    tf.dispose([this.raw, this.averaged]);
    this.moments.dispose();
    this.averagedMoments.dispose();
  }
}
