import * as l10n from '@vscode/l10n';
import type { CardView } from './cards';

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** What a screen reader says of a card. Before the truth is told, it only counts the cards. */
export function cardName({ index, probability, truth, wrong }: CardView): string {
  const judged = Math.round(100 * probability);
  if (truth === undefined) {
    return l10n.t('Picture {0}, judged {1} percent real', index + 1, judged);
  }
  if (truth === 'real') {
    return wrong
      ? l10n.t('Real picture, judged {0} percent real, wrong', judged)
      : l10n.t('Real picture, judged {0} percent real, right', judged);
  }
  return wrong
    ? l10n.t('Forgery, judged {0} percent real, wrong', judged)
    : l10n.t('Forgery, judged {0} percent real, right', judged);
}
