import * as l10n from '@vscode/l10n';
import { unreachable } from '../../../src/shared/result';

/** The tabs of measures, in their order. */
export const CHART_TABS = ['progress', 'quality', 'losses', 'gradients'] as const;

/** What can be looked at below the controls, in the order of the tabs. */
export const EVIDENCE_TABS = [...CHART_TABS, 'walk', 'overview', 'log'] as const;

export type ChartTab = (typeof CHART_TABS)[number];
export type EvidenceTab = (typeof EVIDENCE_TABS)[number];

export function tabName(tab: EvidenceTab): string {
  switch (tab) {
    case 'progress':
      return l10n.t('Progress');
    case 'quality':
      return l10n.t('Quality');
    case 'losses':
      return l10n.t('Losses');
    case 'gradients':
      return l10n.t('Gradients');
    case 'walk':
      return l10n.t('Latent walk');
    case 'overview':
      return l10n.t('Data flow');
    case 'log':
      return l10n.t('Log');
    default:
      return unreachable(tab);
  }
}
