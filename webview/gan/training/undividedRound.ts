import * as tf from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import { classesOf } from '../networks';
import { completePile } from './discriminatorStep';
import type { Gan } from './gan';
import { drawHandIn } from './generatorStep';
import type { KeptTensors } from './keptTensors';
import { LOSSES } from './losses';
import { roundMetrics, withGradientNorm } from './roundMetrics';
import {
  completeRound,
  firstDiscriminatorStep,
  firstGeneratorStep,
  otherDiscriminatorSteps,
  otherGeneratorSteps,
} from './roundUpdates';
import type { RoundView } from './roundView';

/**
 * A whole round with no pass through a network that training does not need, and one read-back at its end.
 *
 * @param view takes what the round leaves to look at
 * @param kept takes the tensors of the view
 */
export function runUndividedRound(gan: Gan, h: Hyperparameters, view: RoundView, kept: KeptTensors): void {
  tf.tidy(() => {
    view.latent = kept.keep(gan.sampling.latent(h.batchSize, h));
    const real = gan.sampling.real(h.batchSize, h);
    const fake = {
      samples: gan.generator.forge(view.latent),
      classes: classesOf(view.latent, h.latentSize),
    };
    view.real = kept.keep(real.samples);
    view.fake = kept.keep(fake.samples);
    const verdict = firstDiscriminatorStep(gan, h, completePile(gan, h, real, fake), kept);
    otherDiscriminatorSteps(gan, h);
    const inputs = drawHandIn(gan, h);
    view.handInLatent = kept.keep(inputs.latent);
    const handedIn = firstGeneratorStep(gan, h, inputs, kept);
    view.handedIn = kept.keep(handedIn.fake);
    otherGeneratorSteps(gan, h);
    const count = h.batchSize;
    const numbers = tf
      .concat(
        [
          verdict.logits.real,
          verdict.logits.fake,
          handedIn.logits,
          verdict.loss,
          handedIn.loss,
          // A network that does not train has no gradient.
          verdict.gradientNorm ?? tf.scalar(NaN),
          handedIn.gradientNorm ?? tf.scalar(NaN),
        ].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [-1])),
      )
      .dataSync();
    const probabilities = Array.from(numbers.subarray(0, 3 * count), LOSSES[h.loss].probability);
    view.pileProbabilities = {
      real: probabilities.slice(0, count),
      fake: probabilities.slice(count, 2 * count),
    };
    view.handInProbabilities = probabilities.slice(2 * count);
    const [discriminator = NaN, generator = NaN, ...norms] = numbers.subarray(3 * count);
    const metrics = roundMetrics(gan.completeRounds + 1, view.pileProbabilities, {
      discriminator,
      generator,
    });
    view.metrics = withGradientNorm(
      withGradientNorm(metrics, 'discriminator', norms[0]),
      'generator',
      norms[1],
    );
    completeRound(gan, h);
  });
}
