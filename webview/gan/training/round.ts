import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Phase } from '../../../src/shared/phases';
import { unreachable } from '../../../src/shared/result';
import type { RoundMetrics } from '../../../src/shared/run';
import {
  completePile,
  drawPile,
  judge,
  trainDiscriminatorOnce,
  type PileTensors,
  type Verdict,
} from './discriminatorStep';
import type { Gan } from './gan';
import { averagingDecay } from './generator';
import {
  drawHandIn,
  handIn,
  trainGeneratorOnce,
  type HandInInputs,
  type HandInTensors,
} from './generatorStep';
import { LOSSES } from './losses';

/** What a round leaves to look at. Samples are tensors and read only when they are drawn. */
export interface RoundView {
  /** Of the samples of the first discriminator step. */
  latent?: Tensor;
  real?: Tensor;
  fake?: Tensor;
  /** P(real) for the real and the generated samples of the pile, before and after the discriminator's updates. */
  pileProbabilities?: PileProbabilities;
  pileProbabilitiesAfter?: PileProbabilities;
  /** Of the samples of the first generator step. */
  handInLatent?: Tensor;
  handedIn?: Tensor;
  handInProbabilities?: readonly number[];
  /** The same latent vectors after the generator's updates. */
  handedInAfter?: Tensor;
  handInProbabilitiesAfter?: readonly number[];
  metrics?: RoundMetrics;
}

export interface PileProbabilities {
  readonly real: readonly number[];
  readonly fake: readonly number[];
}

/** Outside of these, a discriminator has decided. */
const UNDECIDED = 0.5;

function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * One round of a GAN (Goodfellow et al. 2014, algorithm 1): updates of the discriminator, then updates of the
 * generator from fresh latent vectors, then the average of the generator's weights.
 *
 * Either all at once by {@link Round.runUndivided}, or phase by phase. Both make the same updates from the same random
 * numbers; the phases only look at more of what happens.
 */
export class Round {
  readonly view: RoundView = {};
  private pile: PileTensors | undefined;
  private handInInputs: HandInInputs | undefined;
  private readonly kept = new Set<Tensor>();

  constructor(private readonly gan: Gan) {}

