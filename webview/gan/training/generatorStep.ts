import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { normOverAll } from '../../backend';
import { classesOf, type Moments } from '../networks';
import type { Gan } from './gan';
import { LOSSES } from './losses';

/** What a generator step starts from. */
export interface HandInInputs {
  readonly latent: Tensor;
  /** Added to the samples before they are scored, if there is instance noise. */
  readonly noise: Tensor | undefined;
}

/** Generated samples and what the discriminator says of them. */
export interface HandInTensors {
  readonly fake: Tensor;
  readonly logits: Tensor;
  readonly loss: Scalar;
}

/** What an update leaves to look at. */
export interface GeneratorUpdate {
  /** Before the update, kept. */
  readonly handedIn: HandInTensors;
  /** Euclidean norm of the gradient over all parameters. */
  readonly gradientNorm: Scalar;
}

/** Fresh latent vectors, and the noise that the discriminator will see them through. */
export function drawHandIn(gan: Gan, h: Hyperparameters): HandInInputs {
  return {
    latent: gan.sampling.latent(h.batchSize, h),
    noise: gan.sampling.instanceNoise([h.batchSize, ...gan.collection.sampleShape], h.instanceNoise),
  };
}

function scored(gan: Gan, h: Hyperparameters, fake: Tensor, { latent, noise }: HandInInputs): HandInTensors {
  const seen = noise === undefined ? fake : tf.add(fake, noise);
  const logits = gan.discriminator.score(seen, classesOf(latent, h.latentSize));
  return { fake, logits, loss: LOSSES[h.loss].generator(logits) };
}

/** Forges and scores without learning from it. */
export function handIn(gan: Gan, h: Hyperparameters, inputs: HandInInputs): HandInTensors {
  return scored(gan, h, gan.generator.forge(inputs.latent), inputs);
}

/**
 * One update of the generator's weights. The gradient flows through the discriminator, whose weights stay.
 *
 * @returns what it leaves; the caller disposes what was handed in
 */
export function trainGeneratorOnce(gan: Gan, h: Hyperparameters, inputs: HandInInputs): GeneratorUpdate {
  const { generator, generatorOptimizer } = gan;
  const seen: Moments[] = [];
  let handedIn: HandInTensors | undefined;
  const { grads } = tf.valueAndGrads((...parameters: Tensor[]) => {
    const { fake, logits, loss } = scored(
      gan,
      h,
      generator.forgeWith(parameters, inputs.latent, seen),
      inputs,
    );
    handedIn = { fake: tf.keep(fake), logits: tf.keep(logits), loss: tf.keep(loss) };
    return loss;
  })([...generator.parameters]);
  if (handedIn === undefined) {
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
  return { handedIn, gradientNorm };
}
