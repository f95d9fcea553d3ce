import type { OwnSamples } from '../../../src/shared/domain/collection';
import { kernelDensity } from '../metrics/kernelDensity';
import type { Collection } from './collection';

/** Red, green and blue. */
const CHANNELS = 3;
/** x and y. */
const COORDINATES = 2;

/**
 * Opens a learner's own collection. Without labels its kinds of sample are unknown, so all are of one. It has no more
 * samples than there are: a longer collection than that repeats them.
 *
 * @param pictureSize width and height of the pictures; of no effect on points
 * @param collectionSize the most samples that training may see, the first ones
 */
export function ownCollection(own: OwnSamples, pictureSize: number, collectionSize: number): Collection {
  return open(own, pictureSize, Math.min(own.count, collectionSize));
}

function open(own: OwnSamples, pictureSize: number, size: number): Collection {
  const { data, digest, values, count, labels } = own;
  const length = values.length / count;
  const checked = (index: number): number => {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`No sample ${index} in a collection of ${size}`);
    }
    return index % count;
  };
  const samples = {
    size,
    modes: labels?.names.length ?? 1,
    ...(labels && { modeNames: labels.names }),
    digest,
    copySample(index: number, target: Float32Array, offset: number): void {
      const start = checked(index) * length;
      target.set(values.subarray(start, start + length), offset);
    },
    modeOf(index: number): number {
      const place = checked(index);
      return labels?.classes[place] ?? 0;
    },
    resized: (other: number) => open(own, pictureSize, other),
  };
  if (data === 'ownPictures') {
    return { kind: 'pictures', data, sampleShape: [pictureSize, pictureSize, CHANNELS], ...samples };
  }
  // Smoothed like the samples that it is compared with, so that a perfect generator shows no difference.
  const density = kernelDensity(values.subarray(0, COORDINATES * Math.min(size, count)));
  return { kind: 'points', data, sampleShape: [COORDINATES], density, ...samples };
}
