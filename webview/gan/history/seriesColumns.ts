import { recordOf } from '../../../src/shared/recordOf';
import {
  QUALITY_MEASURES,
  ROUND_MEASURES,
  type RunSeries,
  type Quality,
  type RoundMetrics,
} from '../../../src/shared/domain/measures';
import type { RunFrame } from '../../../src/shared/wire/run';

/**
 * What was measured up to a round, in columns for a frame. The measurements of the shown moment are always there, even
 * where the thinned series have them no longer.
 *
 * @param rounds in the order of their rounds
 * @param quality in the order of their rounds
 * @param shown measured last before the shown moment; `initialQuality` is that of round 0, which a series of complete
 *   rounds does not have
 * @param upTo complete rounds at the shown moment
 */
export function seriesColumns(
  rounds: readonly RoundMetrics[],
  quality: readonly Quality[],
  shown: Pick<RunFrame, 'metrics' | 'quality' | 'initialQuality'>,
  upTo: number,
): RunSeries {
  const shownRounds = upToShown(rounds, shown.metrics, upTo);
  const later = upToShown(quality, shown.quality, upTo).filter(({ round }) => round > 0);
  const shownQuality = shown.initialQuality?.round === 0 ? [shown.initialQuality, ...later] : later;
  return {
    rounds: column(shownRounds, ({ round }) => round),
    perRound: recordOf(ROUND_MEASURES, (measure) => column(shownRounds, (metrics) => metrics[measure])),
    qualityRounds: column(shownQuality, ({ round }) => round),
    quality: recordOf(QUALITY_MEASURES, (measure) => column(shownQuality, (taken) => taken[measure])),
  };
}

function column<T>(
  values: readonly T[],
  valueOf: (value: T) => number | undefined,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(values, (value) => valueOf(value) ?? Number.NaN);
}

function upToShown<T extends { readonly round: number }>(
  values: readonly T[],
  shown: T | undefined,
  upTo: number,
): readonly T[] {
  const kept = values.filter(({ round }) => round <= upTo);
  const isMissing = shown !== undefined && shown.round <= upTo && shown.round > (kept.at(-1)?.round ?? 0);
  return isMissing ? [...kept, shown] : kept;
}
