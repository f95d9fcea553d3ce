import type { Pace } from '../pace';
import { readIdxHeader } from './idx';
import { countOf, LONGEST_HEADER, readNpyHeader, type ArrayHeader } from './npy';
import { contentOf, entriesOf, entryOf, firstBytes, isZip, type Pieces } from './pieces';

/** An array in a file, of which the beginning was read. */
export interface ArrayPart {
  /** Of the array in its archive; else of its file. */
  readonly name: string;
  readonly header: ArrayHeader;
  /** The file of the array from its beginning, header included. */
  readonly open: () => Pieces;
}

/**
 * The arrays of a file: idx and `.npy`, also packed by gzip, and all of a `.npz`.
 *
 * @throws ReadingCancelled, or an error of the archive where it is damaged
 */
export async function arraysIn(name: string, bytes: Uint8Array, pace: Pace): Promise<ArrayPart[]> {
  const sources = isZip(bytes)
    ? entriesOf(bytes)
        .filter((entry) => entry.endsWith('.npy'))
        .map((entry) => ({
          name: entry.slice(0, -'.npy'.length),
          open: () => entryOf(bytes, entry, pace),
        }))
    : [{ name, open: () => contentOf(bytes, pace) }];
  const parts: ArrayPart[] = [];
  for (const source of sources) {
    const beginning = await firstBytes(source.open(), LONGEST_HEADER);
    const header = readNpyHeader(beginning) ?? readIdxHeader(beginning);
    if (header) {
      parts.push({ ...source, header });
    }
  }
  return parts;
}

/**
 * Reads all numbers of an array, which is to be small.
 *
 * @returns `undefined` when the file is cut off
 * @throws ReadingCancelled, or an error of the archive where it is damaged
 */
export async function numbersOf({ open, header }: ArrayPart): Promise<Float64Array | undefined> {
  const { start, numbers, shape } = header;
  const count = countOf(shape);
  const bytes = await firstBytes(open(), start + count * numbers.size);
  if (bytes.length < start + count * numbers.size) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: count }, (_, i) => numbers.read(view, start + i * numbers.size));
}

/**
 * Goes through an array and hands over some of the parts that its first index counts.
 *
 * @param wanted indices in rising order
 * @param take is given a view that is valid until it returns
 * @returns whether the file holds all that its header speaks of
 * @throws ReadingCancelled, or an error of the archive where it is damaged
 */
export async function eachOf(
  { open, header: { start, numbers, shape } }: ArrayPart,
  wanted: readonly number[],
  take: (view: DataView, index: number) => void,
  pace: Pace,
): Promise<boolean> {
  const [count = 0, ...extents] = shape;
  const length = countOf(extents) * numbers.size;
  const record = new Uint8Array(length);
  const view = new DataView(record.buffer);
  let next = 0;
  let offset = 0;
  for await (const piece of open()) {
    const end = offset + piece.length;
    for (let index = wanted[next]; index !== undefined; index = wanted[next]) {
      const begin = start + index * length;
      const from = Math.max(begin, offset);
      const to = Math.min(begin + length, end);
      if (from >= end) {
        break;
      }
      record.set(piece.subarray(from - offset, to - offset), from - begin);
      if (to < begin + length) {
        break;
      }
      take(view, index);
      next += 1;
      if (pace.isLong) {
        await pace.rest();
      }
    }
    offset = end;
    if (offset >= start + count * length) {
      return true;
    }
  }
  return false;
}
