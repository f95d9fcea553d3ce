import * as l10n from '@vscode/l10n';

/** What is known of a loss beside the code that computes it. */
interface LossFacts {
  /** What people read in place of its name. */
  readonly label: () => string;
  /**
   * What the discriminator minimises, without penalties and without label smoothing; ℓ is the logit, the score before the
   * sigmoid, and D the probability.
   */
  readonly discriminator: string;
  /** What the generator minimises. */
  readonly generator: string;
  /**
   * Whether the discriminator's loss is the binary cross-entropy: then every verdict has the price -ln P(right), and who
   * only guesses pays 2 ln 2.
   */
  readonly isCrossEntropy: boolean;
  /** Whether the best discriminator answers with the probability p / (p + q). */
  readonly estimatesProbability: boolean;
  /** Whether the sign of an output says real or fake; a Wasserstein critic's outputs have no zero point of their own. */
  readonly saysReal: boolean;
  /**
   * The size of the derivative of the generator's loss by a logit of a generated sample, which every gradient of the
   * generator carries as a factor. It depends on D(G(z)) where the loss saturates.
   */
  readonly derivativeByLogit: (meanOnFake: number) => number;
}

/** Every loss that a run can train with, in the order of the form. Their code is in the engine's `LOSSES`. */
const FACTS = {
  nonSaturating: {
    label: () => l10n.t('Non-saturating'),
    discriminator: '-ln D(x) - ln(1 - D(G(z)))',
    generator: '-ln D(G(z))',
    isCrossEntropy: true,
    estimatesProbability: true,
    saysReal: true,
    derivativeByLogit: (meanOnFake) => 1 - meanOnFake,
  },
  saturating: {
    label: () => l10n.t('Saturating (minimax)'),
    discriminator: '-ln D(x) - ln(1 - D(G(z)))',
    generator: 'ln(1 - D(G(z)))',
    isCrossEntropy: true,
    estimatesProbability: true,
    saysReal: true,
    derivativeByLogit: (meanOnFake) => meanOnFake,
  },
  // Its best discriminator: Mao et al. 2017, section 3.2.
  leastSquares: {
    label: () => l10n.t('Least squares'),
    discriminator: '(ℓ(x) - 1)² + ℓ(G(z))²',
    generator: '(ℓ(G(z)) - 1)²',
    isCrossEntropy: false,
    estimatesProbability: true,
    saysReal: true,
    derivativeByLogit: () => 1,
  },
  hinge: {
    label: () => l10n.t('Hinge'),
    discriminator: 'max(0, 1 - ℓ(x)) + max(0, 1 + ℓ(G(z)))',
    generator: '-ℓ(G(z))',
    isCrossEntropy: false,
    estimatesProbability: false,
    saysReal: true,
    derivativeByLogit: () => 1,
  },
  wasserstein: {
    label: () => l10n.t('Wasserstein'),
    discriminator: 'ℓ(G(z)) - ℓ(x)',
    generator: '-ℓ(G(z))',
    isCrossEntropy: false,
    estimatesProbability: false,
    saysReal: false,
    derivativeByLogit: () => 1,
  },
  // The non-saturating loss computed as log(sigmoid(x)): a mistake to learn from.
  naiveLogSigmoid: {
    label: () => l10n.t('Naive log-sigmoid'),
    discriminator: '-ln D(x) - ln(1 - D(G(z)))',
    generator: '-ln D(G(z))',
    isCrossEntropy: true,
    estimatesProbability: true,
    saysReal: true,
    derivativeByLogit: (meanOnFake) => 1 - meanOnFake,
  },
} satisfies Readonly<Record<string, LossFacts>>;

export type Loss = keyof typeof FACTS;

export const LOSS_FACTS: Readonly<Record<Loss, LossFacts>> = FACTS;

function isLoss(name: string): name is Loss {
  return Object.hasOwn(FACTS, name);
}

export const LOSS_NAMES: readonly Loss[] = Object.keys(FACTS).filter(isLoss);
