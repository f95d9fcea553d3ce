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
const SEARCHED = 1024;

/**
 * Asks whether a generator copies: a copy is near an original but no nearer to other samples of the same distribution
 * than an original is (the question behind Meehan et al. 2020). Distances are root mean squares over a sample's values.
 *
 * It takes about 2 x 1,024 x `count` comparisons of whole samples, 50 ms or more for 64 pictures: not for every round.
 *
 * @param samples `count` samples of the collection's shape, one after the other; at least one
 */
export function measureMemorisation(
  collection: Collection,
  samples: Float32Array,
  count: number,
): Memorisation {
  const length = sampleLength(collection);
  const searched = Math.min(collection.size, SEARCHED);
  // Samples beyond the end of the collection come from the same distribution and were never shown.
  const longer = collection.resized(collection.size + searched);
  const originals = new Float32Array(searched * length);
  const heldOut = new Float32Array(searched * length);
  for (let i = 0; i < searched; i++) {
    longer.copySample(i, originals, i * length);
    longer.copySample(collection.size + i, heldOut, i * length);
  }
  const meanDistance = (points: Float64Array) => {
    const queries = Float64Array.from(samples.subarray(0, count * length));
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const { squaredDistance } = nearestOf(queries, i * length, points, searched, length);
      sum += Math.sqrt(squaredDistance / length);
    }
    return sum / count;
  };
  const toOriginals = meanDistance(Float64Array.from(originals));
  const toHeldOut = meanDistance(Float64Array.from(heldOut));
  return { toOriginals, toHeldOut, gap: toHeldOut > 0 ? 1 - toOriginals / toHeldOut : 0 };
}
