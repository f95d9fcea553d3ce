import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { AnimationPages } from '../shared/wire/messages';

/** As many as a GIF can have in one frame. */
const MOST_COLOURS = 256;
/** How long a page of the film stands, and the last one, so that the end can be told from the beginning. */
const PAGE_MS = 250;
const LAST_PAGE_MS = 2000;

/** What happens meanwhile. */
export interface Encoding {
  /** @param share of the pages that are done, 0 to 1 */
  progressed(share: number): void;
  readonly isCancelled: boolean;
  /** Lets others have their turn. */
  pause(): Promise<void>;
}

/**
 * An animated GIF that shows the pages in turn and begins again, each with the palette that suits it best.
 *
 * @returns the file, or `undefined` when it was cancelled
 */
export async function encodeFilm(
  { width, height, pages }: AnimationPages,
  encoding: Encoding,
): Promise<Uint8Array | undefined> {
  const encoder = GIFEncoder();
  for (const [index, page] of pages.entries()) {
    if (encoding.isCancelled) {
      return undefined;
    }
    const palette = quantize(page, MOST_COLOURS);
    const delay = index === pages.length - 1 ? LAST_PAGE_MS : PAGE_MS;
    encoder.writeFrame(applyPalette(page, palette), width, height, { palette, delay });
    encoding.progressed((index + 1) / pages.length);
    await encoding.pause();
  }
  encoder.finish();
  return encoder.bytes();
}
