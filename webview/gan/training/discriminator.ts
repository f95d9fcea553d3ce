import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { keptTensors } from './generator';
import type { Network, SpectralNormalization } from '../networks';
import type { BatchLogits } from './batchLogits';
import type { LabelledSamples } from './sampling';

/** Scores samples. Its batch normalisation always takes the moments of the batch, because it judges nothing else. */
export class Discriminator {
  private raw: Tensor[];
  private readonly spectral: SpectralNormalization | undefined;

  /** @param spectral normalises the weights, if they are to be normalised */
  constructor(
    readonly network: Network,
    values: readonly Float32Array[],
    createSpectral: ((parameters: readonly Tensor[]) => SpectralNormalization) | undefined,
  ) {
    this.raw = keptTensors(network, values);
    this.spectral = createSpectral?.(this.raw);
  }

  get parameters(): readonly Tensor[] {
    return this.raw;
  }

  /** The parameters as the layers use them: spectrally normalised, if they are to be. Differentiable. */
  effective(parameters: readonly Tensor[] = this.raw): readonly Tensor[] {
    return this.spectral?.normalize(parameters) ?? parameters;
  }

  /**
   * Logits [count, 1] of samples [count, ...sampleShape]. A gradient around it may ask for that by the samples.
   *
   * @param classes one-hot [count, classes]; a conditional discriminator that is told none takes all as equally likely
   */
  score(samples: Tensor, classes: Tensor | undefined): Tensor {
    return this.network.forward(this.effective(), samples, { classes, differentiated: 'input' });
  }

  /**
   * The same inside a gradient by the parameters.
   *
   * @param effective from {@link Discriminator.effective}
   */
  scoreWith(effective: readonly Tensor[], samples: Tensor, classes: Tensor | undefined): Tensor {
    return this.network.forward(effective, samples, { classes });
  }

  /**
   * Scores real and generated samples, in one forward pass where that gives the same. With batch normalisation it does
   * not: each half is normalised by itself (Radford et al. 2016; Salimans et al. 2016, section 3.5).
   */
  scoreTogether(real: LabelledSamples, fake: LabelledSamples, effective: readonly Tensor[]): BatchLogits {
    if (this.network.normalizedChannels.length > 0) {
      return this.scoreSeparately(real, fake, effective);
    }
    const classes = real.classes && fake.classes && tf.concat([real.classes, fake.classes]);
    return {
      kind: 'together',
      all: this.scoreWith(effective, tf.concat([real.samples, fake.samples]), classes),
      real: real.samples.shape[0] ?? 0,
    };
  }

  /** The same in two forward passes. */
  scoreSeparately(real: LabelledSamples, fake: LabelledSamples, effective: readonly Tensor[]): BatchLogits {
    return {
      kind: 'apart',
      real: this.scoreWith(effective, real.samples, real.classes),
      fake: this.scoreWith(effective, fake.samples, fake.classes),
    };
  }

  /** Takes over the parameters after an update, which must be kept. */
  update(parameters: Tensor[]): void {
    tf.dispose(this.raw);
    this.raw = parameters;
    this.spectral?.iterate(parameters);
  }

  /** Everything for a checkpoint. */
  get state(): { readonly parameters: readonly Tensor[]; readonly spectral: readonly Tensor[] } {
    return { parameters: this.raw, spectral: this.spectral?.state ?? [] };
  }

  dispose(): void {
    tf.dispose(this.raw);
    this.spectral?.dispose();
  }
}
