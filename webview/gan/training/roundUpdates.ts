import * as tf from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { drawPile, judge, trainDiscriminatorOnce, type PileTensors, type Verdict } from './discriminatorStep';
import type { Gan } from './gan';
import { averagingDecay } from './generator';
import {
  drawHandIn,
  handIn,
  trainGeneratorOnce,
  type HandInInputs,
  type HandInTensors,
} from './generatorStep';
import type { KeptTensors } from './keptTensors';

/**
 * Trains on the pile that is shown, or only scores it when the discriminator does not train.
 *
 * @param kept takes over what an update hands out
 */
export function firstDiscriminatorStep(
  gan: Gan,
  h: Hyperparameters,
  pile: PileTensors,
  kept: KeptTensors,
): Verdict {
  if (h.discriminatorSteps === 0) {
    return judge(gan, h, pile);
  }
  const verdict = trainDiscriminatorOnce(gan, h, pile);
  kept.keep(verdict.logits.real);
  kept.keep(verdict.logits.fake);
  kept.keep(verdict.loss);
  return verdict;
}

/** The discriminator's updates after the first, on fresh piles that nobody sees. */
export function otherDiscriminatorSteps(gan: Gan, h: Hyperparameters): void {
  for (let step = 1; step < h.discriminatorSteps; step++) {
    tf.tidy(() => {
      const { logits, loss } = trainDiscriminatorOnce(gan, h, drawPile(gan, h));
      tf.dispose([logits.real, logits.fake, loss]);
    });
  }
}

/**
 * Trains on the samples that are shown, or only forges and scores them when the generator does not train.
 *
 * @param kept takes over what an update hands out
 */
export function firstGeneratorStep(
  gan: Gan,
  h: Hyperparameters,
  inputs: HandInInputs,
  kept: KeptTensors,
): HandInTensors {
  if (h.generatorSteps === 0) {
    return handIn(gan, h, inputs);
  }
  const result = trainGeneratorOnce(gan, h, inputs);
  kept.keep(result.fake);
  kept.keep(result.logits);
  kept.keep(result.loss);
  return result;
}

/** The generator's updates after the first, from fresh latent vectors. */
export function otherGeneratorSteps(gan: Gan, h: Hyperparameters): void {
  for (let step = 1; step < h.generatorSteps; step++) {
    tf.tidy(() => {
      const { fake, logits, loss } = trainGeneratorOnce(gan, h, drawHandIn(gan, h));
      tf.dispose([fake, logits, loss]);
    });
  }
}

/** Averages the generator's weights and counts the round. */
export function completeRound(gan: Gan, h: Hyperparameters): void {
  gan.generator.average(averagingDecay(h.averageDecay, gan.completeRounds));
  gan.completeRound();
}
