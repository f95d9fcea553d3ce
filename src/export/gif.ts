import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { AnimationPages } from '../shared/wire/messages';

/** As many as a GIF can have in one frame. */
const MOST_COLOURS = 256;
/** How long a page of the film stands, and the last one, so that the end can be told from the beginning. */
const PAGE_MS = 250;
const LAST_PAGE_MS = 2000;

/** Narrower films are too small to show anywhere. */
const LEAST_WIDTH = 720;

/** What happens meanwhile. */
export interface Encoding {
  /** @param share of the pages that are done, 0 to 1 */
  progressed(share: number): void;
  readonly isCancelled: boolean;
  /** Lets others have their turn. */
  pause(): Promise<void>;
}

/**
 * An animated GIF that shows the pages in turn and begins again, each with the palette that suits it best. Pages
 * narrower than 720 pixels are enlarged by a whole factor, pixel by pixel.
 *
 * @returns the file, or `undefined` when it was cancelled
 */
export async function encodeFilm(
  { width, height, pages }: AnimationPages,
  encoding: Encoding,
): Promise<Uint8Array | undefined> {
  const encoder = GIFEncoder();
  const factor = Math.ceil(LEAST_WIDTH / width);
  for (const [index, page] of pages.entries()) {
    if (encoding.isCancelled) {
      return undefined;
    }
    const palette = quantize(page, MOST_COLOURS);
    const delay = index === pages.length - 1 ? LAST_PAGE_MS : PAGE_MS;
    const pixels = enlarged(applyPalette(page, palette), width, factor);
    encoder.writeFrame(pixels, factor * width, factor * height, { palette, delay });
    encoding.progressed((index + 1) / pages.length);
    await encoding.pause();
  }
  encoder.finish();
  return encoder.bytes();
}

/** Every pixel as a square of pixels. */
function enlarged(pixels: Uint8Array, width: number, factor: number): Uint8Array {
  const wide = factor * width;
  const rows = pixels.length / width;
  const large = new Uint8Array(pixels.length * factor * factor);
  for (let row = 0; row < rows; row++) {
    const line = new Uint8Array(wide);
    for (let at = 0; at < width; at++) {
      line.fill(pixels[row * width + at] ?? 0, factor * at, factor * (at + 1));
    }
    for (let copy = 0; copy < factor; copy++) {
      large.set(line, (row * factor + copy) * wide);
    }
  }
  return large;
}
