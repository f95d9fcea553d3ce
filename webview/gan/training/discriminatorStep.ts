import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { normOverAll } from '../../backend';
import { classesOf } from '../networks';
import type { Discriminator } from './discriminator';
import type { Gan } from './gan';
import { LOSSES } from './losses';
import { tensorsOf, type BatchLogits } from './batchLogits';
import { clipWeights, gradientPenalty, interpolate, isPenaltyRound, r1Penalty } from './penalties';
import type { LabelledSamples } from './sampling';

/** A batch of samples as the discriminator sees it: with instance noise and with classes, if there are any. */
export interface DiscriminatorBatch {
  readonly real: LabelledSamples;
  readonly fake: LabelledSamples;
  /** Where the gradient penalty looks, if it is on. */
  readonly interpolates: LabelledSamples | undefined;
}

/** The verdict on a batch. */
export interface Verdict {
  readonly logits: BatchLogits;
  /** L_D without penalties. */
  readonly loss: Scalar;
}

/** What an update leaves to look at. */
interface DiscriminatorUpdate {
  /** Before the update, kept. */
  readonly verdict: Verdict;
  /** Euclidean norm of the gradient over all parameters, penalties included. */
  readonly gradientNorm: Scalar;
}

/**
 * Points between real and generated samples, with the classes mixed as the samples are: between two classes, too, the
 * score must not jump.
 */
function between(gan: Gan, real: LabelledSamples, fake: LabelledSamples): LabelledSamples {
  const count = real.samples.shape[0] ?? 0;
  const mixing = gan.sampling.mixing(count);
  return {
    samples: interpolate(real.samples, fake.samples, mixing),
    classes:
      real.classes && fake.classes && interpolate(real.classes, fake.classes, tf.reshape(mixing, [count, 1])),
  };
}

/** Everything random that a discriminator step needs beside the samples themselves. */
export function completeBatch(
  gan: Gan,
  h: Hyperparameters,
  real: LabelledSamples,
  fake: LabelledSamples,
): DiscriminatorBatch {
  const noise = ({ samples, classes }: LabelledSamples): LabelledSamples => {
    const added = gan.sampling.instanceNoise(samples.shape, h.instanceNoise);
    return { samples: added === undefined ? samples : tf.add(samples, added), classes };
  };
  const seenReal = noise(real);
  const seenFake = noise(fake);
  const interpolates = h.gradientPenaltyWeight > 0 ? between(gan, seenReal, seenFake) : undefined;
  return { real: seenReal, fake: seenFake, interpolates };
}

/** A fresh batch, as in every discriminator step after the first of a round. */
export function drawBatch(gan: Gan, h: Hyperparameters): DiscriminatorBatch {
  const real = gan.sampling.real(h.batchSize, h);
  const latent = gan.sampling.latent(h.batchSize, h);
  const fake = { samples: gan.generator.sample(latent), classes: classesOf(latent, h.latentSize) };
  return completeBatch(gan, h, real, fake);
}

/** Gamma of R1 in this round, 0 when the round has none. */
function r1Weight(gan: Gan, h: Hyperparameters): number {
  return isPenaltyRound(gan.completeRounds, h.r1Interval) ? h.r1Weight * h.r1Interval : 0;
}

/** The verdict and the penalties, of which the sum is minimised. */
function objective(
  discriminator: Discriminator,
  effective: readonly Tensor[],
  batch: DiscriminatorBatch,
  h: Hyperparameters,
  gamma: number,
): Verdict & { penalties: Scalar[] } {
  const scoreOf = (classes: Tensor | undefined) => (samples: Tensor) =>
    discriminator.scoreWith(effective, samples, classes);
  const penalties: Scalar[] = [];
  let logits: BatchLogits;
  if (gamma > 0) {
    const { samples, classes } = batch.real;
    const { logits: real, penalty } = r1Penalty(scoreOf(classes), samples, gamma);
    penalties.push(penalty);
    logits = { kind: 'apart', real, fake: scoreOf(batch.fake.classes)(batch.fake.samples) };
  } else {
    logits = discriminator.scoreTogether(batch.real, batch.fake, effective);
  }
  if (batch.interpolates !== undefined && h.gradientPenaltyWeight > 0) {
    const { samples, classes } = batch.interpolates;
    penalties.push(gradientPenalty(scoreOf(classes), samples, h.gradientPenaltyWeight));
  }
  const loss = LOSSES[h.loss].discriminator(logits, h.labelSmoothing);
  return { logits, loss, penalties };
}

/**
 * Scores a batch without learning from it. The bits are those of the update, because real and fake samples go through
 * the network together or apart as they will there.
 */
export function judge(gan: Gan, h: Hyperparameters, batch: DiscriminatorBatch): Verdict {
  const { discriminator } = gan;
  const effective = discriminator.effective();
  const logits =
    r1Weight(gan, h) > 0
      ? discriminator.scoreSeparately(batch.real, batch.fake, effective)
      : discriminator.scoreTogether(batch.real, batch.fake, effective);
  return { logits, loss: LOSSES[h.loss].discriminator(logits, h.labelSmoothing) };
}

/**
 * One update of the discriminator's weights on a batch.
 *
 * @returns what it leaves; the caller disposes the verdict
 */
export function trainDiscriminatorOnce(
  gan: Gan,
  h: Hyperparameters,
  batch: DiscriminatorBatch,
): DiscriminatorUpdate {
  const { discriminator, discriminatorOptimizer } = gan;
  const gamma = r1Weight(gan, h);
  let verdict: Verdict | undefined;
  const { grads } = tf.valueAndGrads((...parameters: Tensor[]) => {
    const { logits, loss, penalties } = objective(
      discriminator,
      discriminator.effective(parameters),
      batch,
      h,
      gamma,
    );
    tensorsOf(logits).forEach((tensor) => tf.keep(tensor));
    verdict = { logits, loss: tf.keep(loss) };
    return penalties.reduce((total, penalty) => tf.add<Scalar>(total, penalty), loss);
  })([...discriminator.parameters]);
  if (verdict === undefined) {
    throw new Error('The discriminator was not run.');
  }
  const gradientNorm = normOverAll(grads);
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
  return { verdict, gradientNorm };
}
