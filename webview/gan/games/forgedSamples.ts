import type { Forgery } from '../../../src/shared/wire/games';
import type { Collection } from '../datasets';
import { sampleLength } from '../datasets';

/** Bytes of a pixel of a picture that is drawn. */
const STRIDE = 4;

/**
 * What a person forged, as the networks take it: pictures from -1 to 1, points as they are.
 *
 * @returns samples one after the other; `undefined` when they are none of this collection
 */
export function samplesOfForgery(collection: Collection, forgery: Forgery): Float32Array | undefined {
  if (forgery.kind === 'points') {
    return collection.kind === 'points' && forgery.points.length > 0 ? forgery.points : undefined;
  }
  const [size = 0, , channels = 0] = collection.sampleShape;
  if (collection.kind === 'points' || forgery.rgba.length !== size * size * STRIDE) {
    return undefined;
  }
  const values = new Float32Array(sampleLength(collection));
  for (let index = 0; index < values.length; index++) {
    const pixel = Math.floor(index / channels);
    values[index] = (forgery.rgba[pixel * STRIDE + (index % channels)] ?? 0) / 127.5 - 1;
  }
  return values;
}
