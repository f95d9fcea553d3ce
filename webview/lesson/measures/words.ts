import * as l10n from '@vscode/l10n';
import type { Quality, RoundMetrics } from '../../../src/shared/run';
import { measure } from '../../ui/l10n';

/**
 * Of what the inspector's share of right verdicts was taken. The round is named because until a pile is judged the
 * numbers are still those of the round before.
 */
export function accuracyHint({ round }: Pick<RoundMetrics, 'round'>): string {
  return l10n.t('of the pictures of round {0}', round);
}

/** How to read the losses, and of which round they are. */
export function lossesHint({ round }: Pick<RoundMetrics, 'round'>): string {
  return l10n.t('of round {0}; not a measure of quality', round);
}

/** How to read the distance from real; it is measured only every few rounds. */
export function distanceHint({ round }: Quality, initial: Quality | undefined): string {
  return initial === undefined
    ? l10n.t('mini-FID of round {0}; 0 is best', round)
    : l10n.t('mini-FID of round {0}; began at {1}', round, measure(initial.miniFid));
}

/** How many kinds the forger paints, in whole kinds; absent where nobody knows the kinds of a collection. */
export function kindsText({ effectiveModes, modes }: Quality): string | undefined {
  return effectiveModes === undefined || modes === undefined
    ? undefined
    : l10n.t('about {0} of {1}', Math.round(effectiveModes), modes);
}
