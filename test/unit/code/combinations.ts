import { checkTogether } from '../../../src/shared/domain/hyperparameters/combination';
import { defaultsFor, isPictureData, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { samplesOf } from '../../../src/code/samples';
import { Random } from '../../../webview/gan/random';

/** Everything that makes a program another one, with its values; small, so that they can be run. */
const LEVELS = {
  data: ['portraits', 'digits', 'eightGaussians', 'spiral', 'ownPictures', 'ownPoints'],
  conditional: ['no', 'yes'],
  latentDistribution: ['normal', 'uniform'],
  generatorNetwork: ['dense', 'convolutional', 'point'],
  generatorDepth: [1, 2],
  generatorActivation: ['relu', 'leakyRelu', 'tanh'],
  generatorNormalization: ['none', 'batch'],
  generatorOptimizer: ['adam', 'rmsprop', 'momentum', 'sgd'],
  generatorSteps: [0, 1, 2],
  averageDecay: [0, 0.9],
  discriminatorNetwork: ['dense', 'convolutional', 'linear'],
  discriminatorDepth: [1, 2, 3],
  discriminatorActivation: ['relu', 'leakyRelu', 'tanh'],
  discriminatorNormalization: ['none', 'spectral', 'batch'],
  discriminatorOptimizer: ['adam', 'rmsprop', 'momentum', 'sgd'],
  discriminatorSteps: [0, 1, 2],
  loss: ['nonSaturating', 'saturating', 'leastSquares', 'hinge', 'wasserstein', 'naiveLogSigmoid'],
  r1Weight: [0, 0.6],
  r1Interval: [1, 2],
  gradientPenaltyWeight: [0, 10],
  weightClip: [0, 0.5],
  labelSmoothing: [0, 0.1],
  instanceNoise: [0, 0.2],
} as const satisfies { readonly [K in keyof Hyperparameters]?: readonly Hyperparameters[K][] };

type Name = keyof typeof LEVELS;

function isName(name: string): name is Name {
  return Object.hasOwn(LEVELS, name);
}

const NAMES = Object.keys(LEVELS).filter(isName);

/** The rest of the hyperparameters, as small as they may be. */
const SMALL = {
  pictureSize: 12,
  collectionSize: 16,
  batchSize: 4,
  latentSize: 3,
  generatorWidth: 2,
  discriminatorWidth: 2,
} as const;

function drawn(random: Random): Hyperparameters | undefined {
  const choices = Object.fromEntries(
    NAMES.map((name) => [name, LEVELS[name][random.integer(LEVELS[name].length)]]),
  );
  const h: Hyperparameters = { ...defaultsFor('portraits'), ...SMALL, ...choices };
  const lacksClasses = h.conditional === 'yes' && samplesOf(h).classes < 2;
  return lacksClasses || checkTogether(h, isPictureData(h.data)) !== undefined ? undefined : h;
}

function pairsOf(h: Hyperparameters): string[] {
  return NAMES.flatMap((a, index) => NAMES.slice(index + 1).map((b) => `${a}=${h[a]} ${b}=${h[b]}`));
}

/** So many draws without a new pair: the pairs that are left cannot go together. */
const PATIENCE = 3000;

/**
 * Combinations of hyperparameters, among which each two values of two hyperparameters that can go together do so at
 * least once. The same in every run of the tests.
 */
export function allPairs(): Hyperparameters[] {
  const random = Random.seeded(1, 'combinations');
  const seen = new Set<string>();
  const found: Hyperparameters[] = [];
  for (let fruitless = 0; fruitless < PATIENCE; fruitless++) {
    const h = drawn(random);
    if (h !== undefined && pairsOf(h).some((pair) => !seen.has(pair))) {
      pairsOf(h).forEach((pair) => seen.add(pair));
      found.push(h);
      fruitless = 0;
    }
  }
  return found;
}
