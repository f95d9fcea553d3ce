import * as l10n from '@vscode/l10n';

/** Collections of pictures that the program paints itself. */
export const PICTURE_DATA = ['portraits', 'starryNights', 'sunsets', 'digits'] as const;
/** Distributions of points on the plane. */
export const POINT_DATA = [
  'line',
  'twoBlobs',
  'ring',
  'threeIslands',
  'eightGaussians',
  'grid25',
  'twoMoons',
  'spiral',
] as const;

/** The learner's own collections: pictures from a folder, points from a table, points drawn by hand. */
export const OWN_DATA = ['ownPictures', 'ownPoints', 'drawnPoints'] as const;

export type OwnData = (typeof OWN_DATA)[number];
export type PictureData = (typeof PICTURE_DATA)[number];
export type PointData = (typeof POINT_DATA)[number];

/**
 * Everything that, together with the code and the backend, determines a run bit for bit.
 * Ranges, defaults and what a change asks of a running net stand in {@link SPECS}.
 */
export interface Hyperparameters {
  data: PictureData | PointData | OwnData;
  /** Width and height of a picture in pixels; of no effect on points. */
  pictureSize: 12 | 16 | 28;
  /** How many different real samples the collection holds. */
  collectionSize: number;
  seed: number;
  /** Real samples, and as many generated ones, per update. */
  batchSize: number;
  backend: 'auto' | 'webgl' | 'cpu';
  /** Whether both networks are told the class (the collection's mode) of every sample, so that one can be ordered. */
  conditional: 'no' | 'yes';

  latentSize: number;
  latentDistribution: 'normal' | 'uniform';
  generatorNetwork: 'convolutional' | 'dense';
  /** Channels of the widest-resolution hidden layer (convolutional), or units per hidden layer (dense). */
  generatorWidth: number;
  /** Hidden layers of a dense generator; a convolutional one has as many as its picture size asks for. */
  generatorDepth: number;
  generatorActivation: 'relu' | 'leakyRelu' | 'tanh';
  generatorNormalization: 'none' | 'batch';
  generatorOptimizer: 'adam' | 'rmsprop' | 'momentum' | 'sgd';
  generatorLearningRate: number;
  generatorBeta1: number;
  generatorBeta2: number;
  /** Generator updates per round. */
  generatorSteps: number;
  /** Decay of the exponential moving average of the generator's weights that is shown; 0 shows the raw weights. */
  averageDecay: number;

  discriminatorNetwork: 'convolutional' | 'dense';
  discriminatorWidth: number;
  discriminatorDepth: number;
  discriminatorActivation: 'relu' | 'leakyRelu' | 'tanh';
  discriminatorNormalization: 'none' | 'spectral' | 'batch';
  discriminatorOptimizer: 'adam' | 'rmsprop' | 'momentum' | 'sgd';
  discriminatorLearningRate: number;
  discriminatorBeta1: number;
  discriminatorBeta2: number;
  /** Discriminator updates per round. */
  discriminatorSteps: number;

  /** `naiveLogSigmoid` is the non-saturating loss computed as log(sigmoid(x)): a mistake to learn from. */
  loss: 'nonSaturating' | 'saturating' | 'leastSquares' | 'hinge' | 'wasserstein' | 'naiveLogSigmoid';
  /** Gamma of the R1 penalty, gamma/2 * E|grad_x D(x)|^2 over real x (Mescheder et al. 2018, eq. 9); 0 is off. */
  r1Weight: number;
  /** The R1 penalty is computed every so many rounds, with so many times its weight (lazy regularisation). */
  r1Interval: number;
  /** Lambda of the gradient penalty (Gulrajani et al. 2017); 0 is off. */
  gradientPenaltyWeight: number;
  /** Largest absolute weight of the discriminator after an update (Arjovsky et al. 2017); 0 is off. */
  weightClip: number;
  /** The label of real samples is 1 minus this (one-sided smoothing, Salimans et al. 2016). */
  labelSmoothing: number;
  /** Standard deviation of Gaussian noise added to whatever the discriminator sees. */
  instanceNoise: number;
}

export type HyperparameterName = keyof Hyperparameters;
export type HyperparameterGroup = 'data' | 'generator' | 'discriminator' | 'training';

interface CommonSpec {
  readonly group: HyperparameterGroup;
  /** `live`: a running net takes the change at its next phase. `restart`: the change needs a new net. */
  readonly change: 'live' | 'restart';
  /** Shown from the first lesson on; the others wait behind "More". */
  readonly basic: boolean;
  readonly label: () => string;
}

