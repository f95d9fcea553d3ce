import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Phase } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import { classesOf } from '../networks';
import { completePile, judge, type PileTensors, type Verdict } from './discriminatorStep';
import type { Gan } from './gan';
import { drawHandIn, handIn, type HandInInputs } from './generatorStep';
import type { KeptTensors } from './keptTensors';
import { LOSSES } from './losses';
import { halvesOf, readHalves } from './pileLogits';
import { roundMetrics, withGradientNorms } from './roundMetrics';
import { completeRound, updateDiscriminator, updateGenerator } from './roundUpdates';
import type { PileProbabilities, RoundView } from './roundView';

/** The phases of one round, each of which leaves in the round's view what there is to look at. */
export class RoundPhases {
  private pile: PileTensors | undefined;
  /** Of the real samples on the pile, in a conditional run. */
  private realClasses: Tensor | undefined;
  private handInInputs: HandInInputs | undefined;

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
          return this.forge(h);
        case 'judge':
          return this.judge(h);
        case 'reveal':
          return this.reveal(h);
        case 'trainDiscriminator':
          return this.trainDiscriminator(h);
        case 'forgeAgain':
          return this.forgeAgain(h);
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

  private forge(h: Hyperparameters): void {
    // As many as the museum lent, whatever the batch size has become meanwhile.
    const count = this.view.real?.shape[0] ?? h.batchSize;
    this.view.latent = this.kept.keep(this.gan.sampling.latent(count, h));
    this.view.fake = this.kept.keep(this.gan.generator.forge(this.view.latent));
  }

  private judge(h: Hyperparameters): void {
    const { real, fake, latent } = this.view;
    if (real === undefined || fake === undefined || latent === undefined) {
      throw new Error('There is nothing to judge yet.');
    }
    const pile = completePile(
      this.gan,
      h,
      { samples: real, classes: this.realClasses },
      { samples: fake, classes: classesOf(latent, h.latentSize) },
    );
    this.pile = {
      real: this.kept.keepLabelled(pile.real),
      fake: this.kept.keepLabelled(pile.fake),
      interpolates: pile.interpolates && this.kept.keepLabelled(pile.interpolates),
    };
    this.view.pileProbabilities = probabilitiesOf(judge(this.gan, h, this.pile), h);
  }

  private reveal(h: Hyperparameters): void {
    const { gan, view } = this;
    if (this.pile === undefined || view.pileProbabilities === undefined) {
      throw new Error('There is no verdict to reveal yet.');
    }
    const { logits, loss } = judge(gan, h, this.pile);
    view.metrics = roundMetrics(gan.completeRounds + 1, view.pileProbabilities, {
      discriminator: number(loss),
      // Until the generator hands in fresh samples, its loss is that of the samples on the pile.
      generator: number(LOSSES[h.loss].generator(halvesOf(logits).fake)),
    });
  }

  private trainDiscriminator(h: Hyperparameters): void {
    const { gan, view } = this;
    if (this.pile === undefined) {
      throw new Error('There is no verdict to learn from yet.');
    }
    this.noteGradients('discriminator', updateDiscriminator(gan, h, this.pile, this.kept).gradientNorms);
    view.pileProbabilitiesAfter = probabilitiesOf(judge(gan, h, this.pile), h);
  }

  private forgeAgain(h: Hyperparameters): void {
    const { gan, view, kept } = this;
    const { latent, noise } = drawHandIn(gan, h);
    this.handInInputs = { latent: kept.keep(latent), noise: noise && kept.keep(noise) };
    view.handInLatent = latent;
    const { fake, logits, loss } = handIn(gan, h, this.handInInputs);
    view.handedIn = kept.keep(fake);
    view.handInProbabilities = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    if (view.metrics !== undefined) {
      view.metrics = { ...view.metrics, generatorLoss: number(loss) };
    }
  }

  private trainGenerator(h: Hyperparameters): void {
    const { gan, view, kept } = this;
    if (this.handInInputs === undefined) {
      throw new Error('Nothing has been handed in yet.');
    }
    this.noteGradients('generator', updateGenerator(gan, h, this.handInInputs, kept).gradientNorms);
    const { fake, logits } = handIn(gan, h, this.handInInputs);
    view.handedInAfter = kept.keep(fake);
    view.handInProbabilitiesAfter = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    completeRound(gan, h);
  }

  private noteGradients(side: 'discriminator' | 'generator', norms: readonly Tensor[]): void {
    const { metrics } = this.view;
    if (metrics !== undefined) {
      this.view.metrics = withGradientNorms(metrics, side, norms.map(number));
    }
  }
}

function probabilitiesOf({ logits }: Verdict, h: Hyperparameters): PileProbabilities {
  const { probability } = LOSSES[h.loss];
  const { real, fake } = readHalves(logits, (tensor) => tensor.dataSync<'float32'>());
  return { real: Array.from(real, probability), fake: Array.from(fake, probability) };
}

function number(scalar: Tensor): number {
  return scalar.dataSync()[0] ?? NaN;
}
