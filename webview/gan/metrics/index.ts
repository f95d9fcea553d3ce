import type { Collection } from '../datasets';
import { frechetDistance, gaussianOf } from './frechetDistance';
import { coveredModes, effectiveModes } from './modeStatistics';
import { nearestNeighbourAccuracy } from './nearestNeighbourAccuracy';
import { nearestOf } from './nearest';
import { REFERENCE_SIZE, referenceOf, type Reference } from './reference';
import { slicedWassersteinTo } from './slicedWasserstein';

/** What is shown all the time. */
interface QualityHeadline {
  /**
   * Frechet distance to the originals, on 16 principal components of total variance 1 (pictures) or on the plane
   * (points). It depends on how many samples are measured, and is not comparable with FID in papers.
   */
  readonly miniFid: number;
  /** exp of the entropy of the samples over the modes, from 1 to `modes`; see `effectiveModes`. */
  readonly effectiveModes: number;
  readonly modes: number;
  /** Samples per mode, by the mode of the nearest original. */
  readonly modeCounts: readonly number[];
  /** Share of samples that are as near to an original as originals are to each other. */
  readonly convincing: number;
  /**
   * Mean squared distance of the samples from the space of `miniFid`, which is blind to it, as a multiple of the
   * originals'; absent where that space is all there is.
   */
  readonly fineDetail?: number;
  /** See `slicedWassersteinTo`; same space as `miniFid`. */
  readonly slicedWasserstein: number;
}

interface QualityReport extends QualityHeadline {
  /** Modes that have at least a fifth of their fair share of convincing samples. */
  readonly coveredModes: number;
  /** See `nearestNeighbourAccuracy`; same space as `miniFid`. */
  readonly nearestNeighbourAccuracy: number;
}

/** Measures how near generated samples come to what a collection is drawn from. */
export interface QualityMeasure {
  /**
   * @param samples `count` samples of the collection's shape, one after the other, all values finite
   * @param count from 2 to {@link REFERENCE_SIZE}
   */
  headline(samples: Float32Array, count: number): QualityHeadline;
  /** As {@link headline}, with everything else that can be measured; takes several times as long. */
  measure(samples: Float32Array, count: number): QualityReport;
}

/** The nearest original of each sample. */
interface Neighbours {
  readonly modes: Uint8Array;
  readonly squaredDistances: Float64Array;
}

function neighboursOf(points: Float64Array, count: number, reference: Reference): Neighbours {
  const { space, neighbourModes } = reference;
  const modes = new Uint8Array(count);
  const squaredDistances = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const offset = i * space.dimensions;
    const nearest = nearestOf(points, offset, reference.points, neighbourModes.length, space.dimensions);
    modes[i] = neighbourModes[nearest.index] ?? 0;
    squaredDistances[i] = nearest.squaredDistance;
  }
  return { modes, squaredDistances };
}

/** How many of some samples belong to each mode. */
function countModes(modes: Uint8Array, total: number): number[] {
  return Array.from({ length: total }, (_, mode) => modes.filter((other) => other === mode).length);
}

/** Less of the originals than this, of a total variance of 1, is rounding: they all lie in the space. */
const LEAST_OUTSIDE = 1e-6;

/** Samples as the reference sees them. */
interface Compared {
  readonly points: Float64Array;
  /** The mode of the nearest original of each sample. */
  readonly modes: Uint8Array;
  /** The modes of those that are convincing. */
  readonly convincingModes: Uint8Array;
  /** The mean of their squared distances outside of the space. */
  readonly outside: number;
}

function compare(samples: Float32Array, count: number, reference: Reference): Compared {
  const { space, convincing } = reference;
  const points = space.project(samples, count);
  const { modes, squaredDistances } = neighboursOf(points, count, reference);
  const outside = space.squaredDistanceOutside(samples, points, count);
  return {
    points,
    modes,
    convincingModes: modes.filter(
      (_, i) => (squaredDistances[i] ?? Infinity) + (outside[i] ?? 0) <= convincing,
    ),
    outside: outside.reduce((sum, distance) => sum + distance, 0) / count,
  };
}

function headlineOf(
  { points, modes, convincingModes, outside }: Compared,
  count: number,
  reference: Reference,
  slicedWasserstein: (points: Float64Array) => number,
): QualityHeadline {
  const modeCounts = countModes(modes, reference.modes);
  return {
    miniFid: frechetDistance(reference.gaussian, gaussianOf(points, count, reference.space.dimensions)),
    effectiveModes: effectiveModes(modeCounts),
    modes: reference.modes,
    modeCounts,
    convincing: convincingModes.length / count,
    ...(reference.outside > LEAST_OUTSIDE && { fineDetail: outside / reference.outside }),
    slicedWasserstein: slicedWasserstein(points),
  };
}

/** @throws RangeError when the number of samples cannot be measured */
function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 2 || count > REFERENCE_SIZE) {
    throw new RangeError(`Cannot measure ${count} samples: from 2 to ${REFERENCE_SIZE} are needed`);
  }
}

/** @param collection what the samples should look like; its originals are prepared at the first measurement */
export function createQualityMeasure(collection: Collection): QualityMeasure {
  let prepared: Reference | undefined;
  const prepare = (): Reference => (prepared ??= referenceOf(collection));
  /** By the number of samples, which is nearly always the same. */
  const sliced = new Map<number, (points: Float64Array) => number>();
  const slicedWasserstein = (
    { points, space }: Reference,
    count: number,
  ): ((points: Float64Array) => number) => {
    const known = sliced.get(count) ?? slicedWassersteinTo(points, count, space.dimensions);
    sliced.set(count, known);
    return known;
  };
  return {
    headline(samples, count) {
      checkCount(count);
      const reference = prepare();
      return headlineOf(
        compare(samples, count, reference),
        count,
        reference,
        slicedWasserstein(reference, count),
      );
    },
    measure(samples, count) {
      checkCount(count);
      const reference = prepare();
      const compared = compare(samples, count, reference);
      return {
        ...headlineOf(compared, count, reference, slicedWasserstein(reference, count)),
        coveredModes: coveredModes(countModes(compared.convincingModes, reference.modes), count),
        nearestNeighbourAccuracy: nearestNeighbourAccuracy(
          compared.points,
          reference.points,
          count,
          reference.space.dimensions,
        ),
      };
    },
  };
}
