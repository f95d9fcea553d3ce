import * as l10n from '@vscode/l10n';
import type { Measure } from '../domain/measures';
import { unreachable } from '../result';

/** What a measure is called beside its value. */
export function measureName(measure: Measure): string {
  switch (measure) {
    case 'discriminatorLoss':
      return l10n.t('Inspector’s loss');
    case 'generatorLoss':
      return l10n.t('Forger’s loss');
    case 'accuracyOnReal':
      return l10n.t('Right on real ones');
    case 'accuracyOnFake':
      return l10n.t('Right on forgeries');
    case 'meanOnReal':
      return l10n.t('Mean P(real) of real ones');
    case 'meanOnFake':
      return l10n.t('Mean P(real) of forgeries');
    case 'discriminatorGradientNorm':
      return l10n.t('Inspector’s gradient');
    case 'generatorGradientNorm':
      return l10n.t('Forger’s gradient');
    case 'miniFid':
      return l10n.t('mini-FID');
    case 'effectiveModes':
      return l10n.t('Kinds she paints');
    case 'slicedWasserstein':
      return l10n.t('Sliced Wasserstein distance');
    case 'memorisationGap':
      return l10n.t('Memorisation gap');
    case 'jensenShannon':
      return l10n.t('Jensen-Shannon divergence');
    case 'optimalGap':
      return l10n.t('Gap to the best inspector');
    default:
      return unreachable(measure);
  }
}
