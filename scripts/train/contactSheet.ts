import { encode } from 'fast-png';
import type { Pictures } from '../../src/shared/wire/run';
import type { TrainedRun } from './trainedRun';

/** Each pixel of a picture is a square of so many pixels of the sheet. */
const SCALE = 3;
/** Between pictures, in pixels of the sheet. */
const GAP = 4;

/** An image of RGBA bytes. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Rows of pictures of one size, on white. */
export function layOut(rows: readonly Pictures[]): Sheet {
  const size = rows[0]?.size ?? 1;
  const step = size * SCALE + GAP;
  const width = GAP + step * Math.max(0, ...rows.map(({ count }) => count));
  const height = GAP + step * rows.length;
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const [row, { count, rgba }] of rows.entries()) {
    for (let column = 0; column < count; column++) {
      for (let y = 0; y < size * SCALE; y++) {
        for (let x = 0; x < size * SCALE; x++) {
          const pixel = (column * size + Math.floor(y / SCALE)) * size + Math.floor(x / SCALE);
          const target = (GAP + row * step + y) * width + GAP + column * step + x;
          data.set(rgba.subarray(4 * pixel, 4 * pixel + 4), 4 * target);
        }
      }
    }
  }
  return { width, height, data };
}

/** What the generator of pictures gave, a row for each round that was looked at, and originals in the last row; as a PNG file. */
export function contactSheet({ measured, originals }: TrainedRun): Uint8Array {
  return encode(layOut([...measured.map(({ pictures }) => pictures), originals]));
}
