import type { Tensor } from '@tensorflow/tfjs-core';
import type { RoundMetrics } from '../../../src/shared/wire/run';

/** What a round leaves to look at. Samples are tensors and read only when they are drawn. */
export interface RoundView {
  /** Of the samples of the first discriminator step. */
  latent?: Tensor;
  real?: Tensor;
  fake?: Tensor;
  /** P(real) for the real and the generated samples of the batch, before and after the discriminator's updates. */
  batchProbabilities?: BatchProbabilities;
  batchProbabilitiesAfter?: BatchProbabilities;
  /** Of the samples of the first generator step. */
  generatorLatent?: Tensor;
  generatorSamples?: Tensor;
  generatorProbabilities?: readonly number[];
  /** The same latent vectors after the generator's updates. */
  generatorSamplesAfter?: Tensor;
  generatorProbabilitiesAfter?: readonly number[];
  metrics?: RoundMetrics;
}

/** P(real) of each sample of the batch, from 0 to 1. */
export interface BatchProbabilities {
  readonly real: readonly number[];
  readonly fake: readonly number[];
}
