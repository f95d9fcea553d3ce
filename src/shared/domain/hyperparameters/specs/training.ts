import * as l10n from '@vscode/l10n';
import { LOSS_NAMES } from '../../losses';
import type { Specs } from './types';

/** What both networks share. */
export const TRAINING_SPECS = {
  batchSize: {
    kind: 'number',
    group: 'training',
    change: 'live',
    basic: true,
    initial: 32,
    minimum: 2,
    maximum: 256,
    integer: true,
    scale: 'linear',
    label: () => l10n.t('Batch size'),
  },
  backend: {
    kind: 'choice',
    group: 'training',
    change: 'restart',
    basic: true,
    initial: 'auto',
    choices: ['auto', 'webgl', 'cpu'],
    label: () => l10n.t('Backend'),
  },
  conditional: {
    kind: 'choice',
    group: 'training',
    change: 'restart',
    basic: false,
    initial: 'no',
    choices: ['no', 'yes'],
    label: () => l10n.t('Order by class (conditional)'),
  },
  loss: {
    kind: 'choice',
    group: 'training',
    change: 'live',
    basic: true,
    initial: 'nonSaturating',
    choices: LOSS_NAMES,
    label: () => l10n.t('Loss'),
  },
  labelSmoothing: {
    kind: 'number',
    group: 'training',
    change: 'live',
    basic: false,
    initial: 0,
    minimum: 0,
    maximum: 0.5,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('One-sided label smoothing'),
  },
  instanceNoise: {
    kind: 'number',
    group: 'training',
    change: 'live',
    basic: false,
    initial: 0,
    minimum: 0,
    maximum: 2,
    integer: false,
    scale: 'linear',
    label: () => l10n.t('Instance noise'),
  },
} satisfies Pick<
  Specs,
  'batchSize' | 'backend' | 'conditional' | 'loss' | 'labelSmoothing' | 'instanceNoise'
>;
