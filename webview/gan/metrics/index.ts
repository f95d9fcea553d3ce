import type { Collection } from '../datasets';
import { frechetDistance, gaussianOf } from './frechetDistance';
import { coveredModes, effectiveModes } from './modeStatistics';
import { nearestNeighbourAccuracy } from './nearestNeighbourAccuracy';
import { nearestOf } from './nearest';
import { REFERENCE_SIZE, referenceOf, type Reference } from './reference';
import { slicedWasserstein } from './slicedWasserstein';

/** What is shown all the time. */
export interface QualityHeadline {
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
}

export interface QualityReport extends QualityHeadline {
  /** Modes that have at least a fifth of their fair share of convincing samples. */
  readonly coveredModes: number;
  /** Share of samples that are as near to an original as originals are to each other. */
  readonly precision: number;
  /** See `slicedWasserstein`; same space as `miniFid`. */
  readonly slicedWasserstein: number;
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

/** How samples are spread over the modes of their nearest originals. */
interface Spread {
  /** Samples per mode. */
  readonly all: Uint32Array;
  /** Convincing samples per mode. */
  readonly convincing: Uint32Array;
}

function spreadOf(points: Float64Array, count: number, reference: Reference): Spread {
  const { space, modes, neighbourModes } = reference;
  const all = new Uint32Array(modes);
  const convincing = new Uint32Array(modes);
  for (let i = 0; i < count; i++) {
    const offset = i * space.dimensions;
    const nearest = nearestOf(points, offset, reference.points, neighbourModes.length, space.dimensions);
    const mode = neighbourModes[nearest.index] ?? 0;
    all[mode] = (all[mode] ?? 0) + 1;
    if (nearest.squaredDistance <= reference.convincing) {
      convincing[mode] = (convincing[mode] ?? 0) + 1;
    }
  }
  return { all, convincing };
}

function headlineOf(
  points: Float64Array,
  count: number,
  spread: Spread,
  reference: Reference,
): QualityHeadline {
  return {
    miniFid: frechetDistance(reference.gaussian, gaussianOf(points, count, reference.space.dimensions)),
    effectiveModes: effectiveModes(spread.all),
    modes: reference.modes,
    modeCounts: Array.from(spread.all),
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
  const prepare = () => (prepared ??= referenceOf(collection));
  return {
    headline(samples, count) {
      checkCount(count);
      const reference = prepare();
      const points = reference.space.project(samples, count);
      return headlineOf(points, count, spreadOf(points, count, reference), reference);
    },
    measure(samples, count) {
      checkCount(count);
      const reference = prepare();
      const { dimensions } = reference.space;
      const points = reference.space.project(samples, count);
      const spread = spreadOf(points, count, reference);
      const convincing = spread.convincing.reduce((sum, samplesOfMode) => sum + samplesOfMode, 0);
      return {
        ...headlineOf(points, count, spread, reference),
        coveredModes: coveredModes(spread.convincing, count),
        precision: convincing / count,
        slicedWasserstein: slicedWasserstein(points, reference.points, count, dimensions),
        nearestNeighbourAccuracy: nearestNeighbourAccuracy(points, reference.points, count, dimensions),
      };
    },
  };
}
