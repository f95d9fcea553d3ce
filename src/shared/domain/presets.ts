import * as l10n from '@vscode/l10n';
import type { HyperparameterChanges } from './hyperparameters';

/** Problems that a preset can show; their names are those of the diagnosis. */
export type PresetSymptom =
  | 'modeCollapse'
  | 'modeDropping'
  | 'vanishingGradient'
  | 'forgerTooWeak'
  | 'oscillation'
  | 'notFinite'
  | 'memorisation';

/** One change that solves a preset's problem by itself. */
interface PresetRepair {
  readonly changes: HyperparameterChanges;
  /** Problems of which one comes to light when the first is solved; absent where the run is then healthy. */
  readonly leaves?: readonly PresetSymptom[];
}

/**
 * A run that fails on purpose, for a lesson on why. What it shows, and what its repairs do, holds on every seed that was
 * measured; the slow lane of the tests asserts it on two.
 */
export interface Preset {
  /** As it is called on the command line and in lessons. */
  readonly id: string;
  readonly title: () => string;
  /** What it changes in the recipe of its data, which is portraits unless it says so. */
  readonly changes: HyperparameterChanges;
  /** How many rounds it takes until it shows. */
  readonly rounds: number;
  readonly symptom: PresetSymptom;
  /** Each of them alone is a cure within the same number of rounds. */
  readonly repairs: readonly PresetRepair[];
}

/** As long as a lesson lets a run go: enough for recognisable portraits, and for a problem to last. */
const LESSON_ROUNDS = 400;

export const PRESETS: readonly Preset[] = [
  {
    id: 'modeCollapse',
    title: () => l10n.t('Mode collapse: the forger paints one face'),
    changes: { r1Weight: 0, generatorSteps: 5, discriminatorLearningRate: 1e-3 },
    rounds: LESSON_ROUNDS,
    symptom: 'modeCollapse',
    repairs: [{ changes: { generatorSteps: 1 } }],
  },
  {
    id: 'modeDropping',
    title: () => l10n.t('Mode dropping: some kinds are never painted'),
    changes: {
      r1Weight: 0,
      loss: 'leastSquares',
      generatorLearningRate: 2e-3,
      discriminatorLearningRate: 2e-3,
    },
    rounds: LESSON_ROUNDS,
    symptom: 'modeDropping',
    repairs: [{ changes: { loss: 'nonSaturating', r1Weight: 0.6 } }],
  },
  {
    id: 'vanishingGradient',
    title: () => l10n.t('Vanishing gradient: the inspector is always right and the forger freezes'),
    changes: { r1Weight: 0, loss: 'saturating', discriminatorSteps: 5 },
    rounds: LESSON_ROUNDS,
    symptom: 'vanishingGradient',
    // Measured on six seeds: whatever keeps the discriminator smooth. One step for it cures five of them.
    repairs: [
      { changes: { r1Weight: 0.6 } },
      { changes: { discriminatorNormalization: 'spectral' } },
      { changes: { gradientPenaltyWeight: 10 } },
      { changes: { weightClip: 0.1 } },
    ],
  },
  {
    id: 'instability',
    title: () => l10n.t('Instability: too much momentum'),
    changes: {
      r1Weight: 0,
      generatorBeta1: 0.9,
      discriminatorBeta1: 0.9,
      generatorLearningRate: 1e-2,
      discriminatorLearningRate: 1e-2,
    },
    rounds: LESSON_ROUNDS,
    symptom: 'oscillation',
    // Less momentum alone stops the swings, but without R1 half of the kinds are lost again on both seeds; R1 alone
    // ends the swings on one of two seeds only.
    repairs: [{ changes: { generatorBeta1: 0.5, discriminatorBeta1: 0.5, r1Weight: 0.6 } }],
  },
  {
    id: 'notFinite',
    title: () => l10n.t('Not a number: the loss is computed naively'),
    changes: {
      r1Weight: 0,
      loss: 'naiveLogSigmoid',
      discriminatorLearningRate: 2e-2,
      discriminatorSteps: 5,
    },
    rounds: LESSON_ROUNDS,
    symptom: 'notFinite',
    // The five discriminator steps still leave two kinds; the median of their number is on either side of a third.
    repairs: [{ changes: { loss: 'nonSaturating' }, leaves: ['modeCollapse', 'modeDropping'] }],
  },
  {
    id: 'forgerTooWeak',
    title: () => l10n.t('A forger too weak: it hardly learns'),
    changes: { r1Weight: 0, generatorLearningRate: 1e-4 },
    rounds: LESSON_ROUNDS,
    symptom: 'forgerTooWeak',
    // The learning rate alone cures five of six seeds; with R1 it is the recipe.
    repairs: [{ changes: { generatorLearningRate: 4e-3, r1Weight: 0.6 } }],
  },
  {
    id: 'tooFewOriginals',
    title: () => l10n.t('Too few originals: the forger copies them'),
    changes: { collectionSize: 4 },
    rounds: LESSON_ROUNDS,
    symptom: 'memorisation',
    repairs: [{ changes: { collectionSize: 128 } }],
  },
  {
    id: 'modeHopping',
    title: () => l10n.t('Oscillation: one blob hops round the ring'),
    changes: { data: 'eightGaussians', r1Weight: 0, generatorSteps: 5 },
    rounds: 1000,
    symptom: 'oscillation',
    repairs: [{ changes: { generatorSteps: 1 } }],
  },
];
