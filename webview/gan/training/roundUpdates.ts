import * as tf from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import {
  drawBatch,
  judge,
  trainDiscriminatorOnce,
  type DiscriminatorBatch,
  type Verdict,
} from './discriminatorStep';
import type { Gan } from './gan';
import { averagingDecay } from './generator';
import {
  drawGeneratorInputs,
  sampleAndScore,
  trainGeneratorOnce,
  type GeneratorInputs,
  type ScoredSamples,
} from './generatorStep';
import type { KeptTensors } from './keptTensors';
import { tensorsOf } from './batchLogits';

/** What a network's updates of a round leave to look at. */
export interface Updates<Shown> {
  /** Of the samples that are shown, before the first update. */
  readonly shown: Shown;
  /** Of the gradient of each update, in the scope of the call; none where the network does not train. */
  readonly gradientNorms: readonly Scalar[];
}

/**
 * The discriminator's updates: the first on the batch that is shown, the others on fresh batches that nobody sees. Only
 * scores the batch when the discriminator does not train.
 *
 * @param kept takes over what an update hands out
 */
export function updateDiscriminator(
  gan: Gan,
  h: Hyperparameters,
  batch: DiscriminatorBatch,
  kept: KeptTensors,
): Updates<Verdict> {
  if (h.discriminatorSteps === 0) {
    return { shown: judge(gan, h, batch), gradientNorms: [] };
  }
  const { verdict, gradientNorm } = trainDiscriminatorOnce(gan, h, batch);
  for (const tensor of [...tensorsOf(verdict.logits), verdict.loss]) {
    kept.keep(tensor);
  }
  const others = repeat(h.discriminatorSteps - 1, () => {
    const update = trainDiscriminatorOnce(gan, h, drawBatch(gan, h));
    tf.dispose([...tensorsOf(update.verdict.logits), update.verdict.loss]);
    return update.gradientNorm;
  });
  return { shown: verdict, gradientNorms: [gradientNorm, ...others] };
}

/**
 * The generator's updates: the first on the samples that are shown, the others from fresh latent vectors. Only samples and
 * scores when the generator does not train.
 *
 * @param kept takes over what an update hands out
 */
export function updateGenerator(
  gan: Gan,
  h: Hyperparameters,
  inputs: GeneratorInputs,
  kept: KeptTensors,
): Updates<ScoredSamples> {
  if (h.generatorSteps === 0) {
    return { shown: sampleAndScore(gan, h, inputs), gradientNorms: [] };
  }
  const { before, gradientNorm } = trainGeneratorOnce(gan, h, inputs);
  for (const tensor of [before.fake, before.logits, before.loss]) {
    kept.keep(tensor);
  }
  const others = repeat(h.generatorSteps - 1, () => {
    const update = trainGeneratorOnce(gan, h, drawGeneratorInputs(gan, h));
    tf.dispose([update.before.fake, update.before.logits, update.before.loss]);
    return update.gradientNorm;
  });
  return { shown: before, gradientNorms: [gradientNorm, ...others] };
}

/** Each time in a scope of its own, out of which comes what `update` returns. */
function repeat(times: number, update: () => Scalar): Scalar[] {
  return Array.from({ length: times }, () => tf.tidy(update));
}

/** Averages the generator's weights and counts the round. */
export function completeRound(gan: Gan, h: Hyperparameters): void {
  gan.generator.average(averagingDecay(h.averageDecay, gan.completeRounds));
  gan.completeRound();
}
