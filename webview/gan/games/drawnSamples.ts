import type { DrawnSample } from '../../../src/shared/wire/games';
import type { Collection } from '../datasets';
import { sampleLength } from '../datasets';

/** Bytes of a pixel of a picture that is drawn. */
const STRIDE = 4;

/**
 * What a person drew, as the networks take it: pictures from -1 to 1, points as they are.
 *
 * @returns samples one after the other; `undefined` when they are none of this collection
 */
export function valuesOfDrawn(collection: Collection, drawn: DrawnSample): Float32Array | undefined {
  if (drawn.kind === 'points') {
    return collection.kind === 'points' && drawn.points.length > 0 ? drawn.points : undefined;
  }
  const [size = 0, , channels = 0] = collection.sampleShape;
  if (collection.kind === 'points' || drawn.rgba.length !== size * size * STRIDE) {
    return undefined;
  }
  const values = new Float32Array(sampleLength(collection));
  for (let index = 0; index < values.length; index++) {
    const pixel = Math.floor(index / channels);
    values[index] = (drawn.rgba[pixel * STRIDE + (index % channels)] ?? 0) / 127.5 - 1;
  }
  return values;
}
