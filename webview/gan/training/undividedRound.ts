import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { readTogether } from '../../backend';
import { classesOf } from '../networks';
import { completeBatch } from './discriminatorStep';
import type { Gan } from './gan';
import { drawGeneratorInputs } from './generatorStep';
import type { KeptTensors } from './keptTensors';
import { LOSSES } from './losses';
import { readHalves, tensorsOf } from './batchLogits';
import { roundMetrics, withGradientNorms } from './roundMetrics';
import { completeRound, updateDiscriminator, updateGenerator } from './roundUpdates';
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
      samples: gan.generator.sample(view.latent),
      classes: classesOf(view.latent, h.latentSize),
    };
    view.real = kept.keep(real.samples);
    view.fake = kept.keep(fake.samples);
    const discriminator = updateDiscriminator(gan, h, completeBatch(gan, h, real, fake), kept);
    const inputs = drawGeneratorInputs(gan, h);
    view.generatorLatent = kept.keep(inputs.latent);
    const generator = updateGenerator(gan, h, inputs, kept);
    view.generatorSamples = kept.keep(generator.shown.fake);

    const { logits, loss } = discriminator.shown;
    const { logits: before, loss: generatorLoss } = generator.shown;
    const norms = [...discriminator.gradientNorms, ...generator.gradientNorms];
    const read = readTogether([...tensorsOf(logits), before, loss, generatorLoss, ...norms]);
    const number = (scalar: Tensor) => read(scalar)[0] ?? NaN;
    const { probability } = LOSSES[h.loss];
    const { real: onReal, fake: onFake } = readHalves(logits, read);
    view.batchProbabilities = { real: each(onReal, probability), fake: each(onFake, probability) };
    view.generatorProbabilities = each(read(before), probability);
    const metrics = roundMetrics(gan.completeRounds + 1, view.batchProbabilities, {
      discriminator: number(loss),
      generator: number(generatorLoss),
    });
    view.metrics = withGradientNorms(
      withGradientNorms(metrics, 'discriminator', discriminator.gradientNorms.map(number)),
      'generator',
      generator.gradientNorms.map(number),
    );
    completeRound(gan, h);
  });
}

/** What `Array.from` gives, in half its time; a round on points maps hundreds of values. */
function each(values: Float32Array, map: (value: number) => number): number[] {
  const mapped: number[] = [];
  for (const value of values) {
    mapped.push(map(value));
  }
  return mapped;
}
