import * as l10n from '@vscode/l10n';
import { unreachable } from '../result';
import type { Phase } from '../domain/phases';

/** The name of a phase on the rail. */
export function phaseName(phase: Phase): string {
  switch (phase) {
    case 'drawReal':
      return l10n.t('Draw');
    case 'forge':
      return l10n.t('Forge');
    case 'judge':
      return l10n.t('Judge');
    case 'reveal':
      return l10n.t('Reveal');
    case 'trainDiscriminator':
      return l10n.t('Inspector learns');
    case 'forgeAgain':
      return l10n.t('Hints flow back');
    case 'trainGenerator':
      return l10n.t('Forger learns');
    default:
      return unreachable(phase);
  }
}
