import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { firstJudgedRound } from '../../../src/shared/domain/judgement';
import type { Quality, RoundMetrics } from '../../../src/shared/domain/measures';

/** One round of a run. */
export type RoundRecord = RoundMetrics;

/** One measurement of quality. */
export interface QualityRecord extends Quality {
  /** Samples per mode; without it a generator that hops from mode to mode looks like one that stays. */
  readonly modeCounts?: readonly number[] | undefined;
}

/** What a run has left behind so far. Both series are in the order of their rounds. */
export interface DiagnosisInput {
  readonly hyperparameters: Hyperparameters;
  readonly rounds: readonly RoundRecord[];
  readonly quality: readonly QualityRecord[];
  /** The round in which a weight or a loss was no longer a finite number. */
  readonly notFiniteAt?: number;
}

/** Rounds over which the verdicts of the discriminator are averaged: single batches of 32 scatter too much. */
const VERDICT_WINDOW = 50;
/** As a share of the first round that is judged; a single measurement proves nothing. */
const PATIENCE = 0.5;
const LEAST_MEASUREMENTS = 3;

/** The end of a run, as the detectors look at it. */
export interface DiagnosisWindow {
  readonly hyperparameters: Hyperparameters;
  readonly round: number;
  /** The last rounds; at least one. */
  readonly rounds: readonly RoundRecord[];
  /** The last measurements of quality, at least three. */
  readonly quality: readonly QualityRecord[];
  /** The first measurement of all. */
  readonly initialQuality: QualityRecord;
  /** The measurement with the least mini-FID of all. */
  readonly best: QualityRecord;
}

/** For so many rounds quality must be bad without a break to be a problem, and for as many nothing found to be cured. */
export function patienceFor(data: Hyperparameters['data']): number {
  return PATIENCE * firstJudgedRound(data);
}

/** @returns the end of the run, or `undefined` while it is too young to be judged */
export function recent({ hyperparameters, rounds, quality }: DiagnosisInput): DiagnosisWindow | undefined {
  const earliest = firstJudgedRound(hyperparameters.data);
  const round = rounds.at(-1)?.round ?? 0;
  const [initialQuality] = quality;
  const lately = quality.filter((record) => record.round >= round - patienceFor(hyperparameters.data));
  if (round < earliest || initialQuality === undefined || lately.length < LEAST_MEASUREMENTS) {
    return undefined;
  }
  const best = quality.reduce((one, other) => (other.miniFid < one.miniFid ? other : one), initialQuality);
  return {
    hyperparameters,
    round,
    rounds: rounds.slice(-VERDICT_WINDOW),
    quality: lately,
    initialQuality,
    best,
  };
}

/** @param values at least one */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @returns the middle value, or `undefined` of no values */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
