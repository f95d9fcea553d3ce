import type { HyperparameterChanges } from '../../../src/shared/domain/hyperparameters';

/** How many of the modes the generator gave, over some measurements. */
export interface ModeEvidence {
  /** The first and last round of the measurements. */
  readonly fromRound: number;
  readonly toRound: number;
  /** The median of that time. */
  readonly effectiveModes: number;
  readonly modes: number;
  /** The modes that were hardly ever given in all that time, by their numbers. */
  readonly missing: readonly number[];
}

/** How the two sides stand to each other, over the last rounds. */
export interface BalanceEvidence {
  readonly round: number;
  /** Share of all samples that the discriminator judged right. */
  readonly accuracy: number;
  /** Mean of D(G(z)). */
  readonly meanOnFake: number;
  /** Median norm of the generator's gradient, where it was measured. */
  readonly generatorGradientNorm?: number;
  readonly miniFid: number;
  readonly initialMiniFid: number;
}

/** How quality comes and goes. */
export interface OscillationEvidence {
  readonly fromRound: number;
  readonly toRound: number;
  /** The best mini-FID of that time, and the worst after it. */
  readonly bestMiniFid: number;
  readonly worstMiniFid: number;
  /** How often most points moved to another mode; not counted for pictures. */
  readonly hops: number;
}

export interface MemorisationEvidence {
  readonly round: number;
  /** By which share samples are nearer to the originals than to other paintings of the same kind. */
  readonly gap: number;
  readonly collectionSize: number;
}

interface EvidenceOf {
  /** Nearly everything that the generator gives is of one kind. */
  modeCollapse: ModeEvidence;
  /** Some kinds are never given. */
  modeDropping: ModeEvidence;
  /** The discriminator is always right and what it passes back is too small to learn from. */
  vanishingGradient: BalanceEvidence;
  /** The discriminator takes samples for real that are far from it. */
  discriminatorOverwhelmed: BalanceEvidence;
  /** The discriminator is always right although the generator gets a strong gradient: it hardly moves. */
  forgerTooWeak: BalanceEvidence;
  /** Quality comes and goes, or the generator hops from mode to mode. */
  oscillation: OscillationEvidence;
  /** A loss or a weight is no longer a finite number. */
  notFinite: { readonly round: number };
  /** The samples are copies of the originals. */
  memorisation: MemorisationEvidence;
}

export type TrainingProblem = keyof EvidenceOf;

/** A problem of a run, what shows it, and changes of which each alone was seen to solve it, the best first. */
export type Diagnosis = {
  [I in TrainingProblem]: {
    readonly problem: I;
    readonly evidence: EvidenceOf[I];
    readonly fixes: readonly HyperparameterChanges[];
  };
}[TrainingProblem];
