import assert from 'node:assert/strict';
import { takeOrientation } from '../../../src/collections/webpOrientation';
import { turned } from '../../../webview/lesson/collections/turned';

function chunk(name: string, content: Uint8Array): number[] {
  const size = new Uint8Array(new Uint32Array([content.length]).buffer);
  return [...Buffer.from(name), ...size, ...content, ...(content.length % 2 === 0 ? [] : [0])];
}

/** A WebP with EXIF data of one entry, in either byte order. */
function webp(orientation: number, order: 'II' | 'MM'): Uint8Array<ArrayBuffer> {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  const isLittle = order === 'II';
  tiff.set(Buffer.from(order));
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 1, isLittle);
  view.setUint16(10, 0x0112, isLittle);
  view.setUint16(12, 3, isLittle);
  view.setUint32(14, 1, isLittle);
  view.setUint16(18, orientation, isLittle);
  const chunks = [
    ...chunk('VP8X', Uint8Array.of(0x08, 0, 0, 0, 9, 0, 0, 9, 0, 0)),
    ...chunk('VP8L', new Uint8Array(7)),
    ...chunk('EXIF', tiff),
  ];
  const size = new Uint8Array(new Uint32Array([chunks.length + 4]).buffer);
  return Uint8Array.from([...Buffer.from('RIFF'), ...size, ...Buffer.from('WEBP'), ...chunks]);
}

describe('The orientation of a WebP', () => {
  it('is taken out of its EXIF data, which no browser is to see any more', () => {
    for (const order of ['II', 'MM'] as const) {
      for (let orientation = 1; orientation <= 8; orientation++) {
        const { bytes, orientation: found } = takeOrientation(webp(orientation, order));
        assert.equal(found, orientation);
        assert.equal((bytes[20] ?? 0) & 8, 0);
        assert.equal(Buffer.from(bytes).includes('EXIF'), false);
        assert.equal(bytes.length, webp(orientation, order).length);
      }
    }
  });

  it('is upright where nothing is said, or nothing sensible', () => {
    assert.equal(takeOrientation(webp(77, 'II')).orientation, 1);
    assert.equal(takeOrientation(webp(6, 'II').slice(0, 60)).orientation, 1);
    assert.equal(takeOrientation(new Uint8Array(40)).orientation, 1);
    assert.equal(takeOrientation(new Uint8Array()).orientation, 1);
  });

  it('turns and mirrors the pixels as EXIF says', () => {
    // A and B above C and D.
    const stored = Uint8ClampedArray.from('ABCD', (letter) => letter.charCodeAt(0)).reduce<number[]>(
      (all, code) => [...all, code, code, code, 255],
      [],
    );
    const upright = (orientation: number): string =>
      [0, 1, 2, 3]
        .map((pixel) =>
          String.fromCharCode(turned(Uint8ClampedArray.from(stored), 2, orientation)[4 * pixel] ?? 0),
        )
        .join('');
    // Where the first row and the first column of the stored picture are: CIPA DC-008, table of 4.6.5.1.
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8].map(upright), [
      'ABCD',
      'BADC',
      'DCBA',
      'CDAB',
      'ACBD',
      'CADB',
      'DBCA',
      'BDAC',
    ]);
  });
});
