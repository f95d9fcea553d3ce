import { crc32 } from '../src/shared/crc32';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The largest block that deflate stores uncompressed (RFC 1951, section 3.2.4). */
const MOST_STORED = 0xffff;

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...new TextEncoder().encode(type), ...data];
  return [...word(data.length), ...body, ...word(crc32(Uint8Array.from(body)))];
}

/** The checksum of zlib (RFC 1950, section 9). */
function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

/**
 * A PNG file, uncompressed, for tests that run where there is no library for it.
 *
 * @param colourAt red, green and blue from 0 to 255; the picture must be small enough for one block, 21,000 pixels
 */
export function tinyPng(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_, y) => [
    // No filter.
    0,
    ...Array.from({ length: width }, (_unused, x) => colourAt(x, y)).flat(),
  ]).flat();
  if (rows.length > MOST_STORED) {
    throw new RangeError(`${width} x ${height} pixels are too many for a tiny PNG`);
  }
  const [low, high] = [rows.length & 255, rows.length >>> 8];
  const zlib = [0x78, 0x01, 1, low, high, low ^ 255, high ^ 255, ...rows, ...word(adler32(rows))];
  return Uint8Array.from([
    ...SIGNATURE,
    // Eight bits for each of red, green and blue.
    ...chunk('IHDR', [...word(width), ...word(height), 8, 2, 0, 0, 0]),
    ...chunk('IDAT', zlib),
    ...chunk('IEND', []),
  ]);
}
