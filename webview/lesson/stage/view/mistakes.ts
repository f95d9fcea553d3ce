import { shownRound } from '../../../../src/shared/domain/phases';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { isWrong } from './cards';

/** How often the inspector was wrong about the samples of one kind. */
export interface Mistakes {
  readonly wrong: number;
  readonly count: number;
}

/** The inspector's mistakes about the pile. */
interface PileMistakes {
  readonly aboutForgeries: Mistakes;
  readonly aboutReal: Mistakes;
}

/**
 * The inspector's mistakes about the pile: of the whole batch, as the tally beside it tells them, or where a frame has
 * no measures of its round, of the cards that are shown.
 *
 * @returns `undefined` before the pile was judged
 */
export function mistakesOf({ batch: pile, metrics, position }: RunFrame): PileMistakes | undefined {
  const probabilities = pile?.probabilities;
  if (pile === undefined || probabilities === undefined || probabilities.length === 0) {
    return undefined;
  }
  if (metrics?.round === shownRound(position)) {
    // Both networks get as many samples.
    const each = pile.total / 2;
    const ofBatch = (accuracy: number): Mistakes => ({
      count: each,
      wrong: Math.round((1 - accuracy) * each),
    });
    return {
      aboutForgeries: ofBatch(metrics.accuracyOnFake),
      aboutReal: ofBatch(metrics.accuracyOnReal),
    };
  }
  const ofCards = (real: boolean): Mistakes => {
    const judged = probabilities.filter((_, card) => pile.truth[card] === real);
    return { count: judged.length, wrong: judged.filter((probability) => isWrong(probability, real)).length };
  };
  return { aboutForgeries: ofCards(false), aboutReal: ofCards(true) };
}
