import * as l10n from '@vscode/l10n';

// What the specifications of generator and discriminator share: all but the group.

export const learningRate = {
  kind: 'number',
  change: 'live',
  basic: true,
  initial: 4e-3,
  minimum: 1e-6,
  maximum: 1,
  integer: false,
  scale: 'logarithmic',
  label: () => l10n.t('Learning rate'),
} as const;

const beta = { kind: 'number', change: 'live', basic: false, integer: false, scale: 'linear' } as const;
export const beta1 = {
  ...beta,
  initial: 0.5,
  minimum: 0,
  maximum: 0.999,
  label: () => l10n.t('Adam β1'),
} as const;
export const beta2 = {
  ...beta,
  initial: 0.99,
  minimum: 0,
  maximum: 0.9999,
  label: () => l10n.t('Adam β2'),
} as const;

export const stepsPerRound = {
  kind: 'number',
  change: 'live',
  basic: true,
  initial: 1,
  minimum: 0,
  maximum: 10,
  integer: true,
  scale: 'linear',
  label: () => l10n.t('Steps per round'),
} as const;

export const optimizer = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  initial: 'adam',
  choices: ['adam', 'rmsprop', 'momentum', 'sgd'],
  label: () => l10n.t('Optimizer'),
} as const;

export const normalization = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  initial: 'none',
  label: () => l10n.t('Normalization'),
} as const;

export const network = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  initial: 'convolutional',
  label: () => l10n.t('Network'),
} as const;

export const width = {
  kind: 'number',
  change: 'restart',
  basic: false,
  initial: 24,
  minimum: 2,
  maximum: 256,
  integer: true,
  scale: 'linear',
  label: () => l10n.t('Width'),
} as const;

export const depth = {
  kind: 'number',
  change: 'restart',
  basic: false,
  initial: 2,
  minimum: 1,
  maximum: 4,
  integer: true,
  scale: 'linear',
  label: () => l10n.t('Hidden layers (dense)'),
} as const;

export const activation = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  choices: ['relu', 'leakyRelu', 'tanh'],
  label: () => l10n.t('Activation'),
} as const;
