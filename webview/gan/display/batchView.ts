import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { GeneratorBatch, JudgedBatch, RunFrame } from '../../../src/shared/wire/run';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Collection } from '../datasets';
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
export type ShownCanvas = Pick<RunFrame, 'canvas' | 'fixedNoise'>;

/** Shows some of a round's samples and what the discriminator says of them. Reading it trains nothing. */
export class BatchView {
  constructor(
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
    /** Shown while the round has none of its own. */
    private readonly latent: Tensor,
  ) {}

  /** @param round of the samples, from 1 */
  view(view: RoundView, round: number): ShownBatches {
    const batch = this.batch(view, round);
    const generatorBatch = this.generatorBatch(view);
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
    const inOrder = (values: BatchProbabilities | undefined) =>
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
  private generatorBatch({
    generatorSamples,
    generatorProbabilities,
    ...view
  }: RoundView): GeneratorBatch | undefined {
    if (
      this.collection.kind === 'points' ||
      generatorSamples === undefined ||
      generatorProbabilities === undefined
    ) {
      return undefined;
    }
    const total = generatorSamples.shape[0] ?? 0;
    const count = Math.min(CARDS_OF_EACH, total);
    return {
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
}
