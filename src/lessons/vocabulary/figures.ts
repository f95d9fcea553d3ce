import * as l10n from '@vscode/l10n';
import { FIGURES, type FigureName } from '../../shared/domain/lesson';

const WORDS: Readonly<Record<FigureName, () => string>> = {
  circling: () => l10n.t('The smallest GAN, one number for each player, as a path.'),
  denoising: () =>
    l10n.t('A museum of 25 islands by diffusion: a denoiser trains, and its samples appear step by step.'),
  divergences: () => l10n.t('Two crowds moved apart, and four rulers for how far they differ.'),
  sliding: () => l10n.t('A filter that slides over a picture, and how often it reaches each cell.'),
};

/** What a figure shows; `undefined` for a word that names none. */
export function describeFigure(word: string): string | undefined {
  const figure = FIGURES.find((name) => name === word);
  return figure && WORDS[figure]();
}