export interface NumberSpec extends CommonSpec {
  readonly kind: 'number';
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  /** Logarithmic values are spread over a slider by their order of magnitude. */
  readonly scale: 'linear' | 'logarithmic';
}

export interface ChoiceSpec<T extends string | number> extends CommonSpec {
  readonly kind: 'choice';
  readonly initial: T;
  readonly choices: readonly T[];
}

type SpecOf<T extends string | number> = number extends T ? NumberSpec : ChoiceSpec<T>;
export type Specs = { readonly [K in HyperparameterName]: SpecOf<Hyperparameters[K]> };

const learningRate = {
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
const beta1 = { ...beta, initial: 0.5, minimum: 0, maximum: 0.999, label: () => l10n.t('Adam β1') } as const;
const beta2 = {
  ...beta,
  initial: 0.99,
  minimum: 0,
  maximum: 0.9999,
  label: () => l10n.t('Adam β2'),
} as const;

const stepsPerRound = {
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

const optimizer = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  initial: 'adam',
  choices: ['adam', 'rmsprop', 'momentum', 'sgd'],
  label: () => l10n.t('Optimizer'),
} as const;

const network = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  initial: 'convolutional',
  choices: ['convolutional', 'dense'],
  label: () => l10n.t('Network'),
} as const;

const width = {
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

const depth = {
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

const activation = {
  kind: 'choice',
  change: 'restart',
  basic: false,
  choices: ['relu', 'leakyRelu', 'tanh'],
  label: () => l10n.t('Activation'),
} as const;

/** Ranges and defaults. The defaults are the measured recipe for portraits of 16 x 16 pixels. */
export const SPECS: Specs = {
  data: {
    kind: 'choice',
    group: 'data',
    change: 'restart',
    basic: true,
    initial: 'portraits',
    choices: [...PICTURE_DATA, ...POINT_DATA, ...OWN_DATA],
    label: () => l10n.t('Collection'),
  },
  pictureSize: {
    kind: 'choice',
    group: 'data',
    change: 'restart',
    basic: false,
    initial: 16,
    choices: [12, 16, 28],
    label: () => l10n.t('Picture size (pixels)'),
  },
  collectionSize: {
    kind: 'number',
    group: 'data',
    change: 'restart',
    basic: false,
    initial: 4096,
    minimum: 2,
    maximum: 4096,
    integer: true,
    scale: 'logarithmic',
    label: () => l10n.t('Originals in the museum'),
  },
  seed: {
    kind: 'number',
    group: 'data',
    change: 'restart',
    basic: true,
    initial: 1,
    minimum: 0,
    maximum: 2 ** 31 - 1,
    integer: true,
    scale: 'linear',
    label: () => l10n.t('Seed'),
  },
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
  generatorNetwork: { ...network, group: 'generator' },
  generatorWidth: { ...width, group: 'generator' },
  generatorDepth: { ...depth, group: 'generator' },
  generatorActivation: { ...activation, group: 'generator', initial: 'leakyRelu' },
  generatorNormalization: {
    kind: 'choice',
    group: 'generator',
    change: 'restart',
    basic: false,
    initial: 'none',
    choices: ['none', 'batch'],
    label: () => l10n.t('Normalization'),
  },
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
  discriminatorNetwork: { ...network, group: 'discriminator' },
  discriminatorWidth: { ...width, group: 'discriminator' },
  discriminatorDepth: { ...depth, group: 'discriminator' },
  discriminatorActivation: { ...activation, group: 'discriminator', initial: 'leakyRelu' },
  discriminatorNormalization: {
    kind: 'choice',
    group: 'discriminator',
    change: 'restart',
    basic: false,
    initial: 'none',
    choices: ['none', 'spectral', 'batch'],
    label: () => l10n.t('Normalization'),
  },
  discriminatorOptimizer: { ...optimizer, group: 'discriminator' },
  discriminatorLearningRate: { ...learningRate, group: 'discriminator' },
  discriminatorBeta1: { ...beta1, group: 'discriminator' },
  discriminatorBeta2: { ...beta2, group: 'discriminator' },
  discriminatorSteps: { ...stepsPerRound, group: 'discriminator' },
  loss: {
    kind: 'choice',
    group: 'training',
    change: 'live',
    basic: true,
    initial: 'nonSaturating',
    choices: ['nonSaturating', 'saturating', 'leastSquares', 'hinge', 'wasserstein', 'naiveLogSigmoid'],
    label: () => l10n.t('Loss'),
  },
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
};
