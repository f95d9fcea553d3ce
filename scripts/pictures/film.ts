import { decode } from 'fast-png';
import type * as Gifenc from 'gifenc';
import nodeModule from 'node:module';

// Node finds no names in a CommonJS module that is minified.
const { applyPalette, GIFEncoder, quantize }: typeof Gifenc = nodeModule.createRequire(import.meta.url)(
  'gifenc',
);

/** One moment of a film. */
export interface Moment {
  /** All of the same size. */
  png: Uint8Array;
  /** How long it is shown. */
  ms: number;
}

/** One less than a GIF can have: one index means "as before". */
const MOST_COLOURS = 127;
const AS_BEFORE = MOST_COLOURS;
/** The moments that the colours are chosen from. */
const SAMPLED_MOMENTS = 4;
/** A GIF frame that stays where it is while the next one is drawn over it. */
const KEEP = 1;

interface Pixels {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

/** Makes an animated GIF that shows the moments in turn and begins again. Each frame holds only what has changed. */
export function makeFilm(moments: readonly Moment[]): Uint8Array {
  const frames = moments.map(({ png, ms }) => ({ ...pixelsOf(png), ms }));
  const step = Math.max(1, Math.floor(frames.length / SAMPLED_MOMENTS));
  const sampled = frames.filter((_, index) => index % step === 0);
  const palette = quantize(concatenated(sampled), MOST_COLOURS);
  // Never matched: what is left as it was gets this index.
  const withGap = [...palette, ...Array.from({ length: AS_BEFORE + 1 - palette.length }, () => [0, 0, 0])];
  const encoder = GIFEncoder();
  let before: Uint8Array | undefined;
  for (const { width, height, rgba, ms } of frames) {
    const indices = applyPalette(rgba, palette);
    const last = before;
    const changed = last ? indices.map((colour, at) => (colour === last[at] ? AS_BEFORE : colour)) : indices;
    const differences = last ? { transparent: true, transparentIndex: AS_BEFORE } : {};
    encoder.writeFrame(changed, width, height, {
      palette: withGap,
      delay: ms,
      dispose: KEEP,
      ...differences,
    });
    before = indices;
  }
  encoder.finish();
  return encoder.bytes();
}

function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, channels, data } = decode(png);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[pixel * 4 + channel] = data[pixel * channels + channel] ?? 0;
    }
    rgba[pixel * 4 + 3] = 255;
  }
  return { width, height, rgba };
}

function concatenated(frames: readonly Pixels[]): Uint8ClampedArray {
  const all = new Uint8ClampedArray(frames.reduce((length, { rgba }) => length + rgba.length, 0));
  let at = 0;
  for (const { rgba } of frames) {
    all.set(rgba, at);
    at += rgba.length;
  }
  return all;
}
