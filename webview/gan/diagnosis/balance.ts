import { LOSS_FACTS } from '../../../src/shared/domain/losses';
import type { BalanceEvidence, Diagnosis } from './diagnosis';
import { mean, median, type DiagnosisWindow } from './input';
import {
  fixesForOscillation,
  fixesForOverwhelmedDiscriminator,
  fixesForVanishingGradient,
  fixesForWeakGenerator,
} from './fixes';

/** Healthy discriminators are right 65 to 92 % of the time; those that leave nothing to learn, practically always. */
const ALWAYS_RIGHT = 0.95;
/**
 * A gradient of the generator below this has vanished: healthy runs have norms from 1 to 5, the fault from 1e-13 to
 * 0.1. A fixed much lower bound would miss seeds on which it only flickers.
 */
const VANISHED_NORM = 0.1;
/** The same for the derivative of the loss by the logit, where no norm is known. */
const VANISHED_DERIVATIVE = 0.02;
/** Samples this far from the originals, as a share of where the run began, have not been learned. */
const UNLEARNED_SHARE = 0.5;
/** A generator is weak when its learning rate times its steps is below this part of the discriminator's. */
const WEAK_PART = 0.5;
/** A run that has come this many times farther from the originals than it once was has lost what it had learned. */
const LOST = 1.25;
/** Mean of D(G(z)) above which the discriminator has given in. */
const GIVEN_IN = 0.9;
/** mini-FID from which samples that are taken for real are none: recognisable faces have less than 0.2. */
const FAR = 0.5;

/** The part of every gradient of the generator that saturation can take away; see `LossFacts`. */
function derivativeByLogit({ hyperparameters, rounds }: DiagnosisWindow): number {
  const meanOnFake = mean(rounds.map((record) => record.meanOnFake));
  return LOSS_FACTS[hyperparameters.loss].derivativeByLogit(meanOnFake);
}

function balanceOf(run: DiagnosisWindow): BalanceEvidence | undefined {
  const last = run.quality.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const norms = run.rounds.flatMap(({ generatorGradientNorm }) => generatorGradientNorm ?? []);
  const norm = median(norms);
  return {
    round: run.round,
    accuracy: mean(run.rounds.map((record) => (record.accuracyOnReal + record.accuracyOnFake) / 2)),
    meanOnFake: mean(run.rounds.map((record) => record.meanOnFake)),
    ...(norm === undefined ? {} : { generatorGradientNorm: norm }),
    miniFid: last.miniFid,
    initialMiniFid: run.initialQuality.miniFid,
  };
}

/** How the two networks compare, for losses whose outputs say real or fake. */
function readable(run: DiagnosisWindow): BalanceEvidence | undefined {
  return LOSS_FACTS[run.hyperparameters.loss].saysReal ? balanceOf(run) : undefined;
}

/** Whether hardly anything arrives at the generator. */
function vanished(run: DiagnosisWindow, { generatorGradientNorm }: BalanceEvidence): boolean {
  return generatorGradientNorm === undefined
    ? derivativeByLogit(run) <= VANISHED_DERIVATIVE
    : generatorGradientNorm <= VANISHED_NORM;
}

/** A discriminator that is always right and passes nothing back, or one that takes everything for real. */
export function diagnoseSilence(run: DiagnosisWindow): Diagnosis | undefined {
  const evidence = readable(run);
  if (evidence === undefined) {
    return undefined;
  }
  if (evidence.meanOnFake >= GIVEN_IN && evidence.miniFid >= FAR) {
    const fixes = fixesForOverwhelmedDiscriminator(run.hyperparameters);
    return { problem: 'discriminatorOverwhelmed', evidence, fixes };
  }
  if (evidence.accuracy >= ALWAYS_RIGHT && vanished(run, evidence)) {
    const fixes = fixesForVanishingGradient(run.hyperparameters);
    return { problem: 'vanishingGradient', evidence, fixes };
  }
  return undefined;
}

/** Whether the generator moves in smaller steps than the discriminator. */
function isWeak({ hyperparameters }: DiagnosisWindow): boolean {
  const generator = hyperparameters.generatorLearningRate * hyperparameters.generatorSteps;
  const discriminator = hyperparameters.discriminatorLearningRate * hyperparameters.discriminatorSteps;
  return generator < WEAK_PART * discriminator;
}

/**
 * A generator that is told what is wrong and does not get anywhere: because its steps are too small, or because both
 * sides' steps are too wild for what they learn to last.
 */
export function diagnoseStruggle(run: DiagnosisWindow): Diagnosis | undefined {
  const { hyperparameters, best } = run;
  const evidence = readable(run);
  if (
    evidence === undefined ||
    evidence.accuracy < ALWAYS_RIGHT ||
    vanished(run, evidence) ||
    evidence.miniFid < UNLEARNED_SHARE * evidence.initialMiniFid
  ) {
    return undefined;
  }
  if (isWeak(run)) {
    return { problem: 'forgerTooWeak', evidence, fixes: fixesForWeakGenerator(hyperparameters) };
  }
  if (evidence.miniFid < LOST * best.miniFid) {
    return undefined;
  }
  return {
    problem: 'oscillation',
    evidence: {
      fromRound: best.round,
      toRound: run.round,
      bestMiniFid: best.miniFid,
      worstMiniFid: evidence.miniFid,
      hops: 0,
    },
    fixes: fixesForOscillation(hyperparameters),
  };
}
