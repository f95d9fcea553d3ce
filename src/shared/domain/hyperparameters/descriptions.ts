import * as l10n from '@vscode/l10n';
import type { HyperparameterName } from './hyperparameters';

const width = (): string =>
  l10n.t('How many features each hidden layer has: more can do more and train slower.');
const depth = (): string =>
  l10n.t(
    'How many hidden layers there are between input and output; a convolutional one halves the picture.',
  );
const activation = (): string =>
  l10n.t('The bend in every neuron; without it, all layers together could only do what one can.');
const optimizer = (): string => l10n.t('The rule that turns gradients into steps of the weights.');
const beta1 = (): string =>
  l10n.t('How long Adam remembers the direction of earlier steps; GANs are often calmer with less than 0.9.');
const beta2 = (): string =>
  l10n.t('How long Adam remembers the size of earlier gradients, by which it scales its steps.');

const DESCRIPTIONS: Readonly<Record<HyperparameterName, () => string>> = {
  data: () => l10n.t('What hangs in the museum: the real samples that the forger is to imitate.'),
  pictureSize: () => l10n.t('Width and height of a picture; larger ones show more and train slower.'),
  collectionSize: () =>
    l10n.t('How many different real samples there are; if there are few, the inspector can memorise them.'),
  seed: () => l10n.t('Where all random numbers begin: the same seed plays the same game again.'),
  batchSize: () =>
    l10n.t(
      'How many real and how many forged samples are judged at a time; larger batches make calmer, slower steps.',
    ),
  backend: () => l10n.t('What does the computing: the graphics card or the processor.'),
  conditional: () =>
    l10n.t('Both are told the class of every sample, so that you can order one from the forger.'),

  latentSize: () =>
    l10n.t(
      'How many random numbers the forger gets for each sample: all that one forgery can differ in from another.',
    ),
  latentDistribution: () =>
    l10n.t('How these random numbers are drawn: around 0, or evenly between two bounds.'),
  generatorNetwork: () =>
    l10n.t(
      'How layers are connected: convolutional ones look at neighbouring pixels, dense ones at the whole picture; a single point ignores the noise.',
    ),
  generatorWidth: width,
  generatorDepth: depth,
  generatorActivation: activation,
  generatorNormalization: () =>
    l10n.t('Batch normalization keeps the values within the forger alike from batch to batch.'),
  generatorOptimizer: optimizer,
  generatorLearningRate: () =>
    l10n.t(
      'How large her steps are: too small and she hardly learns, too large and she runs past every good picture.',
    ),
  generatorBeta1: beta1,
  generatorBeta2: beta2,
  generatorSteps: () =>
    l10n.t('How often the forger learns in each round; more of them put her ahead of the inspector.'),
  averageDecay: () =>
    l10n.t(
      'How slowly the average of her weights, which paints the film strip, follows the forger; 0 shows her as she is.',
    ),

  discriminatorNetwork: () =>
    l10n.t(
      'How layers are connected: convolutional ones look at neighbouring pixels, dense ones at the whole picture; a linear score has one layer.',
    ),
  discriminatorWidth: width,
  discriminatorDepth: depth,
  discriminatorActivation: activation,
  discriminatorNormalization: () =>
    l10n.t(
      'Spectral normalization keeps his scores from changing too fast with the picture; that of batches ties them to each other.',
    ),
  discriminatorOptimizer: optimizer,
  discriminatorLearningRate: () =>
    l10n.t('How large his steps are: too small and he hardly learns, too large and his verdicts jump about.'),
  discriminatorBeta1: beta1,
  discriminatorBeta2: beta2,
  discriminatorSteps: () =>
    l10n.t('How often the inspector learns in each round; more of them put him ahead of the forger.'),

  loss: () =>
    l10n.t('What a wrong verdict costs the inspector, and what the forger is paid for deceiving him.'),
  r1Weight: () =>
    l10n.t(
      'How much he is fined for scores that change steeply around real samples; it keeps the game calm, and 0 is off.',
    ),
  r1Interval: () =>
    l10n.t(
      'The R1 penalty takes time, so it is computed only once in this many rounds, with its weight multiplied to match.',
    ),
  gradientPenaltyWeight: () =>
    l10n.t(
      'How much he is fined when his score changes faster or slower than by 1 for each unit of distance; 0 is off.',
    ),
  weightClip: () =>
    l10n.t('Cuts his weights off at this size after every step, an early way to calm him; 0 is off.'),
  labelSmoothing: () =>
    l10n.t(
      'Tells him “almost surely real” instead of “real”, so that he does not become too sure; 0 is off.',
    ),
  instanceNoise: () => l10n.t('Noise on everything that he sees, which makes his task harder; 0 is off.'),
};

/** What a hyperparameter is and what it does to the game, in one plain sentence. */
export function descriptionOf(name: HyperparameterName): string {
  return DESCRIPTIONS[name]();
}
