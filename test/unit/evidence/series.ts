import type { Measure, RunSeries } from '../../../src/shared/domain/measures';

/**
 * A series with the given columns; all others hold no numbers.
 *
 * @param rounds of what is measured in every round
 * @param qualityRounds of what is measured now and then
 */
export function aSeries(
  rounds: readonly number[],
  columns: Partial<Record<Measure, readonly number[]>>,
  qualityRounds: readonly number[] = [],
): RunSeries {
  const column = (measure: Measure, length: number) =>
    Float64Array.from(columns[measure] ?? Array.from({ length }, () => Number.NaN));
  const ofRounds = (measure: Measure) => column(measure, rounds.length);
  const ofQuality = (measure: Measure) => column(measure, qualityRounds.length);
  return {
    rounds: Float64Array.from(rounds),
    perRound: {
      discriminatorLoss: ofRounds('discriminatorLoss'),
      generatorLoss: ofRounds('generatorLoss'),
      accuracyOnReal: ofRounds('accuracyOnReal'),
      accuracyOnFake: ofRounds('accuracyOnFake'),
      meanOnReal: ofRounds('meanOnReal'),
      meanOnFake: ofRounds('meanOnFake'),
      discriminatorGradientNorm: ofRounds('discriminatorGradientNorm'),
      generatorGradientNorm: ofRounds('generatorGradientNorm'),
    },
    qualityRounds: Float64Array.from(qualityRounds),
    quality: {
      miniFid: ofQuality('miniFid'),
      effectiveModes: ofQuality('effectiveModes'),
      convincing: ofQuality('convincing'),
      fineDetail: ofQuality('fineDetail'),
      slicedWasserstein: ofQuality('slicedWasserstein'),
      memorisationGap: ofQuality('memorisationGap'),
      jensenShannon: ofQuality('jensenShannon'),
      optimalGap: ofQuality('optimalGap'),
    },
  };
}
