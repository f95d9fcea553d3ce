import { sampleLength, type Collection } from '../datasets';
import { gaussianOf, type Gaussian } from './frechetDistance';
import { quantile } from './modeStatistics';
import { nearestOf } from './nearest';
import { PrincipalComponents } from './principalComponents';

/** Originals that samples are compared with, and so the most samples that can be measured at once. */
export const REFERENCE_SIZE = 2048;
/** Originals that the principal components are fitted on: 4,000 would explain 0.2 to 1.3 % more of the variance. */
const FITTED_ORIGINALS = 512;
const COMPONENTS = 16;
/** Originals among which a sample's nearest is looked for: the modes of all of 1,000 fresh originals come out right. */
const NEIGHBOURS = 512;
/**
 * A sample is convincing when its nearest original is not farther than 1.5 times the distance that 90 % of the
 * originals keep from theirs (one radius for all, unlike Kynkaanniemi et al. 2019). Nearly all fresh originals pass;
 * of a well-trained generator's portraits a third, and without the tolerance hardly any.
 */
const TYPICAL_SHARE = 0.9;
const TOLERANCE = 1.5;
/** Originals whose distances to their nearest neighbours are looked at for that. */
const PROBES = 256;

/** The space in which samples are compared. */
interface FeatureSpace {
  readonly dimensions: number;
  /** @returns count x dimensions coordinates */
  project(samples: Float32Array, count: number): Float64Array;
  /** @returns for each sample the squared distance between it and what its coordinates say of it */
  squaredDistanceOutside(samples: Float32Array, projected: Float64Array, count: number): Float64Array;
}

/** Everything that is known of the originals before any sample is seen. */
export interface Reference {
  readonly space: FeatureSpace;
  /** Coordinates of all originals of the reference. */
  readonly points: Float64Array;
  readonly gaussian: Gaussian;
  readonly modes: number;
  /** The modes of those originals, the first ones, among which a sample's nearest is looked for. */
  readonly neighbourModes: Uint8Array;
  /** The mean squared distance of originals from the space; 0 where it is all there is. */
  readonly outside: number;
  /** Up to this squared distance from an original, inside and outside of the space, a sample is convincing. */
  readonly convincing: number;
}

/** Points are compared where they are; pictures by their principal components. */
function featureSpace(collection: Collection, originals: Float32Array): FeatureSpace {
  const length = sampleLength(collection);
  return collection.kind === 'points'
    ? {
        dimensions: length,
        project: (samples, count) => Float64Array.from(samples.subarray(0, count * length)),
        squaredDistanceOutside: (_samples, _projected, count) => new Float64Array(count),
      }
    : PrincipalComponents.fit(originals, FITTED_ORIGINALS, length, COMPONENTS);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Prepares the originals. They are drawn from what the collection is drawn from, always as many: so runs on collections
 * of 4 and of 4,096 are measured with the same rule, and copying 4 originals is not called perfect.
 */
export function referenceOf(collection: Collection): Reference {
  // A large collection keeps what is painted here for the training.
  const population = collection.size < REFERENCE_SIZE ? collection.resized(REFERENCE_SIZE) : collection;
  const length = sampleLength(population);
  const originals = new Float32Array(REFERENCE_SIZE * length);
  for (let i = 0; i < REFERENCE_SIZE; i++) {
    population.copySample(i, originals, i * length);
  }
  const space = featureSpace(population, originals);
  const { dimensions } = space;
  // A learner's own collection repeats its samples, and a sample is no neighbour of itself.
  const distinct = collection.digest === undefined ? REFERENCE_SIZE : collection.size;
  const neighbours = Math.min(NEIGHBOURS, distinct);
  const points = space.project(originals, REFERENCE_SIZE);
  const outside = space.squaredDistanceOutside(originals, points, REFERENCE_SIZE);
  const distances = outside
    .subarray(0, Math.min(PROBES, distinct))
    .map(
      (distance, i) =>
        distance + nearestOf(points, i * dimensions, points, neighbours, dimensions, i).squaredDistance,
    );
  return {
    space,
    points,
    gaussian: gaussianOf(points, REFERENCE_SIZE, dimensions),
    modes: population.modes,
    neighbourModes: new Uint8Array(NEIGHBOURS).map((_, i) => population.modeOf(i)),
    // Those that were fitted are a little nearer to the space than others.
    outside: mean(outside.subarray(distinct > FITTED_ORIGINALS ? FITTED_ORIGINALS : 0)),
    convincing: TOLERANCE ** 2 * quantile(distances, TYPICAL_SHARE),
  };
}
