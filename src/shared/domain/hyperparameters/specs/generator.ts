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

/** The generator. */
export const GENERATOR_SPECS = {
  latentSize: {
    kind: 'number',
    group: 'generator',
    change: 'restart',
    basic: true,
    initial: 16,
    minimum: 1,
    maximum: 128,
    integer: true,
    scale: 'linear',
    label: () => l10n.t('Latent size'),
  },
  latentDistribution: {
    kind: 'choice',
    group: 'generator',
    change: 'restart',
    basic: false,
    initial: 'normal',
    choices: ['normal', 'uniform'],
    label: () => l10n.t('Latent distribution'),
  },
  generatorNetwork: { ...network, group: 'generator', choices: ['convolutional', 'dense', 'point'] },
  generatorWidth: { ...width, group: 'generator' },
  generatorDepth: { ...depth, group: 'generator' },
  generatorActivation: { ...activation, group: 'generator', initial: 'leakyRelu' },
  generatorNormalization: { ...normalization, group: 'generator', choices: ['none', 'batch'] },
  generatorOptimizer: { ...optimizer, group: 'generator' },
  generatorLearningRate: { ...learningRate, group: 'generator' },
  generatorBeta1: { ...beta1, group: 'generator' },
  generatorBeta2: { ...beta2, group: 'generator' },
  generatorSteps: { ...stepsPerRound, group: 'generator' },
  averageDecay: {
    kind: 'number',
    group: 'generator',
    change: 'live',
    basic: false,
    initial: 0.98,
    minimum: 0,
    maximum: 0.9999,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('Averaging of the shown generator'),
  },
} satisfies Pick<
  Specs,
  | 'latentSize'
  | 'latentDistribution'
  | 'generatorNetwork'
  | 'generatorWidth'
  | 'generatorDepth'
  | 'generatorActivation'
  | 'generatorNormalization'
  | 'generatorOptimizer'
  | 'generatorLearningRate'
  | 'generatorBeta1'
  | 'generatorBeta2'
  | 'generatorSteps'
  | 'averageDecay'
>;
