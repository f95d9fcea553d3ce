import * as l10n from '@vscode/l10n';
import {
  activation,
  beta1,
  beta2,
  depth,
  learningRate,
  network,
  normalization,
  optimizer,
  stepsPerRound,
  width,
} from './common';
import type { Specs } from './types';

/** The discriminator. */
export const DISCRIMINATOR_SPECS = {
  discriminatorNetwork: {
    ...network,
    group: 'discriminator',
    choices: ['convolutional', 'dense', 'linear'],
  },
  discriminatorWidth: { ...width, group: 'discriminator' },
  discriminatorDepth: { ...depth, group: 'discriminator' },
  discriminatorActivation: { ...activation, group: 'discriminator', initial: 'leakyRelu' },
  discriminatorNormalization: {
    ...normalization,
    group: 'discriminator',
    choices: ['none', 'spectral', 'batch'],
  },
  discriminatorOptimizer: { ...optimizer, group: 'discriminator' },
  discriminatorLearningRate: { ...learningRate, group: 'discriminator' },
  discriminatorBeta1: { ...beta1, group: 'discriminator' },
  discriminatorBeta2: { ...beta2, group: 'discriminator' },
  discriminatorSteps: { ...stepsPerRound, group: 'discriminator' },
  r1Weight: {
    kind: 'number',
    group: 'discriminator',
    change: 'live',
    basic: true,
    initial: 0.6,
    minimum: 0,
    maximum: 10,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('R1 weight'),
  },
  r1Interval: {
    kind: 'number',
    group: 'discriminator',
    change: 'live',
    basic: false,
    initial: 4,
    minimum: 1,
    maximum: 64,
    integer: true,
    scale: 'linear',
    label: () => l10n.t('Rounds between R1 penalties'),
  },
  gradientPenaltyWeight: {
    kind: 'number',
    group: 'discriminator',
    change: 'live',
    basic: false,
    initial: 0,
    minimum: 0,
    maximum: 100,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('Gradient penalty weight'),
  },
  weightClip: {
    kind: 'number',
    group: 'discriminator',
    change: 'live',
    basic: false,
    initial: 0,
    minimum: 0,
    maximum: 10,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('Weight clipping'),
  },
} satisfies Pick<
  Specs,
  | 'discriminatorNetwork'
  | 'discriminatorWidth'
  | 'discriminatorDepth'
  | 'discriminatorActivation'
  | 'discriminatorNormalization'
  | 'discriminatorOptimizer'
  | 'discriminatorLearningRate'
  | 'discriminatorBeta1'
  | 'discriminatorBeta2'
  | 'discriminatorSteps'
  | 'r1Weight'
  | 'r1Interval'
  | 'gradientPenaltyWeight'
  | 'weightClip'
>;
