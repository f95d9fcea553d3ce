import * as v from 'valibot';
import { ClaimedRoundSchema, RoundSchema, whole } from './numbers';

/**
 * The phases of one training round, in order. A learner can stop after each of them; running them one by one gives
 * bit for bit the weights of an undivided round.
 *
 * With several discriminator or generator steps a round, the phases show the first of them and `trainDiscriminator`
 * and `trainGenerator` complete the others.
 */
export const PHASES = [
  /** A batch of real samples is drawn. */
  'drawReal',
  /** The generator turns a batch of latent vectors into samples. */
  'forge',
  /** The discriminator scores the shuffled batch without its labels. */
  'judge',
  /** The labels are shown and the losses are computed. */
  'reveal',
  /** The discriminator's weights step down its loss. */
  'trainDiscriminator',
  /** The discriminator scores fresh samples and the score's gradient flows back to the generator. */
  'forgeAgain',
  /** The generator's weights step down its loss. */
  'trainGenerator',
] as const;

export type Phase = (typeof PHASES)[number];

export const PhaseSchema = v.picklist(PHASES);

/**
 * How far a run has come: `round` rounds are complete and, of the next one, the first `phasesDone` phases (0 to 6).
 * A round whose seventh phase is done counts as complete, so that every moment has exactly one position.
 */
export interface Position {
  readonly round: number;
  readonly phasesDone: number;
}

export const PositionSchema = v.object({
  round: RoundSchema,
  phasesDone: whole(0, PHASES.length - 1),
});

/** The position that a file claims; see {@link ClaimedRoundSchema}. */
export const ClaimedPositionSchema = v.object({ ...PositionSchema.entries, round: ClaimedRoundSchema });

export const START: Position = { round: 0, phasesDone: 0 };

/** The phase that a single step from this position runs. */
export function nextPhase(position: Position): Phase {
  return PHASES[position.phasesDone] ?? PHASES[0];
}

/** The phase that was done last, `undefined` at the very start of a run. */
export function lastPhase({ round, phasesDone }: Position): Phase | undefined {
  if (phasesDone > 0) {
    return PHASES[phasesDone - 1];
  }
  return round > 0 ? PHASES[PHASES.length - 1] : undefined;
}

/** The position after one more phase. */
export function afterPhase({ round, phasesDone }: Position): Position {
  return phasesDone + 1 < PHASES.length
    ? { round, phasesDone: phasesDone + 1 }
    : { round: round + 1, phasesDone: 0 };
}

/** The position one phase earlier; `undefined` at the very start of a run. */
export function beforePhase({ round, phasesDone }: Position): Position | undefined {
  if (phasesDone > 0) {
    return { round, phasesDone: phasesDone - 1 };
  }
  return round > 0 ? { round: round - 1, phasesDone: PHASES.length - 1 } : undefined;
}

/** The round that a person sees: the one that is being played, or the last complete one between two rounds. */
export function shownRound({ round, phasesDone }: Position): number {
  return phasesDone > 0 ? round + 1 : round;
}

/** Negative when `a` is earlier than `b`, zero when they are the same moment. */
export function comparePositions(a: Position, b: Position): number {
  return a.round - b.round || a.phasesDone - b.phasesDone;
}

export function laterPosition(a: Position, b: Position): Position {
  return comparePositions(a, b) < 0 ? b : a;
}
