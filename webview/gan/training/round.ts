import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Phase } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { RoundMetrics } from '../../../src/shared/domain/measures';
import { readTogether } from '../../backend';
import { classesOf } from '../networks';
import { halvesOf, readHalves, tensorsOf, type BatchLogits } from './batchLogits';
import {
  completeBatch,
  drawBatch,
  judge,
  trainDiscriminatorOnce,
  type DiscriminatorBatch,
  type Verdict,
} from './discriminatorStep';
import type { Gan } from './gan';
import { averagingDecay } from './generator';
import {
  drawGeneratorInputs,
  sampleAndScore,
  trainGeneratorOnce,
  type GeneratorInputs,
  type ScoredSamples,
} from './generatorStep';
import { LOSSES } from './losses';
import { roundMetrics, withGradientNorms, type BatchProbabilities } from './roundMetrics';
import type { LabelledSamples } from './sampling';

/** What a round leaves to look at. Samples are tensors and read only when they are drawn. */
export interface RoundView {
  /** Latent vectors of `fake`, [batch, latentSize (+ classes)]. */
  latent?: Tensor;
  /** Samples of the first discriminator step, [batch, ...sampleShape]. */
  real?: Tensor;
  fake?: Tensor;
  /** P(real) of `real` and `fake`, before and after the discriminator's updates. */
  batchProbabilities?: BatchProbabilities;
  batchProbabilitiesAfter?: BatchProbabilities;
  /** Latent vectors of the first generator step, what it made of them, and P(real) of that. */
  generatorLatent?: Tensor;
  generatorSamples?: Tensor;
  generatorProbabilities?: readonly number[];
  /** The same latent vectors after the generator's updates. */
  generatorSamplesAfter?: Tensor;
  generatorProbabilitiesAfter?: readonly number[];
  metrics?: RoundMetrics;
}

/** What a network's updates of a round leave to look at. */
interface Updates<Shown> {
  /** Of the samples that are shown, before the first update. */
  readonly shown: Shown;
  /** Norm of the gradient of each update, in the scope of the call; none where the network does not train. */
  readonly gradientNorms: readonly Scalar[];
}

/**
 * One round of a GAN (Goodfellow et al. 2014, algorithm 1): updates of the discriminator, then updates of the
 * generator from fresh latent vectors, then the average of the generator's weights.
 *
 * Either all of it by {@link Round.runUndivided}, or phase by phase. Both make the same updates from the same random
 * numbers; the phases only look at more of what happens.
 */
export class Round {
  readonly view: RoundView = {};
  /** Tensors that outlive the scope in which they were computed: those of the view, and what one phase leaves to another. */
  private readonly kept = new Set<Tensor>();
  /** Classes of the real samples of the batch, in a conditional run. */
  private realClasses: Tensor | undefined;
  private batch: DiscriminatorBatch | undefined;
  /** Of the batch, before the discriminator's updates. */
  private logits: BatchLogits | undefined;
  private generatorInputs: GeneratorInputs | undefined;
  private gradientOverflowed = false;

  /** @param afterUpdate called after each update of a network: those of a large one take seconds */
  constructor(
    private readonly gan: Gan,
    private readonly afterUpdate: () => void = () => undefined,
  ) {}

