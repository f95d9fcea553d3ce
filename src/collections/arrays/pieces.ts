import { Gunzip, Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { Pace } from '../pace';

/** The content of a file, one piece after the other, so that nobody has to hold or wait for all of it. */
export type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** So much of a compressed file is unpacked at a time, in bytes: deflate makes at most a thousand times as much of it. */
const PIECE_BYTES = 4 * 1024;
/** An archive of more files is no set of arrays. */
const MOST_ENTRIES = 1000;

/** Whether bytes begin as a gzip file does (RFC 1952, 2.3.1). */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The content of a file, unpacked if it is a gzip.
 *
 * @throws ReadingCancelled, or an error of the gzip where it is damaged
 */
export async function* contentOf(bytes: Uint8Array, pace: Pace): Pieces {
  if (!isGzip(bytes)) {
    yield bytes;
    return;
  }
  const unpacked: Uint8Array[] = [];
  const gunzip = new Gunzip((data) => unpacked.push(data));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    gunzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    yield* unpacked.splice(0);
    if (pace.isLong) {
      await pace.rest();
    }
  }
}

/**
 * The names of the files in an archive.
 *
 * @throws an error of the archive where it is damaged
 */
export function entriesOf(archive: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(archive, {
    filter: ({ name }) => {
      names.push(name);
      if (names.length > MOST_ENTRIES) {
        throw new RangeError('too many files');
      }
      return false;
    },
  });
  return names;
}

/**
 * The content of one file of an archive.
 *
 * @throws ReadingCancelled, or an error of the archive where it is damaged
 */
export async function* entryOf(archive: Uint8Array, entry: string, pace: Pace): Pieces {
  const unpacked: Uint8Array[] = [];
  const state = { isDone: false };
  const unzip = new Unzip((file) => {
    if (file.name === entry) {
      file.ondata = (error, data, isLast) => {
        if (error) {
          throw error;
        }
        unpacked.push(data);
        state.isDone = isLast;
      };
      file.start();
    }
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < archive.length && !state.isDone; at += PIECE_BYTES) {
    unzip.push(archive.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= archive.length);
    yield* unpacked.splice(0);
    if (pace.isLong) {
      await pace.rest();
    }
  }
}

/** The first bytes of a content, at most so many. */
export async function firstBytes(pieces: Pieces, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, most - length);
    parts.push(part);
    length += part.length;
    if (length >= most) {
      break;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
