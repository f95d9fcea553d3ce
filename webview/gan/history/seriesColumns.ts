import type { RunSeries } from '../../../src/shared/domain/measures';
import type { Quality, RoundMetrics } from '../../../src/shared/wire/run';

/**
 * What was measured up to a round, in columns for a frame.
 *
 * @param rounds in the order of their rounds
 * @param quality in the order of their rounds
 * @param initialQuality that of round 0, which a series of complete rounds does not have
 * @param upTo complete rounds at the shown moment
 */
export function seriesColumns(
  rounds: readonly RoundMetrics[],
  quality: readonly Quality[],
  initialQuality: Quality | undefined,
  upTo: number,
): RunSeries {
  const shownRounds = rounds.filter(({ round }) => round <= upTo);
  const later = quality.filter(({ round }) => round > 0 && round <= upTo);
  const shownQuality = initialQuality?.round === 0 ? [initialQuality, ...later] : later;
  return {
    rounds: column(shownRounds, ({ round }) => round),
    perRound: {
      discriminatorLoss: column(shownRounds, ({ discriminatorLoss }) => discriminatorLoss),
      generatorLoss: column(shownRounds, ({ generatorLoss }) => generatorLoss),
      accuracyOnReal: column(shownRounds, ({ accuracyOnReal }) => accuracyOnReal),
      accuracyOnFake: column(shownRounds, ({ accuracyOnFake }) => accuracyOnFake),
      meanOnReal: column(shownRounds, ({ meanOnReal }) => meanOnReal),
      meanOnFake: column(shownRounds, ({ meanOnFake }) => meanOnFake),
      discriminatorGradientNorm: column(
        shownRounds,
        ({ discriminatorGradientNorm }) => discriminatorGradientNorm,
      ),
      generatorGradientNorm: column(shownRounds, ({ generatorGradientNorm }) => generatorGradientNorm),
    },
    qualityRounds: column(shownQuality, ({ round }) => round),
    quality: {
      miniFid: column(shownQuality, ({ miniFid }) => miniFid),
      effectiveModes: column(shownQuality, ({ effectiveModes }) => effectiveModes),
      slicedWasserstein: column(shownQuality, ({ slicedWasserstein }) => slicedWasserstein),
      memorisationGap: column(shownQuality, ({ memorisationGap }) => memorisationGap),
      jensenShannon: column(shownQuality, ({ jensenShannon }) => jensenShannon),
      optimalGap: column(shownQuality, ({ optimalGap }) => optimalGap),
    },
  };
}

function column<T>(
  values: readonly T[],
  valueOf: (value: T) => number | undefined,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(values, (value) => valueOf(value) ?? Number.NaN);
}
