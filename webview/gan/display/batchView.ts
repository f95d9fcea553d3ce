import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { GeneratorBatch, Hints, JudgedBatch, RunFrame } from '../../../src/shared/wire/run';
import type { Tensor } from '@tensorflow/tfjs-core';
import { sampleLength, type Collection } from '../datasets';
import { classesOf } from '../networks';
import type { Gan } from '../training/gan';
import { hintsAt, hintsOf } from './hints';
import { firstPictures, joined, pictureAt } from './pictures';
import type { RoundView } from '../training/round';
import type { BatchProbabilities } from '../training/roundMetrics';
import { Random } from '../random';
import { latentForDisplay } from '../training/sampling';

/** Samples of each kind that are shown: two rows of eight. */
const CARDS_OF_EACH = 8;

/** What is to be seen of a round beside its numbers. */
export type ShownBatches = Pick<RunFrame, 'noise' | 'batch' | 'generatorBatch'>;

/** The sample on the canvas, and the latent vector of the one there between whole rounds. */
type ShownCanvas = Pick<RunFrame, 'canvas' | 'fixedNoise'>;

/** Shows some of a round's samples and what the discriminator says of them. Reading it trains nothing. */
export class BatchView {
  private readonly collection: Collection;
  private latestHints: { readonly of: Tensor; readonly hints: Hints | undefined } | undefined;

  constructor(
    private readonly gan: Gan,
    private readonly h: Hyperparameters,
    /** Shown while the round has none of its own. */
    private readonly latent: Tensor,
  ) {
    this.collection = gan.collection;
  }

  /**
   * @param round of the samples, from 1
   * @param h in force now
   */
  view(view: RoundView, round: number, h: Hyperparameters): ShownBatches {
    const batch = this.batch(view, round);
    const generatorBatch = this.generatorBatch(view, h);
    return {
      noise: latentForDisplay(view.generatorLatent ?? view.latent ?? this.latent, this.h),
      ...(batch && { batch }),
      ...(generatorBatch && { generatorBatch }),
    };
  }

  /** The sample that belongs to the shown latent vector; until the generator batch, which begins with its own. */
  canvas({ fake, generatorSamples }: RoundView): ShownCanvas {
    const fixedNoise = latentForDisplay(this.latent, this.h);
    return this.collection.kind === 'points' || fake === undefined || generatorSamples !== undefined
      ? { fixedNoise }
      : { fixedNoise, canvas: firstPictures(this.collection, fake, 1) };
  }

  /**
   * The first samples of the batch, shuffled; from `forge` on. A batch is itself in random order, and the order of the
   * cards depends on the seed and the round alone, so that looking at them twice shows the same.
   */
  private batch({ real, fake, ...view }: RoundView, round: number): JudgedBatch | undefined {
    if (this.collection.kind === 'points' || real === undefined || fake === undefined) {
      return undefined;
    }
    const total = (real.shape[0] ?? 0) + (fake.shape[0] ?? 0);
    const each = Math.min(CARDS_OF_EACH, total / 2);
    const cards = joined([
      firstPictures(this.collection, real, each),
      firstPictures(this.collection, fake, each),
    ]);
    const order = Random.seeded(this.h.seed, `display ${round}`).shuffle(
      Array.from({ length: 2 * each }, (_, i) => i),
    );
    const inOrder = (values: BatchProbabilities | undefined): number[] | undefined =>
      values && order.map((card) => (card < each ? values.real[card] : values.fake[card - each]) ?? 0);
    const probabilities = inOrder(view.batchProbabilities);
    const probabilitiesAfter = inOrder(view.batchProbabilitiesAfter);
    return {
      pictures: joined(order.map((card) => pictureAt(cards, card))),
      total,
      truth: order.map((card) => card < each),
      ...(probabilities && { probabilities }),
      ...(probabilitiesAfter && { probabilitiesAfter }),
    };
  }

  /** The first of the generator's batch; from `forgeAgain` on. */
  private generatorBatch(view: RoundView, h: Hyperparameters): GeneratorBatch | undefined {
    const { generatorSamples, generatorProbabilities } = view;
    if (
      this.collection.kind === 'points' ||
      generatorSamples === undefined ||
      generatorProbabilities === undefined
    ) {
      return undefined;
    }
    const total = generatorSamples.shape[0] ?? 0;
    const count = Math.min(CARDS_OF_EACH, total);
    const hints = this.hints(view, count, h);
    return {
      ...(hints && { hints }),
      pictures: firstPictures(this.collection, generatorSamples, count),
      total,
      probabilities: generatorProbabilities.slice(0, count),
      ...(view.generatorSamplesAfter && {
        picturesAfter: firstPictures(this.collection, view.generatorSamplesAfter, count),
      }),
      ...(view.generatorProbabilitiesAfter && {
        probabilitiesAfter: view.generatorProbabilitiesAfter.slice(0, count),
      }),
    };
  }

  /**
   * What flows back to the generator, where the phases of the round are stepped through. The discriminator is the same
   * before and after the generator's update, so they are computed once.
   */
  private hints(view: RoundView, count: number, h: Hyperparameters): Hints | undefined {
    const { collection, gan } = this;
    const { generatorSamples: samples, generatorLatent: latent } = view;
    const stepped = view.batchProbabilitiesAfter !== undefined;
    if (samples === undefined || latent === undefined || !stepped) {
      return undefined;
    }
    if (this.latestHints?.of !== samples) {
      const classes = classesOf(latent, h.latentSize);
      const gradients = hintsAt((each) => gan.discriminator.score(each, classes), samples, h.loss);
      classes?.dispose();
      const shown = samples.dataSync<'float32'>().subarray(0, count * sampleLength(collection));
      this.latestHints = { of: samples, hints: hintsOf(collection, shown, gradients) };
    }
    return this.latestHints.hints;
  }
}
