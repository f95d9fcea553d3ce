import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { HandIn, Pile, RunFrame } from '../../../src/shared/wire/run';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Collection } from '../datasets';
import { firstPictures, joined, pictureAt } from './pictures';
import type { PileProbabilities, RoundView } from '../training/round';
import { Random } from '../random';
import { latentForDisplay } from '../training/sampling';

/** Cards of each kind on the desk: two rows of eight. */
const CARDS_OF_EACH = 8;

/** What is to be seen of a round beside its numbers. */
export type DeskView = Pick<RunFrame, 'noise' | 'pile' | 'handIn'>;

/** What stands on the easel, and the latent vector of what stands there between whole rounds. */
export type EaselView = Pick<RunFrame, 'easel' | 'showcaseNoise'>;

/** Shows some of a round's samples and what the inspector says of them. Reading it trains nothing. */
export class Desk {
  constructor(
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
    /** Shown while the round has none of its own. */
    private readonly latent: Tensor,
  ) {}

  /** @param round of the samples, from 1 */
  view(view: RoundView, round: number): DeskView {
    const pile = this.pile(view, round);
    const handIn = this.handIn(view);
    return {
      noise: latentForDisplay(view.handInLatent ?? view.latent ?? this.latent, this.h),
      ...(pile && { pile }),
      ...(handIn && { handIn }),
    };
  }

  /** The sample that belongs to the shown latent vector; until the hand-in, which begins with its own. */
  easel({ fake, handedIn }: RoundView): EaselView {
    const showcaseNoise = latentForDisplay(this.latent, this.h);
    return this.collection.kind === 'points' || fake === undefined || handedIn !== undefined
      ? { showcaseNoise }
      : { showcaseNoise, easel: firstPictures(this.collection, fake, 1) };
  }

  /**
   * The first samples of the pile, shuffled; from `forge` on. A batch is itself in random order, and the order of the
   * cards depends on the seed and the round alone, so that looking at them twice shows the same.
   */
  private pile({ real, fake, ...view }: RoundView, round: number): Pile | undefined {
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
    const inOrder = (values: PileProbabilities | undefined) =>
      values && order.map((card) => (card < each ? values.real[card] : values.fake[card - each]) ?? 0);
    const probabilities = inOrder(view.pileProbabilities);
    const probabilitiesAfter = inOrder(view.pileProbabilitiesAfter);
    return {
      pictures: joined(order.map((card) => pictureAt(cards, card))),
      total,
      truth: order.map((card) => card < each),
      ...(probabilities && { probabilities }),
      ...(probabilitiesAfter && { probabilitiesAfter }),
    };
  }

  /** The first of the samples that the generator handed in; from `forgeAgain` on. */
  private handIn({ handedIn, handInProbabilities, ...view }: RoundView): HandIn | undefined {
    if (this.collection.kind === 'points' || handedIn === undefined || handInProbabilities === undefined) {
      return undefined;
    }
    const total = handedIn.shape[0] ?? 0;
    const count = Math.min(CARDS_OF_EACH, total);
    return {
      pictures: firstPictures(this.collection, handedIn, count),
      total,
      probabilities: handInProbabilities.slice(0, count),
      ...(view.handedInAfter && { picturesAfter: firstPictures(this.collection, view.handedInAfter, count) }),
      ...(view.handInProbabilitiesAfter && {
        probabilitiesAfter: view.handInProbabilitiesAfter.slice(0, count),
      }),
    };
  }
}
