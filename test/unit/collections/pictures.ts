import { success } from '../../../src/shared/result';
import { crc32 } from '../../../src/shared/crc32';
import { PICTURE_BYTES } from '../../../src/shared/domain/collection';
import { tinyPng } from '../../tinyPng';
import type { DecodePictures, FolderFile } from '../../../src/collections/pictureFolder';
import type { Reading } from '../../../src/collections/pace';

/** A PNG file of one colour. */
export function png(
  width: number,
  height: number,
  colour: readonly [number, number, number],
): Uint8Array<ArrayBuffer> {
  return tinyPng(width, height, () => colour);
}

/** A file in memory. */
export function file(name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length): FolderFile {
  return { name, size: () => Promise.resolve(size), read: () => Promise.resolve(bytes) };
}

/** So many small pictures, each of another red. */
export function manyFiles(count: number): FolderFile[] {
  return Array.from({ length: count }, (_, i) =>
    file(`${String(i).padStart(4, '0')}.png`, png(2, 2, [i % 256, 0, 0])),
  );
}

/** Stands in for the page, which a test in Node does not have: each picture becomes one of a grey that its bytes decide. */
export function fakePage(): { readonly decode: DecodePictures; readonly requests: string[][] } {
  const requests: string[][] = [];
  return {
    requests,
    decode(files) {
      requests.push(files.map(({ name }) => name));
      const pictures = files.map(({ bytes }) => new Uint8Array(PICTURE_BYTES).fill(crc32(bytes) & 255));
      return Promise.resolve(success({ pictures, refused: [] }));
    },
  };
}

/** Remembers the progress; cancelled after so many files. */
export function watchReading(
  cancelAfter = Infinity,
): Reading & { readonly told: (readonly [number, number])[] } {
  const told: (readonly [number, number])[] = [];
  return {
    told,
    progress: (done, total) => void told.push([done, total]),
    get isCancelled() {
      return told.length >= cancelAfter;
    },
  };
}
