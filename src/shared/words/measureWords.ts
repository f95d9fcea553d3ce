import * as l10n from '@vscode/l10n';
import { isMeasure, type Measure } from '../domain/measures';

/** What people read of a measure, the same words wherever it appears. What it is exactly is said in `measures`. */
interface MeasureWords {
  /** What it is called beside its value. */
  readonly name: () => string;
  /** How to read it, in a few words under a chart. */
  readonly hint?: () => string;
  /** What it is, in a sentence. */
  readonly meaning: () => string;
}

const lossHint = (): string => l10n.t('not a measure of quality');
const gradientHint = (): string => l10n.t('mean over the updates of each round');

const WORDS: Readonly<Record<Measure, MeasureWords>> = {
  discriminatorLoss: {
    name: () => l10n.t('Inspector’s loss'),
    hint: lossHint,
    meaning: () => l10n.t('The inspector’s loss; always saying one half gives 1.386.'),
  },
  generatorLoss: {
    name: () => l10n.t('Forger’s loss'),
    hint: lossHint,
    meaning: () => l10n.t('The forger’s loss; 0.693 while he says one half to her fakes.'),
  },
  accuracyOnReal: {
    name: () => l10n.t('Right on real ones'),
    meaning: () => l10n.t('The share of originals that he takes for real, from 0 to 1.'),
  },
  accuracyOnFake: {
    name: () => l10n.t('Right on forgeries'),
    meaning: () => l10n.t('The share of forgeries that he catches, from 0 to 1.'),
  },
  meanOnReal: {
    name: () => l10n.t('Mean P(real) of real ones'),
    meaning: () => l10n.t('His mean probability of “real” for originals, from 0 to 1.'),
  },
  meanOnFake: {
    name: () => l10n.t('Mean P(real) of forgeries'),
    meaning: () => l10n.t('His mean probability of “real” for forgeries, from 0 to 1.'),
  },
  discriminatorGradientNorm: {
    name: () => l10n.t('Inspector’s gradient'),
    hint: gradientHint,
    meaning: () => l10n.t('The length of the gradient of his weights, the mean over his updates of a round.'),
  },
  generatorGradientNorm: {
    name: () => l10n.t('Forger’s gradient'),
    hint: gradientHint,
    meaning: () =>
      l10n.t(
        'The length of the gradient of her weights, the mean over her updates of a round; near 0 she learns nothing.',
      ),
  },
  miniFid: {
    name: () => l10n.t('Distance from real'),
    hint: () => l10n.t('mini-FID; 0 is best'),
    meaning: () =>
      l10n.t('The distance of her samples from the real ones (mini-FID); 0 is best, 0.1 good for portraits.'),
  },
  effectiveModes: {
    name: () => l10n.t('Kinds she paints'),
    hint: () => l10n.t('effective modes'),
    meaning: () => l10n.t('How many kinds she paints, counted by how evenly; at most as many as there are.'),
  },
  convincing: {
    name: () => l10n.t('Convincing'),
    hint: () => l10n.t('share near an original'),
    meaning: () =>
      l10n.t(
        'The share of her samples that are about as near to an original as originals are to each other, from 0 to 1.',
      ),
  },
  fineDetail: {
    name: () => l10n.t('Fine detail'),
    hint: () => l10n.t('1 as in originals; noise has more'),
    meaning: () =>
      l10n.t(
        'What the distance cannot see, such as pixel noise and blur: 1 as in originals; of pictures only.',
      ),
  },
  slicedWasserstein: {
    name: () => l10n.t('Sliced Wasserstein distance'),
    hint: () => l10n.t('0 is best'),
    meaning: () =>
      l10n.t('How far samples would have to move, on average, to become the real ones; 0 is best.'),
  },
  memorisationGap: {
    name: () => l10n.t('Memorisation gap'),
    hint: () => l10n.t('0: new pictures, 1: copies'),
    meaning: () => l10n.t('Whether she copies: about 0 if not, towards 1 for copies; of pictures only.'),
  },
  jensenShannon: {
    name: () => l10n.t('Jensen-Shannon divergence'),
    hint: () => l10n.t('in bits; 0 is best'),
    meaning: () =>
      l10n.t('The divergence of her points from the real ones in bits, from 0 to 1; of points only.'),
  },
  optimalGap: {
    name: () => l10n.t('Gap to the optimal inspector'),
    hint: () => l10n.t('mean of |D − D*|'),
    meaning: () =>
      l10n.t('How far his verdict is from that of the best inspector, from 0 to 1; of points only.'),
  },
};

/** What a measure is called beside its value. */
export function measureName(measure: Measure): string {
  return WORDS[measure].name();
}

/** How to read a measure, in a few words; absent where its name says it all. */
export function measureHint(measure: Measure): string | undefined {
  return WORDS[measure].hint?.();
}

/** What a measure is, in a sentence; `undefined` for a word that names none. */
export function describeMeasure(word: string): string | undefined {
  return isMeasure(word) ? WORDS[word].meaning() : undefined;
}
