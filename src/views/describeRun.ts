import * as l10n from '@vscode/l10n';
import type { RunSummary } from '../shared/wire/messages';
import { shownRound } from '../shared/domain/phases';

/** The round and, from the first measurement on, how far the forgeries are from the collection. */
export function describeRun({ position, quality }: RunSummary): string {
  const round = l10n.t('Round {0}', shownRound(position));
  return quality ? l10n.t('{0} · mini-FID {1}', round, quality.miniFid.toFixed(2)) : round;
}

/** What the numbers in {@link describeRun} mean, and where the run trains: one line each. */
export function explainRun({ quality, backend }: RunSummary): string {
  const distance = l10n.t(
    'mini-FID: how far the forgeries are from the real ones. 0 is best; it is measured every few rounds.',
  );
  return quality ? `${distance}\n${backend.reason}` : backend.reason;
}
