import { typedNumber } from '../../ui/typedNumber';

/** Rounds at which a person may want to look. */
const ROUNDS = [10, 50, 100, 200, 400, 800, 1600];
/** A run that has come further is offered as many more. */
const MORE_ROUNDS = 1600;

/** The round that is offered to two runs that are at another one, or on their way there. */
export function nextRoundOfInterest(round: number): number {
  return ROUNDS.find((candidate) => candidate > round) ?? round + MORE_ROUNDS;
}

/**
 * The round that a person has typed.
 *
 * @param round where both runs are, or are on their way to
 * @returns a whole number above `round`; `undefined` when the text is nothing of that kind
 */
export function laterRound(text: string, round: number): number | undefined {
  const typed = typedNumber(text) ?? NaN;
  return Number.isSafeInteger(typed) && typed > round ? typed : undefined;
}
