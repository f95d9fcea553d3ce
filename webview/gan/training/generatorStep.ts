import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { normOverAll } from '../../backend';
import { classesOf, type Moments } from '../networks';
import type { Gan } from './gan';
import { LOSSES } from './losses';

/** What a generator step starts from. */
export interface GeneratorInputs {
  readonly latent: Tensor;
  /** Added to the samples before they are scored, if there is instance noise. */
  readonly noise: Tensor | undefined;
}

/** Generated samples and what the discriminator says of them. */
export interface ScoredSamples {
  readonly fake: Tensor;
  readonly logits: Tensor;
  readonly loss: Scalar;
}

/** What an update leaves to look at. */
interface GeneratorUpdate {
  /** Before the update, kept. */
  readonly before: ScoredSamples;
  /** Euclidean norm of the gradient over all parameters. */
  readonly gradientNorm: Scalar;
}

/** Fresh latent vectors, and the noise that the discriminator will see them through. */
export function drawGeneratorInputs(gan: Gan, h: Hyperparameters): GeneratorInputs {
  return {
    latent: gan.sampling.latent(h.batchSize, h),
    noise: gan.sampling.instanceNoise([h.batchSize, ...gan.collection.sampleShape], h.instanceNoise),
  };
}

function scored(
  gan: Gan,
  h: Hyperparameters,
  fake: Tensor,
  { latent, noise }: GeneratorInputs,
): ScoredSamples {
  const seen = noise === undefined ? fake : tf.add(fake, noise);
  const logits = gan.discriminator.score(seen, classesOf(latent, h.latentSize));
  return { fake, logits, loss: LOSSES[h.loss].generator(logits) };
}

/** Samples and scores without learning from it. */
export function sampleAndScore(gan: Gan, h: Hyperparameters, inputs: GeneratorInputs): ScoredSamples {
  return scored(gan, h, gan.generator.sample(inputs.latent), inputs);
}

/**
 * One update of the generator's weights. The gradient flows through the discriminator, whose weights stay.
 *
 * @returns what it leaves; the caller disposes `before`
 */
export function trainGeneratorOnce(gan: Gan, h: Hyperparameters, inputs: GeneratorInputs): GeneratorUpdate {
  const { generator, generatorOptimizer } = gan;
  const seen: Moments[] = [];
  let before: ScoredSamples | undefined;
  const { grads } = tf.valueAndGrads((...parameters: Tensor[]) => {
    const { fake, logits, loss } = scored(
      gan,
      h,
      generator.sampleWith(parameters, inputs.latent, seen),
      inputs,
    );
    before = { fake: tf.keep(fake), logits: tf.keep(logits), loss: tf.keep(loss) };
    return loss;
  })([...generator.parameters]);
  if (before === undefined) {
    throw new Error('The generator was not run.');
  }
  const gradientNorm = normOverAll(grads);
  const stepped = generatorOptimizer.step(generator.parameters, grads, {
    learningRate: h.generatorLearningRate,
    beta1: h.generatorBeta1,
    beta2: h.generatorBeta2,
  });
  generator.update(stepped, seen);
  tf.dispose(seen.flatMap(({ mean, variance }) => [mean, variance]));
  return { before, gradientNorm };
}
