import * as l10n from '@vscode/l10n';
import { measureName } from '../../../src/shared/words/measureWords';
import { measure, percent } from '../../ui/l10n';

/** The numbers of a round that is over. */
interface RoundNumbers {
  readonly round: number;
  /** Shares of the samples of each kind that were judged right; absent where they are not known. */
  readonly accuracyOnReal?: number | undefined;
  readonly accuracyOnFake?: number | undefined;
  /** What was measured of the forgeries, if anything was. */
  readonly miniFid?: number | undefined;
  readonly effectiveModes?: number | undefined;
  /** Kinds in the collection; absent where nobody knows them. */
  readonly modes?: number | undefined;
}

/** A round in one or two sentences; the numbers that matter stand between `**`. */
export function roundSentence(numbers: RoundNumbers, onPlane: boolean): string {
  const right = rightSentence(numbers, onPlane);
  const quality = qualitySentence(numbers, onPlane);
  return quality === undefined ? right : l10n.t('{0} {1}', right, quality);
}

function rightSentence({ round, accuracyOnReal, accuracyOnFake }: RoundNumbers, onPlane: boolean): string {
  if (accuracyOnReal === undefined || accuracyOnFake === undefined) {
    return l10n.t('Round **{0}** is over.', round);
  }
  return onPlane
    ? l10n.t(
        'Round **{0}**: the inspector is right about **{1}** of the real points and **{2}** of the forged ones.',
        round,
        percent(accuracyOnReal),
        percent(accuracyOnFake),
      )
    : l10n.t(
        'Round **{0}**: the inspector is right about **{1}** of the real pictures and **{2}** of the forgeries.',
        round,
        percent(accuracyOnReal),
        percent(accuracyOnFake),
      );
}

function qualitySentence(
  { miniFid, effectiveModes, modes }: RoundNumbers,
  onPlane: boolean,
): string | undefined {
  if (onPlane && effectiveModes !== undefined && modes !== undefined) {
    return l10n.t('The forger reaches **{0} of {1}** clusters.', effectiveModes.toFixed(1), modes);
  }
  return miniFid === undefined
    ? undefined
    : l10n.t('{0}: **{1}**.', measureName('miniFid'), measure(miniFid));
}
