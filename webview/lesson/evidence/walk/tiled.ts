import type { Pictures } from '../../../../src/shared/wire/run';

/** Bytes of a pixel. */
const RGBA = 4;

/**
 * Several pictures as one, side by side.
 *
 * @param pictures row by row, `side` times `side` of them; missing ones are transparent
 */
export function tiled({ count, size, rgba }: Pictures, side: number): Pictures {
  const width = side * size;
  const whole = new Uint8ClampedArray(width * width * RGBA);
  for (let index = 0; index < Math.min(count, side * side); index++) {
    const [left, top] = [(index % side) * size, Math.floor(index / side) * size];
    for (let row = 0; row < size; row++) {
      const from = (index * size + row) * size * RGBA;
      whole.set(rgba.subarray(from, from + size * RGBA), ((top + row) * width + left) * RGBA);
    }
  }
  return { count: 1, size: width, rgba: whole };
}
