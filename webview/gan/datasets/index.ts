import type { OwnSamples } from '../../../src/shared/domain/collection';
import {
  isOwnData,
  type Hyperparameters,
  type PictureData,
  type PointData,
} from '../../../src/shared/domain/hyperparameters';
import { Random } from '../random';
import { Canvas } from './canvas';
import { SampleCache, type Collection, type PictureCollection, type PointCollection } from './collection';
import { digits } from './digits';
import { ownCollection } from './ownCollection';
import type { Painter } from './painter';
import { POINT_DISTRIBUTIONS } from './points';
import { portraits } from './portraits';
import { starryNights } from './starryNights';
import { sunsets } from './sunsets';

export { sampleLength, type Collection, type PictureCollection, type PointCollection } from './collection';

/** What a collection depends on. */
type CollectionChoice = Pick<Hyperparameters, 'data' | 'pictureSize' | 'collectionSize'>;

const PAINTERS: { readonly [K in PictureData]: Painter } = { portraits, starryNights, sunsets, digits };

function isPictureSubject(data: Hyperparameters['data']): data is PictureData {
  return Object.hasOwn(PAINTERS, data);
}

/** The random numbers that decide one sample; the same at every picture size. */
function randomOf(data: PictureData | PointData, index: number): Random {
  return Random.seeded(index, `collection ${data}`);
}

function pictures(data: PictureData, pictureSize: number, size: number): PictureCollection {
  const { paint, modes, channels } = PAINTERS[data];
  const sampleShape = [pictureSize, pictureSize, channels];
  const canvas = new Canvas(pictureSize);
  const cache = new SampleCache(size, pictureSize * pictureSize * channels, (index, target) => {
    const mode = paint(randomOf(data, index), canvas);
    canvas.read(channels, target);
    return mode;
  });
  return {
    kind: 'pictures',
    data,
    sampleShape,
    size,
    modes,
    copySample: (index, target, offset) => cache.copy(index, target, offset),
    modeOf: (index) => cache.mode(index),
    resized: (other) => pictures(data, pictureSize, other),
  };
}

function points(data: PointData, size: number): PointCollection {
  const { draw, density, modes, leastExtent } = POINT_DISTRIBUTIONS[data];
  const cache = new SampleCache(size, 2, (index, target) => draw(randomOf(data, index), target));
  return {
    kind: 'points',
    data,
    sampleShape: [2],
    size,
    modes,
    density,
    ...(leastExtent !== undefined && { leastExtent }),
    copySample: (index, target, offset) => cache.copy(index, target, offset),
    modeOf: (index) => cache.mode(index),
    resized: (other) => points(data, other),
  };
}

/**
 * Opens the collection that a run trains on. Nothing is painted before it is asked for.
 *
 * @param own the learner's own samples, for a run on such data; see `checkSamples`
 * @throws Error when they are missing
 */
export function createCollection(
  { data, pictureSize, collectionSize }: CollectionChoice,
  own?: OwnSamples,
): Collection {
  if (isOwnData(data)) {
    if (own === undefined) {
      throw new Error(`No samples of ${data}`);
    }
    return ownCollection(own, pictureSize, collectionSize);
  }
  return isPictureSubject(data) ? pictures(data, pictureSize, collectionSize) : points(data, collectionSize);
}
