import * as v from 'valibot';
import type { Quality, RoundMetrics } from '../wire/run';

/** What is measured in every round; see `RoundMetrics`. */
export const ROUND_MEASURES = [
  'discriminatorLoss',
  'generatorLoss',
  'accuracyOnReal',
  'accuracyOnFake',
  'meanOnReal',
  'meanOnFake',
  'discriminatorGradientNorm',
  'generatorGradientNorm',
] as const satisfies readonly (keyof RoundMetrics)[];

/** What is measured every few rounds, on samples from latent vectors that stay the same; see `Quality`. */
export const QUALITY_MEASURES = [
  'miniFid',
  'effectiveModes',
  'slicedWasserstein',
  'memorisationGap',
  'jensenShannon',
  'optimalGap',
] as const satisfies readonly (keyof Quality)[];

/** Everything that charts draw and goals ask for. */
export const MEASURES = [...ROUND_MEASURES, ...QUALITY_MEASURES] as const;

export type RoundMeasure = (typeof ROUND_MEASURES)[number];
export type QualityMeasureName = (typeof QUALITY_MEASURES)[number];
export type Measure = (typeof MEASURES)[number];

/** Rounds between measurements of quality, up to the round at which a run is usually recognisable, and later. */
const EARLY_INTERVAL = 20;
const EARLY_ROUNDS = 200;
const LATE_INTERVAL = 50;
/** A first look, so that the chart has a line soon. */
const FIRST_LOOK = 10;

/**
 * Whether quality is measured when this many rounds are complete. A measurement costs as much as two rounds, so not
 * always; and it is never a matter of time, so that the charts of equal runs are equal.
 */
export function isQualityRound(round: number): boolean {
  return round === FIRST_LOOK || round % (round <= EARLY_ROUNDS ? EARLY_INTERVAL : LATE_INTERVAL) === 0;
}

/** The last round up to one of them, itself included, in which a measure is taken. */
export function lastMeasuredRound(measure: Measure, round: number): number {
  let last = round;
  while (isQualityMeasure(measure) && !isQualityRound(last)) {
    last -= 1;
  }
  return last;
}

/** In how many rounds, from the first to the last, all of these measures are taken. */
export function countMeasuredRounds(measures: readonly Measure[], first: number, last: number): number {
  if (!measures.some(isQualityMeasure)) {
    return Math.max(0, last - first + 1);
  }
  let count = 0;
  for (
    let round = lastMeasuredRound('miniFid', last);
    round >= first;
    round = lastMeasuredRound('miniFid', round - 1)
  ) {
    count += 1;
  }
  return count;
}

/** Values of one measure, NaN where it was not measured or was not a number. */
const ColumnSchema = v.instance(Float64Array);

const RoundColumnsSchema = v.object({
  discriminatorLoss: ColumnSchema,
  generatorLoss: ColumnSchema,
  accuracyOnReal: ColumnSchema,
  accuracyOnFake: ColumnSchema,
  meanOnReal: ColumnSchema,
  meanOnFake: ColumnSchema,
  discriminatorGradientNorm: ColumnSchema,
  generatorGradientNorm: ColumnSchema,
});

const QualityColumnsSchema = v.object({
  miniFid: ColumnSchema,
  effectiveModes: ColumnSchema,
  slicedWasserstein: ColumnSchema,
  memorisationGap: ColumnSchema,
  jensenShannon: ColumnSchema,
  optimalGap: ColumnSchema,
});

/**
 * What was measured from the beginning of a run to the shown round, in columns, so that a frame carries it cheaply.
 * Thinned as a `Series` of the run is: the last rounds are complete, the older ones lie evenly.
 */
export const RunSeriesSchema = v.pipe(
  v.object({
    /** Complete rounds, strictly increasing; one entry for each entry of `perRound`'s columns. */
    rounds: ColumnSchema,
    perRound: RoundColumnsSchema,
    /** The rounds at which quality was measured, beginning with 0. */
    qualityRounds: ColumnSchema,
    quality: QualityColumnsSchema,
  }),
  v.check(
    ({ rounds, perRound, qualityRounds, quality }) =>
      Object.values(perRound).every(({ length }) => length === rounds.length) &&
      Object.values(quality).every(({ length }) => length === qualityRounds.length),
    'the columns of a series have different lengths',
  ),
);

export type RunSeries = v.InferOutput<typeof RunSeriesSchema>;

/** The columns of a series in which a measure is found. */
export function columnOf(
  series: RunSeries,
  measure: Measure,
): { readonly rounds: Float64Array; readonly values: Float64Array } {
  return isQualityMeasure(measure)
    ? { rounds: series.qualityRounds, values: series.quality[measure] }
    : { rounds: series.rounds, values: series.perRound[measure] };
}

function isQualityMeasure(measure: Measure): measure is QualityMeasureName {
  return QUALITY_MEASURES.some((name) => name === measure);
}
