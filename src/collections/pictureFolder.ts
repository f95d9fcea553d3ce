import * as l10n from '@vscode/l10n';
import { describeError } from '../emitter';
import type { PicturesDecoded, RefusedPart } from '../shared/wire/messages';
import { pictureCollection, tooFew } from '../shared/domain/collection';
import { success, unreachable, type Problem, type Result } from '../shared/result';
import { inChunks } from './chunks';
import type { CollectionReport, ReadCollection } from './collectionReport';
import { sampleEvenly } from './evenSample';
import { labelsByFolder, labelsByTable, type FolderLabels } from './folderLabels';
import * as limits from './limits';
import type { Reading } from './pace';
import { pictureHeader } from './pictureHeader';
import { takeOrientation } from './webpOrientation';

/** A file of a folder or of one below it. */
export interface FolderFile {
  /** With the folders between, separated by slashes. */
  readonly name: string;
  /** In bytes. */
  readonly size: () => Promise<number>;
  /** May reject. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

type DecodableFile = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** See `takeOrientation`; absent where the browser sees to it. */
  readonly orientation?: number;
};

/** Has pictures decoded where that can be done; fails when nobody is there to do it. */
export type DecodePictures = (
  files: readonly DecodableFile[],
) => Promise<Result<Pick<PicturesDecoded, 'pictures' | 'refused'>>>;

const PICTURE_NAME = /\.(?:png|jpe?g|jfif|webp)$/i;
/** Pictures that not every browser decodes, by the endings of their names. */
const FOREIGN_PICTURE =
  /\.(heic|heif|avif|gif|bmp|tiff?|svg|jxl|jp2|ico|raw|dng|cr2|cr3|nef|arw|psd|pdf|mp4|mov)$/i;
/** What macOS leaves beside a file on other file systems. */
const FORK_NAME = /(?:^|\/)\._[^/]*$/;

/** Tables that may say what the pictures beside them are; larger ones are data of another kind. */
const TABLE_NAME = /\.(?:csv|tsv)$/i;
const MOST_LABEL_BYTES = 4 * 1024 * 1024;
const MOST_LABEL_FILES = 8;
/** So many classes are named one by one. */
const NAMED_CLASSES = 12;

function isPicture({ name }: FolderFile): boolean {
  return PICTURE_NAME.test(name) && !FORK_NAME.test(name);
}

/** Whether any file is a picture by its name. */
export function hasPictures(files: readonly FolderFile[]): boolean {
  return files.some(isPicture);
}

/**
 * Makes a collection of the pictures in a folder and in those below it: reads and decodes one chunk after the other, names
 * everything that cannot be used with the reason, and uses the rest. Folders of classes and a table of labels become
 * labels.
 *
 * @returns `undefined` when it was cancelled
 */
