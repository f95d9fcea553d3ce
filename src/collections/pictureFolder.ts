import * as l10n from '@vscode/l10n';
import { describeError } from '../emitter';
import type { PicturesDecoded, RefusedPart } from '../shared/wire/messages';
import { pictureCollection, tooFew } from '../shared/domain/collection';
import type { Result } from '../shared/result';
import { inChunks } from './chunks';
import type { CollectionReport, ReadCollection } from './collectionReport';
import * as limits from './limits';
import type { Reading } from './pace';
import { pictureHeader } from './pictureHeader';

/** A file of a folder. */
export interface FolderFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** May reject. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

type DecodableFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Has pictures decoded where that can be done; fails when nobody is there to do it. */
export type DecodePictures = (
  files: readonly DecodableFile[],
) => Promise<Result<Pick<PicturesDecoded, 'pictures' | 'refused'>>>;

/** Whether the name promises a picture; other files of a folder are nobody's business. */
export function isPictureName(name: string): boolean {
  return /\.(png|jpe?g|webp)$/i.test(name);
}

/**
 * Makes a collection of the pictures in a folder: reads and decodes one chunk after the other, names everything that
 * cannot be used with the reason, and uses the rest.
 *
 * @returns `undefined` when it was cancelled
 */
export async function readPictureFolder(
  name: string,
  files: readonly FolderFile[],
  decode: DecodePictures,
  reading: Reading,
): Promise<Result<ReadCollection> | undefined> {
  const { admitted, refused } = admit(files);
  const pictures: Uint8Array[] = [];
  let done = 0;
  for (const chunk of inChunks(admitted, ({ size }) => size, limits.CHUNK_BYTES, limits.CHUNK_FILES)) {
    const decodable: DecodableFile[] = [];
    for (const file of chunk) {
      if (reading.isCancelled) {
        return undefined;
      }
      const read = await readPicture(file);
      if ('reason' in read) {
        refused.push(read);
      } else {
        decodable.push(read);
      }
      done += 1;
      reading.progress(done, admitted.length);
    }
    const decoded = decodable.length > 0 ? await decode(decodable) : undefined;
    if (reading.isCancelled) {
      return undefined;
    }
    if (decoded && !decoded.ok) {
      return decoded;
    }
    pictures.push(...(decoded?.value.pictures ?? []));
    refused.push(...(decoded?.value.refused ?? []));
  }
  const report: CollectionReport = { data: 'ownPictures', name, used: pictures.length, refused };
  const problem = tooFew('ownPictures', pictures.length);
  return problem
    ? { ok: true, value: { report: { ...report, problem } } }
    : { ok: true, value: { report, collection: pictureCollection(name, pictures) } };
}

/** The files that are worth reading, in the order of their names, and why the others are not. */
function admit(files: readonly FolderFile[]): { admitted: FolderFile[]; refused: RefusedPart[] } {
  const named = files
    .filter((file) => isPictureName(file.name))
    // By code units, because the order of a language may differ from machine to machine.
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const admitted: FolderFile[] = [];
  const refused: RefusedPart[] = [];
  let bytes = 0;
  for (const file of named) {
    const reason = reasonToLeaveOut(file, admitted.length, bytes);
    if (reason === undefined) {
      admitted.push(file);
      bytes += file.size;
    } else {
      refused.push({ name: file.name, reason });
    }
  }
  return { admitted, refused };
}

function reasonToLeaveOut({ size }: FolderFile, count: number, bytes: number): string | undefined {
  if (size === 0) {
    return l10n.t('It is empty.');
  }
  if (size > limits.MOST_FILE_BYTES) {
    return l10n.t(
      'It has {0} MB, and a file may have {1} MB.',
      megabytes(size),
      megabytes(limits.MOST_FILE_BYTES),
    );
  }
  if (count >= limits.MOST_PICTURES) {
    return l10n.t(
      'A collection holds at most {0} pictures, and others come before it.',
      limits.MOST_PICTURES,
    );
  }
  if (bytes + size > limits.MOST_TOTAL_BYTES) {
    return l10n.t(
      'All files of a collection may have {0} MB together, and others come before it.',
      megabytes(limits.MOST_TOTAL_BYTES),
    );
  }
  return undefined;
}

async function readPicture({ name, read }: FolderFile): Promise<DecodableFile | RefusedPart> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await read();
  } catch (error) {
    return { name, reason: l10n.t('It could not be read: {0}', describeError(error)) };
  }
  const header = pictureHeader(bytes);
  if (header === undefined) {
    return { name, reason: l10n.t('Its content is neither PNG nor JPEG nor WebP.') };
  }
  const { size } = header;
  if (size && size.width * size.height > limits.MOST_PIXELS) {
    return {
      name,
      reason: l10n.t(
        'It is {0} × {1} pixels large, which is more than {2} million.',
        size.width,
        size.height,
        Math.round(limits.MOST_PIXELS / 1e6),
      ),
    };
  }
  return { name, bytes };
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
