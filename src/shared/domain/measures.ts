import * as v from 'valibot';
import { RoundSchema, whole } from './numbers';
import { recordOf } from '../recordOf';

/** What the values of a measure are, and between which bounds they lie. */
export type MeasureSpec = Readonly<{
  unit: 'share' | 'ratio' | 'loss' | 'norm' | 'distance' | 'modes' | 'bits';
  least: number;
  most: number;
}>;

type MeasuredSchema = v.SchemaWithPipe<
  readonly [
    v.NumberSchema<undefined>,
    v.MinValueAction<number, number, undefined>,
    v.MaxValueAction<number, number, undefined>,
    v.MetadataAction<number, MeasureSpec>,
  ]
>;

function measured(unit: MeasureSpec['unit'], least = -Infinity, most = Infinity): MeasuredSchema {
  const spec: MeasureSpec = { unit, least, most };
  return v.pipe(
    v.number(),
    v.minValue(Math.max(least, -Number.MAX_VALUE)),
    v.maxValue(Math.min(most, Number.MAX_VALUE)),
    v.metadata(spec),
  );
}

const ShareSchema = measured('share', 0, 1);

/**
 * What is measured in every round, on the whole batch. Its names and the sentences for people are in `measureWords`;
 * series, charts, goals, completion and exports know a measure from this table and from there.
 */
const ROUND_ENTRIES = {
  /** L_D, the sum of both halves: 2 ln 2 = 1.386 for pure guessing with the non-saturating loss. */
  discriminatorLoss: measured('loss'),
  generatorLoss: measured('loss'),
  /** Share of real samples that were judged more likely real. */
  accuracyOnReal: ShareSchema,
  /** Share of generated samples that were judged more likely fake. */
  accuracyOnFake: ShareSchema,
  /** Mean of D(x) over the real samples. */
  meanOnReal: ShareSchema,
  /** Mean of D(G(z)) over the generated samples. */
  meanOnFake: ShareSchema,
  /**
   * Euclidean norm of the gradient over all weights, penalties included: the mean over the network's updates of the
   * round. Absent before the updates, for a network that does not train, and when it overflows.
   */
  discriminatorGradientNorm: v.optional(measured('norm', 0)),
  generatorGradientNorm: v.optional(measured('norm', 0)),
};

/** How near generated samples are to the collection, measured every few rounds on fixed latent vectors. */
const QUALITY_ENTRIES = {
  /** Frechet distance on 16 principal components of the collection; not comparable with FID in papers. */
  miniFid: measured('distance', 0),
  /** exp of the entropy of the samples over the collection's modes; absent when nobody knows the modes. */
  effectiveModes: v.optional(measured('modes', 0)),
  /** Share of samples that are as near to an original as originals are to each other. */
  convincing: v.optional(ShareSchema),
  /**
   * Of pictures: what `miniFid` cannot see, since it lies outside of its components, as a multiple of what originals have
   * there: 1 is best; noise is above it, and blur on either side.
   */
  fineDetail: v.optional(measured('ratio', 0)),
  /** Mean distance of the sorted samples along random directions, in the space of `miniFid`. */
  slicedWasserstein: v.optional(measured('distance', 0)),
  /**
   * By which share samples are nearer to the originals than to unseen ones of the same kind: about 0 without copying,
   * towards 1 for copies. Of pictures, and only where unseen ones can be had.
   */
  memorisationGap: v.optional(measured('distance', -Infinity, 1)),
  /** Of points: Jensen-Shannon divergence to the collection in bits, as on the plane. */
  jensenShannon: v.optional(measured('bits', 0, 1)),
  /**
   * Of points: mean of |D - D*| over where there are points of either kind, as on the plane; only for losses whose
   * discriminator estimates a probability.
   */
  optimalGap: v.optional(measured('distance', 0, 1)),
};

export type RoundMeasure = keyof typeof ROUND_ENTRIES;
export type QualityMeasureName = keyof typeof QUALITY_ENTRIES;
export type Measure = RoundMeasure | QualityMeasureName;

const ENTRIES = { ...ROUND_ENTRIES, ...QUALITY_ENTRIES };

export const ROUND_MEASURES: readonly RoundMeasure[] = Object.keys(ROUND_ENTRIES).filter(isRoundMeasure);
export const QUALITY_MEASURES: readonly QualityMeasureName[] =
  Object.keys(QUALITY_ENTRIES).filter(isQualityMeasure);

/** Everything that charts draw and goals ask for. */
export const MEASURES: readonly Measure[] = [...ROUND_MEASURES, ...QUALITY_MEASURES];

/** The unit and the bounds of a measure. */
export function specOf(measure: Measure): MeasureSpec {
  const schema = ENTRIES[measure];
  return (schema.type === 'optional' ? schema.wrapped : schema).pipe[3].metadata;
}

/** What was measured in one round. */
export const RoundMetricsSchema = v.object({
  /** Complete rounds before this one, plus one. */
  round: RoundSchema,
  ...ROUND_ENTRIES,
});

export type RoundMetrics = v.InferOutput<typeof RoundMetricsSchema>;

/** More kinds than any collection has. */
const MOST_MODES = 1000;

/** One measurement of quality. */
export const QualitySchema = v.object({
  round: RoundSchema,
  /** Kinds of samples in the collection; absent when nobody knows them. */
  modes: v.optional(whole(0, MOST_MODES)),
  ...QUALITY_ENTRIES,
});

export type Quality = v.InferOutput<typeof QualitySchema>;

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

/**
 * What was measured from the beginning of a run to the shown round, in columns, so that a frame carries it cheaply.
 * Thinned as a `Series` of the run is: the last rounds are complete, the older ones lie evenly.
 */
export const RunSeriesSchema = v.pipe(
  v.object({
    /** Complete rounds, strictly increasing; one entry for each entry of `perRound`'s columns. */
    rounds: ColumnSchema,
    perRound: v.object(recordOf(ROUND_MEASURES, () => ColumnSchema)),
    /** The rounds at which quality was measured, beginning with 0. */
    qualityRounds: ColumnSchema,
    quality: v.object(recordOf(QUALITY_MEASURES, () => ColumnSchema)),
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

export function isMeasure(name: string): name is Measure {
  return Object.hasOwn(ENTRIES, name);
}

export function isQualityMeasure(name: string): name is QualityMeasureName {
  return Object.hasOwn(QUALITY_ENTRIES, name);
}

function isRoundMeasure(name: string): name is RoundMeasure {
  return Object.hasOwn(ROUND_ENTRIES, name);
}