  /** Runs one phase; the caller keeps to their order. */
  runPhase(phase: Phase, h: Hyperparameters): void {
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

  /** The whole round with no pass through a network that training does not need, and one read-back at its end. */
  runUndivided(h: Hyperparameters): void {
    tf.tidy(() => {
      const { gan, view } = this;
      view.latent = this.keep(gan.sampling.latent(h.batchSize, h));
      const real = gan.sampling.real(h.batchSize, h);
      const fake = {
        samples: gan.generator.sample(view.latent),
        classes: classesOf(view.latent, h.latentSize),
      };
      view.real = this.keep(real.samples);
      view.fake = this.keep(fake.samples);
      const discriminator = this.updateDiscriminator(h, completeBatch(gan, h, real, fake));
      const inputs = drawGeneratorInputs(gan, h);
      view.generatorLatent = this.keep(inputs.latent);
      const generator = this.updateGenerator(h, inputs);
      view.generatorSamples = this.keep(generator.shown.fake);

      const { logits, loss } = discriminator.shown;
      const { logits: before, loss: generatorLoss } = generator.shown;
      const norms = [...discriminator.gradientNorms, ...generator.gradientNorms];
      const read = readTogether([...tensorsOf(logits), before, loss, generatorLoss, ...norms]);
      const number = (scalar: Tensor): number => read(scalar)[0] ?? NaN;
      view.batchProbabilities = probabilitiesOf(logits, h, read);
      view.generatorProbabilities = each(read(before), LOSSES[h.loss].probability);
      const metrics = roundMetrics(gan.completeRounds + 1, view.batchProbabilities, {
        discriminator: number(loss),
        generator: number(generatorLoss),
      });
      view.metrics = metrics;
      this.noteGradients('discriminator', discriminator.gradientNorms.map(number));
      this.noteGradients('generator', generator.gradientNorms.map(number));
      this.complete(h);
    });
  }

  /**
   * Whether the squares of a gradient summed up to more than a number can hold. Then a moving average of an optimizer may
   * be infinite, although weights and losses are not.
   */
  get hasOverflowed(): boolean {
    return this.gradientOverflowed;
  }

  /** Disposes the tensors of the view. */
  dispose(): void {
    tf.dispose([...this.kept]);
    this.kept.clear();
  }

  private drawReal(h: Hyperparameters): void {
    const { samples, classes } = this.gan.sampling.real(h.batchSize, h);
    this.view.real = this.keep(samples);
    this.realClasses = classes && this.keep(classes);
  }

  private sampleBatch(h: Hyperparameters): void {
    // As many as were drawn, whatever the batch size has become meanwhile.
    const count = this.view.real?.shape[0] ?? h.batchSize;
    this.view.latent = this.keep(this.gan.sampling.latent(count, h));
    this.view.fake = this.keep(this.gan.generator.sample(this.view.latent));
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
      real: this.keepLabelled(batch.real),
      fake: this.keepLabelled(batch.fake),
      interpolates: batch.interpolates && this.keepLabelled(batch.interpolates),
    };
    const { logits } = judge(this.gan, h, this.batch);
    tensorsOf(logits).forEach((tensor) => this.keep(tensor));
    this.logits = logits;
    this.view.batchProbabilities = probabilitiesOf(logits, h);
  }

  private reveal(h: Hyperparameters): void {
    const { gan, view, logits } = this;
    if (logits === undefined || view.batchProbabilities === undefined) {
      throw new Error('There is no verdict to reveal yet.');
    }
    const loss = LOSSES[h.loss];
    view.metrics = roundMetrics(gan.completeRounds + 1, view.batchProbabilities, {
      discriminator: numberOf(loss.discriminator(logits, h.labelSmoothing)),
      // Until the generator has a batch of its own, its loss is that of the discriminator's batch.
      generator: numberOf(loss.generator(halvesOf(logits).fake)),
    });
  }

  private trainDiscriminator(h: Hyperparameters): void {
    const { gan, view, batch } = this;
    if (batch === undefined) {
      throw new Error('There is no verdict to learn from yet.');
    }
    this.noteGradients('discriminator', this.updateDiscriminator(h, batch).gradientNorms.map(numberOf));
    view.batchProbabilitiesAfter = probabilitiesOf(judge(gan, h, batch).logits, h);
  }

  private sampleGeneratorBatch(h: Hyperparameters): void {
    const { gan, view } = this;
    const { latent, noise } = drawGeneratorInputs(gan, h);
    this.generatorInputs = { latent: this.keep(latent), noise: noise && this.keep(noise) };
    view.generatorLatent = latent;
    const { fake, logits, loss } = sampleAndScore(gan, h, this.generatorInputs);
    view.generatorSamples = this.keep(fake);
    view.generatorProbabilities = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    if (view.metrics !== undefined) {
      view.metrics = { ...view.metrics, generatorLoss: numberOf(loss) };
    }
  }

  private trainGenerator(h: Hyperparameters): void {
    const { gan, view, generatorInputs } = this;
    if (generatorInputs === undefined) {
      throw new Error('There is no generator batch yet.');
    }
    this.noteGradients('generator', this.updateGenerator(h, generatorInputs).gradientNorms.map(numberOf));
    const { fake, logits } = sampleAndScore(gan, h, generatorInputs);
    view.generatorSamplesAfter = this.keep(fake);
    view.generatorProbabilitiesAfter = Array.from(logits.dataSync(), LOSSES[h.loss].probability);
    this.complete(h);
  }

