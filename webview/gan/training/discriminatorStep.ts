import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Discriminator, PileLogits } from './discriminator';
import type { Gan } from './gan';
import { LOSSES } from './losses';
import { clipWeights, gradientPenalty, interpolate, isPenaltyRound, r1Penalty } from './penalties';

/** A pile of samples as the museum and the generator deliver it, and as the discriminator sees it. */
export interface PileTensors {
  readonly real: Tensor;
  readonly fake: Tensor;
  /** With instance noise, if there is any. */
  readonly seenReal: Tensor;
  readonly seenFake: Tensor;
  /** Where the gradient penalty looks, if it is on. */
  readonly interpolates: Tensor | undefined;
}

/** The verdict on a pile. */
export interface Verdict {
  readonly logits: PileLogits;
  /** L_D without penalties. */
  readonly loss: Scalar;
}

/** Everything random that a discriminator step needs beside the samples themselves. */
export function completePile(gan: Gan, h: Hyperparameters, real: Tensor, fake: Tensor): PileTensors {
  const noise = (samples: Tensor): Tensor => {
    const added = gan.sampling.instanceNoise(samples.shape, h.instanceNoise);
    return added === undefined ? samples : tf.add(samples, added);
  };
  const seenReal = noise(real);
  const seenFake = noise(fake);
  const interpolates =
    h.gradientPenaltyWeight > 0
      ? interpolate(seenReal, seenFake, gan.sampling.mixing(real.shape[0] ?? 0))
      : undefined;
  return { real, fake, seenReal, seenFake, interpolates };
}

/** A fresh pile, as in every discriminator step after the first of a round. */
export function drawPile(gan: Gan, h: Hyperparameters): PileTensors {
  const real = gan.sampling.real(h.batchSize);
  const fake = gan.generator.forge(gan.sampling.latent(h.batchSize, h));
  return completePile(gan, h, real, fake);
}

/** Gamma of R1 in this round, 0 when the round has none. */
function r1Weight(gan: Gan, h: Hyperparameters): number {
  return isPenaltyRound(gan.completeRounds, h.r1Interval) ? h.r1Weight * h.r1Interval : 0;
}

/** The verdict and the penalties, of which the sum is minimised. */
function objective(
  discriminator: Discriminator,
  effective: readonly Tensor[],
  pile: PileTensors,
  h: Hyperparameters,
  gamma: number,
): Verdict & { penalties: Scalar[] } {
  const score = (samples: Tensor) => discriminator.score(samples, effective);
  const penalties: Scalar[] = [];
  let logits: PileLogits;
  if (gamma > 0) {
    const { logits: real, penalty } = r1Penalty(score, pile.seenReal, gamma);
    penalties.push(penalty);
    logits = { real, fake: score(pile.seenFake) };
  } else {
    logits = discriminator.scorePile(pile.seenReal, pile.seenFake, effective);
  }
  if (pile.interpolates !== undefined && h.gradientPenaltyWeight > 0) {
    penalties.push(gradientPenalty(score, pile.interpolates, h.gradientPenaltyWeight));
  }
  const loss = LOSSES[h.loss].discriminator(logits.real, logits.fake, h.labelSmoothing);
  return { logits, loss, penalties };
}

/**
 * Scores a pile without learning from it. The bits are those of the update, because real and fake samples go through
 * the network together or apart as they will there.
 */
export function judge(gan: Gan, h: Hyperparameters, pile: PileTensors): Verdict {
  const { discriminator } = gan;
  const effective = discriminator.effective();
  const logits =
    r1Weight(gan, h) > 0
      ? {
          real: discriminator.score(pile.seenReal, effective),
          fake: discriminator.score(pile.seenFake, effective),
        }
      : discriminator.scorePile(pile.seenReal, pile.seenFake, effective);
  return { logits, loss: LOSSES[h.loss].discriminator(logits.real, logits.fake, h.labelSmoothing) };
}

/**
 * One update of the discriminator's weights on a pile.
 *
 * @returns the verdict before the update, kept; the caller disposes it
 */
export function trainDiscriminatorOnce(gan: Gan, h: Hyperparameters, pile: PileTensors): Verdict {
  const { discriminator, discriminatorOptimizer } = gan;
  const gamma = r1Weight(gan, h);
  let verdict: Verdict | undefined;
  const { grads } = tf.valueAndGrads((...parameters: Tensor[]) => {
    const { logits, loss, penalties } = objective(
      discriminator,
      discriminator.effective(parameters),
      pile,
      h,
      gamma,
    );
    verdict = {
      logits: { real: tf.keep(logits.real), fake: tf.keep(logits.fake) },
      loss: tf.keep(loss),
    };
    return penalties.reduce((total, penalty) => tf.add<Scalar>(total, penalty), loss);
  })([...discriminator.parameters]);
  if (verdict === undefined) {
    throw new Error('The discriminator was not run.');
  }
  const stepped = discriminatorOptimizer.step(discriminator.parameters, grads, {
    learningRate: h.discriminatorLearningRate,
    beta1: h.discriminatorBeta1,
    beta2: h.discriminatorBeta2,
  });
  if (h.weightClip > 0) {
    const clipped = clipWeights(stepped, h.weightClip).map((parameter) => tf.keep(parameter));
    tf.dispose(stepped);
    discriminator.update(clipped);
  } else {
    discriminator.update(stepped);
  }
  return verdict;
}
