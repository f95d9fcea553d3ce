import { formatOf, type ArrayHeader } from './npy';

/** Kinds of number by their codes in an idx file, as NumPy names them. */
const KINDS: ReadonlyMap<number, string> = new Map([
  [0x08, 'u1'],
  [0x09, 'i1'],
  [0x0b, 'i2'],
  [0x0c, 'i4'],
  [0x0d, 'f4'],
  [0x0e, 'f8'],
]);
/** More dimensions than labels and colour pictures have. */
const MOST_DIMENSIONS = 4;

/**
 * Reads the header of an idx file, the format of MNIST: two zeros, the kind of number, how many dimensions there are, and
 * their extents (yann.lecun.com/exdb/mnist). All numbers are big-endian.
 *
 * @param bytes the beginning of the file
 */
export function readIdxHeader(bytes: Uint8Array): ArrayHeader | undefined {
  const [first, second, code = 0, dimensions = 0] = bytes;
  const numbers = formatOf(KINDS.get(code) ?? '', false);
  const start = 4 + 4 * dimensions;
  const isIdx = first === 0 && second === 0 && dimensions >= 1 && dimensions <= MOST_DIMENSIONS;
  if (!isIdx || numbers === undefined || bytes.length < start) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, start);
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  return { shape, start, numbers, isFortran: false };
}
