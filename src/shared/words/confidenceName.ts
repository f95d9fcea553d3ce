import * as l10n from '@vscode/l10n';
import type { Confidence } from '../domain/progress';
import { unreachable } from '../result';

/** How sure somebody is. */
export function confidenceName(confidence: Confidence): string {
  switch (confidence) {
    case 'guess':
      return l10n.t('Just guessing');
    case 'fairlySure':
      return l10n.t('fairly sure');
    case 'certain':
      return l10n.t('certain');
    default:
      return unreachable(confidence);
  }
}