  /** Runs one phase; the caller keeps to their order. */
  runPhase(phase: Phase, h: Hyperparameters): void {
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

  /** The whole round with no pass through a network that training does not need, and one read-back at its end. */
  runUndivided(h: Hyperparameters): void {
    const { gan, view } = this;
    tf.tidy(() => {
      view.latent = this.keep(gan.sampling.latent(h.batchSize, h));
      const real = this.keep(gan.sampling.real(h.batchSize));
      const fake = this.keep(gan.generator.forge(view.latent));
      view.real = real;
      view.fake = fake;
      const verdict = this.firstDiscriminatorStep(h, completePile(gan, h, real, fake));
      this.otherDiscriminatorSteps(h);
      const inputs = drawHandIn(gan, h);
      view.handInLatent = this.keep(inputs.latent);
      const handedIn = this.firstGeneratorStep(h, inputs);
      view.handedIn = this.keep(handedIn.fake);
      this.otherGeneratorSteps(h);
      const count = h.batchSize;
      const numbers = tf
        .concat(
          [verdict.logits.real, verdict.logits.fake, handedIn.logits, verdict.loss, handedIn.loss].map(
            (tensor) => tf.reshape<tf.Rank.R1>(tensor, [-1]),
          ),
        )
        .dataSync();
      const probabilities = Array.from(numbers.subarray(0, 3 * count), LOSSES[h.loss].probability);
      view.pileProbabilities = {
        real: probabilities.slice(0, count),
        fake: probabilities.slice(count, 2 * count),
      };
      view.handInProbabilities = probabilities.slice(2 * count);
      this.measure(view.pileProbabilities, numbers[3 * count] ?? NaN, numbers[3 * count + 1] ?? NaN);
      this.finish(h);
    });
  }

  private drawReal(h: Hyperparameters): void {
    this.view.real = this.keep(this.gan.sampling.real(h.batchSize));
  }

  private forge(h: Hyperparameters): void {
    // As many as the museum lent, whatever the batch size has become meanwhile.
    const count = this.view.real?.shape[0] ?? h.batchSize;
    this.view.latent = this.keep(this.gan.sampling.latent(count, h));
    this.view.fake = this.keep(this.gan.generator.forge(this.view.latent));
  }

  private judge(h: Hyperparameters): void {
    const { real, fake } = this.view;
    if (real === undefined || fake === undefined) {
      throw new Error('There is nothing to judge yet.');
    }
    const pile = completePile(this.gan, h, real, fake);
    this.pile = {
      ...pile,
      seenReal: this.keep(pile.seenReal),
      seenFake: this.keep(pile.seenFake),
      interpolates: pile.interpolates && this.keep(pile.interpolates),
    };
    this.view.pileProbabilities = this.probabilities(judge(this.gan, h, this.pile), h);
  }

  private reveal(h: Hyperparameters): void {
    const { pileProbabilities } = this.view;
    if (this.pile === undefined || pileProbabilities === undefined) {
      throw new Error('There is no verdict to reveal yet.');
    }
    const { logits, loss } = judge(this.gan, h, this.pile);
    // Until the generator hands in fresh samples, its loss is that of the samples on the pile.
    this.measure(pileProbabilities, number(loss), number(LOSSES[h.loss].generator(logits.fake)));
  }

  private trainDiscriminator(h: Hyperparameters): void {
    if (this.pile === undefined) {
      throw new Error('There is no verdict to learn from yet.');
    }
    this.firstDiscriminatorStep(h, this.pile);
    this.otherDiscriminatorSteps(h);
    this.view.pileProbabilitiesAfter = this.probabilities(judge(this.gan, h, this.pile), h);
  }

  private forgeAgain(h: Hyperparameters): void {
    const { gan, view } = this;
    const { latent, noise } = drawHandIn(gan, h);
    this.handInInputs = { latent: this.keep(latent), noise: noise && this.keep(noise) };
    view.handInLatent = latent;
    const { fake, logits, loss } = handIn(gan, h, this.handInInputs);
    view.handedIn = this.keep(fake);
    view.handInProbabilities = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    if (view.metrics !== undefined) {
      view.metrics = { ...view.metrics, generatorLoss: number(loss) };
    }
  }

  private trainGenerator(h: Hyperparameters): void {
    const { gan, view } = this;
    if (this.handInInputs === undefined) {
      throw new Error('Nothing has been handed in yet.');
    }
    this.firstGeneratorStep(h, this.handInInputs);
    this.otherGeneratorSteps(h);
    const { fake, logits } = handIn(gan, h, this.handInInputs);
    view.handedInAfter = this.keep(fake);
    view.handInProbabilitiesAfter = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    this.finish(h);
  }

  /** Trains on the pile that is shown, or only scores it when the discriminator does not train. */
  private firstDiscriminatorStep(h: Hyperparameters, pile: PileTensors): Verdict {
    if (h.discriminatorSteps === 0) {
      return judge(this.gan, h, pile);
    }
    const verdict = trainDiscriminatorOnce(this.gan, h, pile);
    this.keep(verdict.logits.real);
    this.keep(verdict.logits.fake);
    this.keep(verdict.loss);
    return verdict;
  }

  private otherDiscriminatorSteps(h: Hyperparameters): void {
    for (let step = 1; step < h.discriminatorSteps; step++) {
      tf.tidy(() => {
        const { logits, loss } = trainDiscriminatorOnce(this.gan, h, drawPile(this.gan, h));
        tf.dispose([logits.real, logits.fake, loss]);
      });
    }
  }

  private firstGeneratorStep(h: Hyperparameters, inputs: HandInInputs): HandInTensors {
    if (h.generatorSteps === 0) {
      return handIn(this.gan, h, inputs);
    }
    const result = trainGeneratorOnce(this.gan, h, inputs);
    this.keep(result.fake);
    this.keep(result.logits);
    this.keep(result.loss);
    return result;
  }

  private otherGeneratorSteps(h: Hyperparameters): void {
    for (let step = 1; step < h.generatorSteps; step++) {
      tf.tidy(() => {
        const { fake, logits, loss } = trainGeneratorOnce(this.gan, h, drawHandIn(this.gan, h));
        tf.dispose([fake, logits, loss]);
      });
    }
  }

  private finish(h: Hyperparameters): void {
    this.gan.generator.average(averagingDecay(h.averageDecay, this.gan.completeRounds));
    this.gan.completeRound();
  }

  private probabilities({ logits }: Verdict, h: Hyperparameters): PileProbabilities {
    const { probability } = LOSSES[h.loss];
    return {
      real: Array.from(logits.real.dataSync(), probability),
      fake: Array.from(logits.fake.dataSync(), probability),
    };
  }

  private measure({ real, fake }: PileProbabilities, discriminatorLoss: number, generatorLoss: number): void {
    this.view.metrics = {
      round: this.gan.completeRounds + 1,
      discriminatorLoss,
      generatorLoss,
      accuracyOnReal: share(real, (probability) => probability > UNDECIDED),
      accuracyOnFake: share(fake, (probability) => probability < UNDECIDED),
      meanOnReal: average(real),
      meanOnFake: average(fake),
    };
  }

  private keep(tensor: Tensor): Tensor {
    this.kept.add(tensor);
    return tf.keep(tensor);
  }

  dispose(): void {
    tf.dispose([...this.kept]);
    this.kept.clear();
  }
}

function number(scalar: Tensor): number {
  return scalar.dataSync()[0] ?? NaN;
}
