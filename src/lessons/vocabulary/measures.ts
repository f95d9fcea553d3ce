import * as l10n from '@vscode/l10n';
import { MEASURES, type Measure } from '../../shared/domain/measures';

const WORDS: Readonly<Record<Measure, () => string>> = {
  discriminatorLoss: () =>
    l10n.t('The inspector’s loss; 1.386 is that of somebody who always says one half.'),
  generatorLoss: () => l10n.t('The forger’s loss; 0.693 while he says one half to her fakes.'),
  accuracyOnReal: () => l10n.t('The share of originals that he takes for real, from 0 to 1.'),
  accuracyOnFake: () => l10n.t('The share of forgeries that he catches, from 0 to 1.'),
  meanOnReal: () => l10n.t('His mean probability of “real” for originals, from 0 to 1.'),
  meanOnFake: () => l10n.t('His mean probability of “real” for forgeries, from 0 to 1.'),
  discriminatorGradientNorm: () => l10n.t('The length of the gradient of his weights.'),
  generatorGradientNorm: () =>
    l10n.t('The length of the gradient of her weights; near 0 she learns nothing.'),
  miniFid: () => l10n.t('The distance of her samples from the real ones; 0 is best, 0.1 good for portraits.'),
  effectiveModes: () =>
    l10n.t('How many kinds she paints, counted by how evenly; at most as many as there are.'),
  slicedWasserstein: () =>
    l10n.t('How far samples would have to move, on average, to become the real ones; 0 is best.'),
  memorisationGap: () =>
    l10n.t('Whether she copies: about 0 if not, towards 1 for copies; of pictures only.'),
  jensenShannon: () =>
    l10n.t('The divergence of her points from the real ones in bits, from 0 to 1; of points only.'),
  optimalGap: () =>
    l10n.t('How far his verdict is from that of the best inspector, from 0 to 1; of points only.'),
};

/** What a measure says; `undefined` for a word that names none. */
export function describeMeasure(word: string): string | undefined {
  const measure = MEASURES.find((name) => name === word);
  return measure && WORDS[measure]();
}
