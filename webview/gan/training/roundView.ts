import type { Tensor } from '@tensorflow/tfjs-core';
import type { RoundMetrics } from '../../../src/shared/wire/run';

/** What a round leaves to look at. Samples are tensors and read only when they are drawn. */
export interface RoundView {
  /** Of the samples of the first discriminator step. */
  latent?: Tensor;
  real?: Tensor;
  fake?: Tensor;
  /** P(real) for the real and the generated samples of the pile, before and after the discriminator's updates. */
  pileProbabilities?: PileProbabilities;
  pileProbabilitiesAfter?: PileProbabilities;
  /** Of the samples of the first generator step. */
  handInLatent?: Tensor;
  handedIn?: Tensor;
  handInProbabilities?: readonly number[];
  /** The same latent vectors after the generator's updates. */
  handedInAfter?: Tensor;
  handInProbabilitiesAfter?: readonly number[];
  metrics?: RoundMetrics;
}

/** P(real) of each sample on the pile, from 0 to 1. */
export interface PileProbabilities {
  readonly real: readonly number[];
  readonly fake: readonly number[];
}