export async function readPictureFolder(
  name: string,
  files: readonly FolderFile[],
  decode: DecodePictures,
  reading: Reading,
): Promise<Result<ReadCollection> | undefined> {
  const named = files
    .filter(isPicture)
    // By code units, because the order of a language may differ from machine to machine.
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const all = await findLabels(named, files);
  const places = sampleEvenly(named.length, limits.MOST_PICTURES, all?.labels.classes);
  const sampled = places.flatMap((place) => named[place] ?? []);
  const classOf = new Map(sampled.map(({ name: file }, i) => [file, all?.labels.classes[places[i] ?? 0]]));
  const admission = await admit(sampled, reading);
  if (admission === undefined) {
    return undefined;
  }
  const { admitted, refused } = admission;
  const pictures: Uint8Array[] = [];
  const classes: number[] = [];
  let done = 0;
  for (const chunk of inChunks(admitted, ({ size }) => size, limits.CHUNK_BYTES, limits.CHUNK_FILES)) {
    const decodable: DecodableFile[] = [];
    for (const { file } of chunk) {
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
    const failed = new Set(decoded?.value.refused.map((part) => part.name));
    classes.push(
      ...decodable.filter((file) => !failed.has(file.name)).map((file) => classOf.get(file.name) ?? 0),
    );
  }
  const foreign = foreignPictures(files);
  const unsampled = named.length - sampled.length;
  const report: CollectionReport = {
    data: 'ownPictures',
    name,
    used: pictures.length,
    refused: [...refused, ...foreign.parts, ...tooMany(unsampled)],
    refusedCount: refused.length + foreign.count + unsampled,
    ...(all && { how: describeLabels(all) }),
  };
  const problem = tooFew('ownPictures', pictures.length);
  if (problem) {
    return success({ report: { ...report, problem: withCause(problem, files.length, foreign.parts) } });
  }
  const labels = all && { names: all.labels.names, classes: Uint8Array.from(classes) };
  const collection = pictureCollection(name, pictures, {
    ...(labels && { labels }),
    ...(report.how !== undefined && { how: report.how }),
  });
  return success({ report, collection });
}

/** The classes of pictures: by their folders, or else by a table that names them. */
async function findLabels(
  pictures: readonly FolderFile[],
  files: readonly FolderFile[],
): Promise<FolderLabels | undefined> {
  const names = pictures.map((file) => file.name);
  const byFolder = names.length > 0 ? labelsByFolder(names) : undefined;
  if (byFolder || names.length === 0) {
    return byFolder;
  }
  const tables = files.filter(({ name }) => TABLE_NAME.test(name)).slice(0, MOST_LABEL_FILES);
  for (const table of tables) {
    if ((await table.size()) <= MOST_LABEL_BYTES) {
      const text = await table.read().then(
        (bytes) => new TextDecoder().decode(bytes),
        () => '',
      );
      const labels = labelsByTable(names, table.name, text);
      if (labels) {
        return labels;
      }
    }
  }
  return undefined;
}

function describeLabels({ source, labels: { names } }: FolderLabels): string {
  const list = names.slice(0, NAMED_CLASSES).join(', ') + (names.length > NAMED_CLASSES ? ', …' : '');
  switch (source.kind) {
    case 'folders':
      return l10n.t('{0} classes by the names of folders: {1}', names.length, list);
    case 'table':
      return l10n.t('{0} classes by column {1} of {2}: {3}', names.length, source.column, source.file, list);
    default:
      return unreachable(source);
  }
}

function tooMany(count: number): RefusedPart[] {
  return count === 0
    ? []
    : [
        {
          name: l10n.t('{0} pictures', count),
          reason: l10n.t(
            'A collection holds at most {0} pictures, taken evenly over folders and names.',
            limits.MOST_PICTURES,
          ),
        },
      ];
}

/** Files of formats that are no use here, as many as there are of each. */
function foreignPictures(files: readonly FolderFile[]): { parts: RefusedPart[]; count: number } {
  const counts = new Map<string, number>();
  for (const { name } of files) {
    const [, ending] = FOREIGN_PICTURE.exec(name) ?? [];
    if (ending !== undefined && !FORK_NAME.test(name)) {
      const format = ending.toUpperCase();
      counts.set(format, (counts.get(format) ?? 0) + 1);
    }
  }
  const parts = [...counts].map(([format, count]) => ({
    name: l10n.t('{0} files in {1}', count, format),
    reason: l10n.t('Only PNG, JPEG and WebP can be read. Convert them to one of these.'),
  }));
  return { parts, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** The problem of too few pictures with what is there instead. */
function withCause(problem: Problem, fileCount: number, foreign: readonly RefusedPart[]): Problem {
  const [first] = foreign;
  if (first) {
    const names = foreign.map(({ name }) => name).join(', ');
    return { message: `${problem.message} ${l10n.t('Skipped: {0}.', names)}`, next: first.reason };
  }
  return fileCount === 0
    ? { ...problem, message: `${problem.message} ${l10n.t('The folder is empty.')}` }
    : problem;
}

interface AdmittedFile {
  readonly file: FolderFile;
  /** In bytes. */
  readonly size: number;
}

/**
 * The files that are worth reading, and why the others are not.
 *
 * @returns `undefined` when it was cancelled
 */
async function admit(
  files: readonly FolderFile[],
  reading: Reading,
): Promise<{ admitted: AdmittedFile[]; refused: RefusedPart[] } | undefined> {
  const admitted: AdmittedFile[] = [];
  const refused: RefusedPart[] = [];
  let bytes = 0;
  for (const file of files) {
    if (reading.isCancelled) {
      return undefined;
    }
    const size = await file.size();
    const reason = reasonToLeaveOut(size, bytes);
    if (reason === undefined) {
      admitted.push({ file, size });
      bytes += size;
    } else {
      refused.push({ name: file.name, reason });
    }
  }
  return { admitted, refused };
}

function reasonToLeaveOut(size: number, bytes: number): string | undefined {
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
  return bytes + size > limits.MOST_TOTAL_BYTES
    ? l10n.t(
        'All files of a collection may have {0} MB together, and others come before it.',
        megabytes(limits.MOST_TOTAL_BYTES),
      )
    : undefined;
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
  const { size, isCutOff } = header;
  if (isCutOff) {
    return { name, reason: l10n.t('It is cut off: its end is missing.') };
  }
  if (size === undefined) {
    return { name, reason: l10n.t('It is damaged: it does not say how large the picture is.') };
  }
  if (size.width * size.height > limits.MOST_PIXELS) {
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
  return header.format === 'WebP' ? { name, ...takeOrientation(bytes) } : { name, bytes };
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
