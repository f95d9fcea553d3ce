import * as l10n from '@vscode/l10n';
import type { RunSummary } from '../shared/messages';
import { shownRound } from '../shared/phases';

/** The round and, from the first measurement on, how far the forgeries are from the collection. */
export function describeRun({ position, quality }: RunSummary): string {
  const round = l10n.t('Round {0}', shownRound(position));
  return quality ? l10n.t('{0} · mini-FID {1}', round, quality.miniFid.toFixed(2)) : round;
}
