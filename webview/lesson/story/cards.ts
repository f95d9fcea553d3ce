import type { JudgedBatch } from '../../../src/shared/wire/run';

/** The cards of one kind, with what the inspector gave them. */
interface Judged {
  readonly count: number;
  /** P(real) of those that he judged wrongly, the worst first. */
  readonly wrong: readonly number[];
  readonly mean: number;
  /** The same cards after the inspector's update. */
  readonly meanAfter: number | undefined;
}

/** Above this a sample is judged more likely real than not. */
const EVEN_ODDS = 0.5;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * The real or the generated cards of a judged pile.
 *
 * @returns `undefined` before the pile was judged, or when it holds no such card
 */
export function judged(pile: JudgedBatch | undefined, real: boolean): Judged | undefined {
  if (pile?.probabilities === undefined) {
    return undefined;
  }
  const ofKind = (values: readonly number[]): number[] =>
    values.filter((_, card) => pile.truth[card] === real);
  const scores = ofKind(pile.probabilities);
  if (scores.length === 0) {
    return undefined;
  }
  const wrong = scores
    .filter((score) => (real ? score < EVEN_ODDS : score > EVEN_ODDS))
    .sort((a, b) => (real ? a - b : b - a));
  return {
    count: scores.length,
    wrong,
    mean: mean(scores),
    meanAfter: pile.probabilitiesAfter && mean(ofKind(pile.probabilitiesAfter)),
  };
}
