import type { Tensor } from '@tensorflow/tfjs-core';
import type { Pictures } from '../../../src/shared/wire/run';
import type { Collection } from '../datasets';

/** What stands for the pictures of a collection that has none, because its samples are points. */
const NO_PICTURES: Pictures = { count: 0, size: 1, rgba: new Uint8ClampedArray(0) };

const OPAQUE = 255;

/** -1 ... 1 to 0 ... 255; a clamped array rounds and limits. */
function toByte(value: number): number {
  return (value + 1) * 127.5;
}

/**
 * Samples as pictures to draw; none for points.
 *
 * @param values samples one after the other, [-1, 1], one or three channels a pixel
 */
export function toPictures(collection: Collection, values: ArrayLike<number>): Pictures {
  if (collection.kind === 'points') {
    return NO_PICTURES;
  }
  const [size = 1, , channels = 1] = collection.sampleShape;
  const pixels = values.length / channels;
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const source = pixel * channels;
    for (let channel = 0; channel < 3; channel++) {
      // A single channel is grey.
      rgba[pixel * 4 + channel] = toByte(values[source + Math.min(channel, channels - 1)] ?? 0);
    }
    rgba[pixel * 4 + 3] = OPAQUE;
  }
  return { count: pixels / (size * size), size, rgba };
}

/** The first `count` samples of a batch. */
export function firstPictures(collection: Collection, samples: Tensor, count: number): Pictures {
  const length = samples.size / (samples.shape[0] ?? 1);
  return toPictures(collection, samples.dataSync().subarray(0, count * length));
}

/** Pictures of the same size in one. */
export function joined(parts: readonly Pictures[]): Pictures {
  const rgba = new Uint8ClampedArray(parts.reduce((sum, part) => sum + part.rgba.length, 0));
  let offset = 0;
  for (const part of parts) {
    rgba.set(part.rgba, offset);
    offset += part.rgba.length;
  }
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    size: parts[0]?.size ?? NO_PICTURES.size,
    rgba,
  };
}

/** One of several pictures. */
export function pictureAt({ size, rgba }: Pictures, index: number): Pictures {
  const length = size * size * 4;
  return { count: 1, size, rgba: rgba.slice(index * length, (index + 1) * length) };
}

/** The first originals of a collection, to show the data set. */
export function collectionPictures(collection: Collection, count: number): Pictures {
  const length = collection.sampleShape.reduce((product, extent) => product * extent, 1);
  const shown = Math.min(count, collection.size);
  const values = new Float32Array(shown * length);
  for (let index = 0; index < shown; index++) {
    collection.copySample(index, values, index * length);
  }
  return toPictures(collection, values);
}
