import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Phase } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import { classesOf } from '../networks';
import { completeBatch, judge, type DiscriminatorBatch, type Verdict } from './discriminatorStep';
import type { Gan } from './gan';
import { drawGeneratorInputs, sampleAndScore, type GeneratorInputs } from './generatorStep';
import type { KeptTensors } from './keptTensors';
import { LOSSES } from './losses';
import { halvesOf, readHalves } from './batchLogits';
import { roundMetrics, withGradientNorms } from './roundMetrics';
import { completeRound, updateDiscriminator, updateGenerator } from './roundUpdates';
import type { BatchProbabilities, RoundView } from './roundView';

/** The phases of one round, each of which leaves in the round's view what there is to look at. */
export class RoundPhases {
  private batch: DiscriminatorBatch | undefined;
  /** Of the real samples of the batch, in a conditional run. */
  private realClasses: Tensor | undefined;
  private generatorInputs: GeneratorInputs | undefined;

  /**
   * @param view takes what the phases leave to look at
   * @param kept takes what one phase leaves to another, and the tensors of the view
   */
  constructor(
    private readonly gan: Gan,
    private readonly view: RoundView,
    private readonly kept: KeptTensors,
  ) {}

  /** Runs one phase; the caller keeps to their order. */
  run(phase: Phase, h: Hyperparameters): void {
    tf.tidy(() => {
      switch (phase) {
        case 'drawReal':
          return this.drawReal(h);
        case 'forge':
          return this.sampleBatch(h);
        case 'judge':
          return this.judge(h);
        case 'reveal':
          return this.reveal(h);
        case 'trainDiscriminator':
          return this.trainDiscriminator(h);
        case 'forgeAgain':
          return this.sampleGeneratorBatch(h);
        case 'trainGenerator':
          return this.trainGenerator(h);
        default:
          return unreachable(phase);
      }
    });
  }

  private drawReal(h: Hyperparameters): void {
    const { samples, classes } = this.gan.sampling.real(h.batchSize, h);
    this.view.real = this.kept.keep(samples);
    this.realClasses = classes && this.kept.keep(classes);
  }

  private sampleBatch(h: Hyperparameters): void {
    // As many as were drawn, whatever the batch size has become meanwhile.
    const count = this.view.real?.shape[0] ?? h.batchSize;
    this.view.latent = this.kept.keep(this.gan.sampling.latent(count, h));
    this.view.fake = this.kept.keep(this.gan.generator.sample(this.view.latent));
  }

  private judge(h: Hyperparameters): void {
    const { real, fake, latent } = this.view;
    if (real === undefined || fake === undefined || latent === undefined) {
      throw new Error('There is nothing to judge yet.');
    }
    const batch = completeBatch(
      this.gan,
      h,
      { samples: real, classes: this.realClasses },
      { samples: fake, classes: classesOf(latent, h.latentSize) },
    );
    this.batch = {
      real: this.kept.keepLabelled(batch.real),
      fake: this.kept.keepLabelled(batch.fake),
      interpolates: batch.interpolates && this.kept.keepLabelled(batch.interpolates),
    };
    this.view.batchProbabilities = probabilitiesOf(judge(this.gan, h, this.batch), h);
  }

  private reveal(h: Hyperparameters): void {
    const { gan, view } = this;
    if (this.batch === undefined || view.batchProbabilities === undefined) {
      throw new Error('There is no verdict to reveal yet.');
    }
    const { logits, loss } = judge(gan, h, this.batch);
    view.metrics = roundMetrics(gan.completeRounds + 1, view.batchProbabilities, {
      discriminator: number(loss),
      // Until the generator has a batch of its own, its loss is that of the discriminator's batch.
      generator: number(LOSSES[h.loss].generator(halvesOf(logits).fake)),
    });
  }

  private trainDiscriminator(h: Hyperparameters): void {
    const { gan, view } = this;
    if (this.batch === undefined) {
      throw new Error('There is no verdict to learn from yet.');
    }
    this.noteGradients('discriminator', updateDiscriminator(gan, h, this.batch, this.kept).gradientNorms);
    view.batchProbabilitiesAfter = probabilitiesOf(judge(gan, h, this.batch), h);
  }

  private sampleGeneratorBatch(h: Hyperparameters): void {
    const { gan, view, kept } = this;
    const { latent, noise } = drawGeneratorInputs(gan, h);
    this.generatorInputs = { latent: kept.keep(latent), noise: noise && kept.keep(noise) };
    view.generatorLatent = latent;
    const { fake, logits, loss } = sampleAndScore(gan, h, this.generatorInputs);
    view.generatorSamples = kept.keep(fake);
    view.generatorProbabilities = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    if (view.metrics !== undefined) {
      view.metrics = { ...view.metrics, generatorLoss: number(loss) };
    }
  }

  private trainGenerator(h: Hyperparameters): void {
    const { gan, view, kept } = this;
    if (this.generatorInputs === undefined) {
      throw new Error('There is no generator batch yet.');
    }
    this.noteGradients('generator', updateGenerator(gan, h, this.generatorInputs, kept).gradientNorms);
    const { fake, logits } = sampleAndScore(gan, h, this.generatorInputs);
    view.generatorSamplesAfter = kept.keep(fake);
    view.generatorProbabilitiesAfter = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    completeRound(gan, h);
  }

  private noteGradients(side: 'discriminator' | 'generator', norms: readonly Tensor[]): void {
    const { metrics } = this.view;
    if (metrics !== undefined) {
      this.view.metrics = withGradientNorms(metrics, side, norms.map(number));
    }
  }
}

function probabilitiesOf({ logits }: Verdict, h: Hyperparameters): BatchProbabilities {
  const { probability } = LOSSES[h.loss];
  const { real, fake } = readHalves(logits, (tensor) => tensor.dataSync<'float32'>());
  return { real: Array.from(real, probability), fake: Array.from(fake, probability) };
}

function number(scalar: Tensor): number {
  return scalar.dataSync()[0] ?? NaN;
}
