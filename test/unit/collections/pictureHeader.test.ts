import assert from 'node:assert/strict';
import { pictureHeader } from '../../../src/collections/pictureHeader';
import { png } from './pictures';

const text = (string: string) => [...new TextEncoder().encode(string)];

/** A WebP file up to the size of its picture. */
function webp(chunk: string, ...rest: number[]): Uint8Array {
  const bytes = new Uint8Array(30);
  bytes.set([...text('RIFF'), 22, 0, 0, 0, ...text('WEBP'), ...text(chunk), 0, 0, 0, 0, ...rest]);
  return bytes;
}

describe('The header of a picture', () => {
  it('is read from PNG files', () => {
    assert.deepEqual(pictureHeader(png(300, 7, [1, 2, 3])), {
      format: 'PNG',
      size: { width: 300, height: 7 },
    });
  });

  it('is read from JPEG files, behind whatever segments come first', () => {
    const application = [0xff, 0xe0, 0, 4, 1, 2];
    const huffman = [0xff, 0xc4, 0, 3, 9];
    const frame = [0xff, 0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3];
    const bytes = Uint8Array.of(0xff, 0xd8, ...application, ...huffman, ...frame);
    assert.deepEqual(pictureHeader(bytes), { format: 'JPEG', size: { width: 800, height: 600 } });
  });

  it('is read from JPEG files with markers that no length follows', () => {
    const frame = [0xff, 0xc0, 0, 17, 8, 0x4e, 0x20, 0x4e, 0x20, 1];
    const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0x01, 0xff, 0xd0, ...frame);
    assert.deepEqual(pictureHeader(bytes)?.size, { width: 20_000, height: 20_000 });
  });

  it('is read from WebP files of all three kinds', () => {
    const size = { width: 800, height: 600 };
    assert.deepEqual(pictureHeader(webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02)), {
      format: 'WebP',
      size,
    });
    const bits = 799 | (599 << 14);
    assert.deepEqual(
      pictureHeader(webp('VP8L', 0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, bits >>> 24)),
      { format: 'WebP', size },
    );
    assert.deepEqual(
      pictureHeader(webp('VP8X', 0, 0, 0, 0, 799 & 255, 799 >> 8, 0, 599 & 255, 599 >> 8, 0)),
      { format: 'WebP', size },
    );
  });

  it('has no size when the file is cut off', () => {
    assert.deepEqual(pictureHeader(png(3, 3, [0, 0, 0]).slice(0, 12)), { format: 'PNG', isCutOff: true });
    assert.deepEqual(pictureHeader(Uint8Array.of(0xff, 0xd8, 0xff)), { format: 'JPEG' });
    assert.deepEqual(pictureHeader(webp('VP8 ').slice(0, 16)), { format: 'WebP', isCutOff: true });
  });

  it('is not there in other files, whatever their names say', () => {
    for (const bytes of [[], text('GIF89a'), text('RIFF0000WAVEfmt '), [0x89, 0x50]]) {
      assert.equal(pictureHeader(Uint8Array.from(bytes)), undefined);
    }
  });

  it('is found or not in any bytes, without an error', () => {
    const whole = png(2, 2, [1, 2, 3]);
    for (let length = 0; length < whole.length; length++) {
      pictureHeader(whole.slice(0, length));
    }
    // Segments of no length would never end.
    assert.deepEqual(pictureHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0)), {
      format: 'JPEG',
    });
  });
});
