import type { Page } from 'playwright-core';

/** What a browser makes of an animated picture. */
interface MovingPicture {
  readonly width: number;
  readonly height: number;
  /** Of each frame, in milliseconds. */
  readonly durations: readonly number[];
  /** How many of the pixels of the first and of the last frame have another colour, 0 to 1. */
  readonly change: number;
}

/** Decodes an animated GIF with the browser's own decoder, frame by frame. */
export function decodeGif(page: Page, bytes: Buffer): Promise<MovingPicture> {
  return page.evaluate(async (encoded) => {
    const data = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const decoder = new ImageDecoder({ data, type: 'image/gif' });
    await decoder.tracks.ready;
    await decoder.completed;
    const frames: VideoFrame[] = [];
    for (let frameIndex = 0; frameIndex < (decoder.tracks.selectedTrack?.frameCount ?? 0); frameIndex++) {
      frames.push((await decoder.decode({ frameIndex })).image);
    }
    const pixels = (frame: VideoFrame | undefined): Uint8ClampedArray => {
      if (frame === undefined) {
        return new Uint8ClampedArray();
      }
      const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
      const context = canvas.getContext('2d');
      context?.drawImage(frame, 0, 0);
      return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    };
    const first = pixels(frames[0]);
    const last = pixels(frames.at(-1));
    let changed = 0;
    for (let at = 0; at < first.length; at += 4) {
      changed += [0, 1, 2].some((channel) => first[at + channel] !== last[at + channel]) ? 1 : 0;
    }
    return {
      width: frames[0]?.displayWidth ?? 0,
      height: frames[0]?.displayHeight ?? 0,
      durations: frames.map(({ duration }) => (duration ?? 0) / 1000),
      change: changed / (first.length / 4),
    };
  }, bytes.toString('base64'));
}