  private noteGradients(side: 'discriminator' | 'generator', norms: readonly number[]): void {
    const { metrics } = this.view;
    this.gradientOverflowed ||= norms.some((norm) => !Number.isFinite(norm));
    if (metrics !== undefined) {
      this.view.metrics = withGradientNorms(metrics, side, norms);
    }
  }

  /**
   * The discriminator's updates: the first on the batch that is shown, the others on fresh batches that nobody sees. Only
   * scores the batch when the discriminator does not train.
   */
  private updateDiscriminator(h: Hyperparameters, batch: DiscriminatorBatch): Updates<Verdict> {
    const { gan } = this;
    if (h.discriminatorSteps === 0) {
      return { shown: judge(gan, h, batch), gradientNorms: [] };
    }
    const { verdict, gradientNorm } = trainDiscriminatorOnce(gan, h, batch);
    for (const tensor of [...tensorsOf(verdict.logits), verdict.loss]) {
      this.keep(tensor);
    }
    this.afterUpdate();
    const others = repeat(h.discriminatorSteps - 1, () => {
      const update = trainDiscriminatorOnce(gan, h, drawBatch(gan, h));
      tf.dispose([...tensorsOf(update.verdict.logits), update.verdict.loss]);
      this.afterUpdate();
      return update.gradientNorm;
    });
    return { shown: verdict, gradientNorms: [gradientNorm, ...others] };
  }

  /**
   * The generator's updates: the first on the samples that are shown, the others from fresh latent vectors. Only samples
   * and scores when the generator does not train.
   */
  private updateGenerator(h: Hyperparameters, inputs: GeneratorInputs): Updates<ScoredSamples> {
    const { gan } = this;
    if (h.generatorSteps === 0) {
      return { shown: sampleAndScore(gan, h, inputs), gradientNorms: [] };
    }
    const { before, gradientNorm } = trainGeneratorOnce(gan, h, inputs);
    for (const tensor of [before.fake, before.logits, before.loss]) {
      this.keep(tensor);
    }
    this.afterUpdate();
    const others = repeat(h.generatorSteps - 1, () => {
      const update = trainGeneratorOnce(gan, h, drawGeneratorInputs(gan, h));
      tf.dispose([update.before.fake, update.before.logits, update.before.loss]);
      this.afterUpdate();
      return update.gradientNorm;
    });
    return { shown: before, gradientNorms: [gradientNorm, ...others] };
  }

  /** Averages the generator's weights and counts the round. */
  private complete(h: Hyperparameters): void {
    const { gan } = this;
    gan.generator.average(averagingDecay(h.averageDecay, gan.completeRounds));
    gan.completeRound();
  }

  /** Keeps a tensor, also one that is kept already; the same tensor twice is disposed once. */
  private keep(tensor: Tensor): Tensor {
    this.kept.add(tensor);
    return tf.keep(tensor);
  }

  private keepLabelled({ samples, classes }: LabelledSamples): LabelledSamples {
    return { samples: this.keep(samples), classes: classes && this.keep(classes) };
  }
}

/** Each time in a scope of its own, out of which comes what `update` returns. */
function repeat(times: number, update: () => Scalar): Scalar[] {
  return Array.from({ length: times }, () => tf.tidy(update));
}

function probabilitiesOf(
  logits: BatchLogits,
  h: Hyperparameters,
  read = (tensor: Tensor): Float32Array => tensor.dataSync<'float32'>(),
): BatchProbabilities {
  const { probability } = LOSSES[h.loss];
  const { real, fake } = readHalves(logits, read);
  return { real: each(real, probability), fake: each(fake, probability) };
}

/** What `Array.from` gives, in half its time; a round on points maps hundreds of values. */
function each(values: Float32Array, map: (value: number) => number): number[] {
  const mapped: number[] = [];
  for (const value of values) {
    mapped.push(map(value));
  }
  return mapped;
}

function numberOf(scalar: Tensor): number {
  return scalar.dataSync()[0] ?? NaN;
}
