import { sampleLength, type Collection } from '../datasets';
import { nearestOf } from './nearest';

/** How near samples are to what the discriminator saw, and to what it never saw. */
interface Memorisation {
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

/**
 * Originals, and held-out samples, that are searched; of larger collections it is the first so many. Of 4,096 originals
 * that are copied at random, a quarter is found, which is far more than chance.
 */
const SEARCHED = 1024;

/** Pixels along a side of the squares whose means are compared first. */
const SQUARE = 4;

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
  const coordinates = coarseFirst(collection.sampleShape);
  const searched = Math.min(collection.size, SEARCHED);
  let prepared: { readonly originals: Float64Array; readonly heldOut: Float64Array } | undefined;
  const prepare = (): NonNullable<typeof prepared> => {
    // Samples beyond the end of the collection come from the same distribution and were never shown.
    const longer = collection.resized(collection.size + searched);
    return {
      originals: coordinates.of(samplesFrom(collection, 0, searched), searched),
      heldOut: coordinates.of(samplesFrom(longer, collection.size, searched), searched),
    };
  };
  return {
    measure(samples, count) {
      const { originals, heldOut } = (prepared ??= prepare());
      const { dimensions } = coordinates;
      const queries = coordinates.of(samples, count);
      const meanDistance = (points: Float64Array): number => {
        let sum = 0;
        for (let i = 0; i < count; i++) {
          const { squaredDistance } = nearestOf(queries, i * dimensions, points, searched, dimensions);
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

function samplesFrom(collection: Collection, first: number, count: number): Float32Array {
  const length = sampleLength(collection);
  const samples = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    collection.copySample(first + i, samples, i * length);
  }
  return samples;
}

/**
 * Other coordinates of pictures, in which distances are the same: the mean of each square of pixels, times the root of
 * their number, and then how each pixel differs from it. The first ones hold most of a distance, as `nearestOf` asks for.
 *
 * @param shape of one picture, [size, size, channels]
 */
function coarseFirst([size = 1, , channels = 1]: readonly number[]): {
  readonly dimensions: number;
  of(samples: Float32Array, count: number): Float64Array;
} {
  const length = size * size * channels;
  const squares = Math.ceil(size / SQUARE);
  const means = squares * squares * channels;
  const squareOf = new Uint32Array(length).map((_, i) => {
    const [pixel, channel] = [Math.floor(i / channels), i % channels];
    const [row, column] = [Math.floor(pixel / size / SQUARE), Math.floor((pixel % size) / SQUARE)];
    return (row * squares + column) * channels + channel;
  });
  const pixels = new Uint32Array(means);
  for (const square of squareOf) {
    pixels[square] = (pixels[square] ?? 0) + 1;
  }
  const dimensions = means + length;
  return {
    dimensions,
    of(samples, count) {
      const coordinates = new Float64Array(count * dimensions);
      for (let n = 0; n < count; n++) {
        const picture = samples.subarray(n * length, (n + 1) * length);
        const row = coordinates.subarray(n * dimensions, (n + 1) * dimensions);
        picture.forEach((value, i) => {
          const square = squareOf[i] ?? 0;
          row[square] = (row[square] ?? 0) + value / Math.sqrt(pixels[square] ?? 1);
        });
        picture.forEach((value, i) => {
          const square = squareOf[i] ?? 0;
          row[means + i] = value - (row[square] ?? 0) / Math.sqrt(pixels[square] ?? 1);
        });
      }
      return coordinates;
    },
  };
}
