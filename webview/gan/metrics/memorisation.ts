import { sampleLength, type Collection } from '../datasets';
import { nearestOf } from './nearest';

/** How near samples are to what the discriminator saw, and to what it never saw. */
export interface Memorisation {
  /** Mean distance of a sample to the nearest original of the collection. */
  readonly toOriginals: number;
  /** Mean distance to the nearest of as many paintings of the same kind that are not in the collection. */
  readonly toHeldOut: number;
  /**
   * By which share the originals are nearer: about 0 without memorisation, towards 1 when samples are copies. Slightly
   * below 0 by chance.
   */
  readonly gap: number;
}

/** Originals, and held-out samples, that are searched; of larger collections it is the first so many. */
const SEARCHED = 128;

/** Asks how near samples of a collection's shape are to it. */
export interface MemorisationMeasure {
  /** @param samples `count` samples, one after the other; at least one */
  measure(samples: Float32Array, count: number): Memorisation;
}

/**
 * Asks whether a generator copies: a copy is near an original but no nearer to other samples of the same distribution
 * than an original is (the question behind Meehan et al. 2020). Distances are root mean squares over a sample's values.
 *
 * @param collection what the discriminator sees; what is searched is painted at the first measurement
 */
export function createMemorisationMeasure(collection: Collection): MemorisationMeasure {
  const length = sampleLength(collection);
  const searched = Math.min(collection.size, SEARCHED);
  let prepared: { readonly originals: Float64Array; readonly heldOut: Float64Array } | undefined;
  const prepare = () => {
    // Samples beyond the end of the collection come from the same distribution and were never shown.
    const longer = collection.resized(collection.size + searched);
    return {
      originals: samplesFrom(longer, 0, searched),
      heldOut: samplesFrom(longer, collection.size, searched),
    };
  };
  return {
    measure(samples, count) {
      const { originals, heldOut } = (prepared ??= prepare());
      const queries = Float64Array.from(samples.subarray(0, count * length));
      const meanDistance = (points: Float64Array) => {
        let sum = 0;
        for (let i = 0; i < count; i++) {
          const { squaredDistance } = nearestOf(queries, i * length, points, searched, length);
          sum += Math.sqrt(squaredDistance / length);
        }
        return sum / count;
      };
      const toOriginals = meanDistance(originals);
      const toHeldOut = meanDistance(heldOut);
      return { toOriginals, toHeldOut, gap: toHeldOut > 0 ? 1 - toOriginals / toHeldOut : 0 };
    },
  };
}

function samplesFrom(collection: Collection, first: number, count: number): Float64Array {
  const length = sampleLength(collection);
  const samples = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    collection.copySample(first + i, samples, i * length);
  }
  return Float64Array.from(samples);
}
