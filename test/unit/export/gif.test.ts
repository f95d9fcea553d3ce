import assert from 'node:assert/strict';
import { encodeFilm, type Encoding } from '../../../src/export/gif';
import type { AnimationPages } from '../../../src/shared/wire/messages';

/** Pages of 4 x 2 pixels, each in one colour. */
function film(...greys: number[]): AnimationPages {
  const pages = greys.map((grey) => {
    const page = new Uint8ClampedArray(4 * 4 * 2).fill(grey);
    return page.map((value, index) => (index % 4 === 3 ? 255 : value));
  });
  return { kind: 'animation', width: 4, height: 2, pages };
}

class Watched implements Encoding {
  readonly shares: number[] = [];
  pauses = 0;
  constructor(private readonly cancelAfter = Infinity) {}
  get isCancelled(): boolean {
    return this.pauses >= this.cancelAfter;
  }
  progressed(share: number): void {
    this.shares.push(share);
  }
  pause(): Promise<void> {
    this.pauses += 1;
    return Promise.resolve();
  }
}

/** What a GIF says of itself: its size and the delay of each frame in hundredths of a second (GIF89a, 18 and 23). */
function read(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const delays: number[] = [];
  for (let i = 0; i < bytes.length - 7; i++) {
    if (bytes[i] === 0x21 && bytes[i + 1] === 0xf9 && bytes[i + 2] === 4) {
      delays.push(view.getUint16(i + 4, true));
    }
  }
  return {
    signature: new TextDecoder().decode(bytes.subarray(0, 6)),
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    delays,
    loops: new TextDecoder('latin1').decode(bytes).includes('NETSCAPE2.0'),
    last: bytes.at(-1),
  };
}

describe('The film as a GIF', () => {
  it('shows every page in turn, the last one longer, and begins again', async () => {
    const bytes = await encodeFilm(film(0, 128, 255), new Watched());
    assert.ok(bytes);
    assert.deepEqual(read(bytes), {
      signature: 'GIF89a',
      // Enlarged 180 times, to be seen.
      width: 720,
      height: 360,
      delays: [25, 25, 200],
      loops: true,
      last: 0x3b,
    });
  });

  it('tells how far it is and lets others have their turn after each page', async () => {
    const watched = new Watched();
    await encodeFilm(film(1, 2, 3, 4), watched);
    assert.deepEqual(watched.shares, [0.25, 0.5, 0.75, 1]);
    assert.equal(watched.pauses, 4);
  });

  it('is given up when it is cancelled', async () => {
    const watched = new Watched(2);
    assert.equal(await encodeFilm(film(1, 2, 3, 4), watched), undefined);
    assert.deepEqual(watched.shares, [0.25, 0.5]);
  });
});
