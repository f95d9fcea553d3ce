import * as l10n from '@vscode/l10n';
import { NEARLY_CERTAIN } from '../../../ui/l10n';
import type { CardView } from './cards';

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Of a network whose weights are no numbers any more, nothing was judged. */
function unjudgedName(index: number, truth: CardView['truth']): string {
  switch (truth) {
    case undefined:
      return l10n.t('Picture {0}, not judged', index + 1);
    case 'real':
      return l10n.t('Real picture, not judged');
    case 'forged':
      return l10n.t('Forgery, not judged');
  }
}

/** A probability in percent, as it stands on the card: he is never quite certain. */
function judgedText(probability: number): string | number {
  if (probability < NEARLY_CERTAIN) {
    return l10n.t('less than {0}', 1);
  }
  return probability > 1 - NEARLY_CERTAIN ? l10n.t('more than {0}', 99) : Math.round(100 * probability);
}

/** What a screen reader says of a card. Before the truth is told, it only counts the cards. */
export function cardName({ index, probability, truth, wrong }: CardView): string {
  if (Number.isNaN(probability)) {
    return unjudgedName(index, truth);
  }
  const judged = judgedText(probability);
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
