import * as l10n from '@vscode/l10n';
import { describeError } from '../../emitter';
import { areaMeans } from '../../shared/domain/areaAverage';
import {
  PICTURE_BYTES,
  PICTURE_SIZES,
  pictureCollection,
  tooFew,
  type Labels,
} from '../../shared/domain/collection';
import { centredSquare } from '../../shared/domain/square';
import { failure, success, type Result } from '../../shared/result';
import type { CollectionReport, ReadCollection } from '../collectionReport';
import { sampleEvenly } from '../evenSample';
import { MOST_ARRAY_FILE_BYTES, MOST_PICTURES } from '../limits';
import { Pace, ReadingCancelled, type Reading } from '../pace';
import type { FolderFile } from '../pictureFolder';
import { findLabels, type ArrayLabels } from './arrayLabels';
import { arraysIn, eachOf, type ArrayPart } from './arrayParts';
import { pictureLayout, tooLarge, type PictureLayout } from './pictureLayout';

/** Names of files that hold arrays of pictures, as courses hand them out. */
const ARRAY_NAME = /(?:\.np[yz]|[-.]idx\d?|[-.]ubyte)(?:\.gz)?$/i;

/** The files of a folder that hold arrays, those for training first. */
export function arrayFiles(files: readonly FolderFile[]): FolderFile[] {
  const isForTraining = ({ name }: FolderFile): number => (/train/i.test(name) ? 0 : 1);
  return files
    .filter(({ name }) => ARRAY_NAME.test(name))
    .toSorted((one, other) => isForTraining(one) - isForTraining(other) || (one.name < other.name ? -1 : 1));
}

/**
 * Makes a collection of the pictures in the first of these files that holds any, with their labels where there are some.
 *
 * @param name of the collection
 * @param files to look at
 * @param beside files among which their labels may be
 * @returns `undefined` when it was cancelled
 */
export async function readPictureArrays(
  name: string,
  files: readonly FolderFile[],
  beside: readonly FolderFile[],
  reading: Reading,
): Promise<Result<ReadCollection> | undefined> {
  let reason = failure(
    l10n.t('There is no array of pictures in "{0}".', name),
    l10n.t('Choose an idx file of MNIST, or a .npy or .npz of N × height × width numbers.'),
  );
  for (const file of files) {
    try {
      const read = await readFrom(name, file, beside, reading);
      if (read.ok) {
        return read;
      }
      reason = read;
    } catch (error) {
      if (error instanceof ReadingCancelled) {
        return undefined;
      }
      reason = failure(
        l10n.t('"{0}" is damaged or cut off: {1}', file.name, describeError(error)),
        l10n.t('Get the file again.'),
      );
    }
  }
  return reason;
}

async function readFrom(
  name: string,
  file: FolderFile,
  beside: readonly FolderFile[],
  reading: Reading,
): Promise<Result<ReadCollection>> {
  const pace = new Pace(reading);
  if ((await file.size()) > MOST_ARRAY_FILE_BYTES) {
    return failure(
      l10n.t('"{0}" is larger than {1} MB.', file.name, MOST_ARRAY_FILE_BYTES / (1024 * 1024)),
      l10n.t('Choose a smaller file.'),
    );
  }
  const parts = await arraysIn(file.name, await file.read(), pace);
  const [pictures] = parts
    .filter(({ header }) => pictureLayout(header))
    .toSorted((one, other) => (other.header.shape[0] ?? 0) - (one.header.shape[0] ?? 0));
  const layout = pictures && pictureLayout(pictures.header);
  if (!layout) {
    return noPictures(file.name, parts);
  }
  const problem = tooLarge(pictures.header, layout);
  if (problem) {
    return { ok: false, problem };
  }
  const siblings = beside.filter((other) => other !== file && ARRAY_NAME.test(other.name));
  const labels = await findLabels(
    pictures,
    parts.filter((part) => part !== pictures),
    siblings,
    pace,
  );
  const read = await readPictures(pictures, layout, labels, pace, reading);
  return read.ok ? success(collect(name, pictures.name, layout, labels, read.value)) : read;
}

function noPictures(name: string, parts: readonly ArrayPart[]): Result<never> {
  const [first] = parts;
  return first === undefined
    ? failure(
        l10n.t('"{0}" is neither an idx file nor an array of numbers of NumPy, or it is damaged.', name),
        l10n.t('Choose an idx file of MNIST, or a .npy or .npz of N × height × width numbers.'),
      )
    : failure(
        l10n.t('"{0}" holds no pictures: its array has the shape {1}.', name, first.header.shape.join(' × ')),
        first.header.shape.length === 1
          ? l10n.t('These may be labels. Choose the file of pictures beside it.')
          : l10n.t('Choose an array of N × height × width numbers.'),
      );
}

interface ReadPictures {
  /** Red, green and blue at all sizes, still in the numbers of the array. */
  readonly pictures: readonly Float32Array[];
  /** Which of the array's they are. */
  readonly indices: readonly number[];
  /** How many were left out because a number is none. */
  readonly notFinite: number;
  readonly range: Range;
}

async function readPictures(
  part: ArrayPart,
  layout: PictureLayout,
  labels: ArrayLabels | undefined,
  pace: Pace,
  reading: Reading,
): Promise<Result<ReadPictures>> {
  const chosen = sampleEvenly(layout.count, MOST_PICTURES, labels?.classes);
  const found = new Map<number, Float32Array>();
  const range = { least: Infinity, most: -Infinity };
  const isWhole = await eachOf(
    part,
    chosen.toSorted((one, other) => one - other),
    (view, index) => {
      const square = squareOf(view, part, layout);
      if (square.every(Number.isFinite)) {
        for (const value of square) {
          range.least = Math.min(range.least, value);
          range.most = Math.max(range.most, value);
        }
        found.set(index, atAllSizes(square));
      }
      reading.progress(found.size, chosen.length);
    },
    pace,
  );
  if (!isWhole) {
    return failure(
      l10n.t('"{0}" is cut off: it ends before its {1} pictures do.', part.name, layout.count),
      l10n.t('Get the file again.'),
    );
  }
  const indices = chosen.filter((index) => found.has(index));
  return success({
    pictures: indices.flatMap((index) => found.get(index) ?? []),
    indices,
    notFinite: chosen.length - indices.length,
    range: rangeOf(range, part.header.numbers.isByte),
  });
}

/** The middle square of a picture: red, green and blue of each pixel. */
function squareOf(view: DataView, { header: { numbers } }: ArrayPart, layout: PictureLayout): Float32Array {
  const { height, width, channels, pixelStride, channelStride } = layout;
  const { x, y, side } = centredSquare(width, height);
  const square = new Float32Array(side * side * 3);
  let next = 0;
  for (let row = y; row < y + side; row++) {
    for (let column = x; column < x + side; column++) {
      const pixel = (row * width + column) * pixelStride;
      for (let channel = 0; channel < 3; channel++) {
        const place = pixel + Math.min(channel, channels - 1) * channelStride;
        square[next++] = numbers.read(view, place * numbers.size);
      }
    }
  }
  return square;
}

function atAllSizes(square: Float32Array): Float32Array {
  const side = Math.sqrt(square.length / 3);
  const all = new Float32Array(PICTURE_BYTES);
  let offset = 0;
  for (const size of PICTURE_SIZES) {
    const scaled = areaMeans(square, 3, side, size);
    all.set(scaled, offset);
    offset += scaled.length;
  }
  return all;
}

/** What numbers are black and white. */
interface Range {
  readonly black: number;
  readonly white: number;
}

/** The scale on which pixels were most likely written. */
function rangeOf({ least, most }: { least: number; most: number }, isByte: boolean): Range {
  if (isByte && most > 1) {
    return { black: 0, white: 255 };
  }
  if (least >= 0 && most <= 1) {
    return { black: 0, white: 1 };
  }
  if (least >= -1 && most <= 1) {
    return { black: -1, white: 1 };
  }
  const isOfBytes = least >= 0 && most <= 255 && most > 128;
  return isOfBytes ? { black: 0, white: 255 } : { black: least, white: most };
}

function toBytes(values: Float32Array, { black, white }: Range): Uint8Array {
  // A clamped array rounds and limits.
  return new Uint8Array(Uint8ClampedArray.from(values, (value) => (255 * (value - black)) / (white - black)));
}

function collect(
  name: string,
  from: string,
  layout: PictureLayout,
  labels: ArrayLabels | undefined,
  { pictures, indices, notFinite, range }: ReadPictures,
): ReadCollection {
  const { count, height, width, channels, guess } = layout;
  const side = Math.min(height, width);
  const trainedAt = PICTURE_SIZES.reduce((best, size) => (size <= side ? size : best));
  const how = [
    l10n.t('array {0}', from),
    `${l10n.t('{0} × {1} pixels', height, width)}, ${channels === 1 ? l10n.t('grey') : l10n.t('colour')}`,
    ...(guess === undefined ? [] : [guess]),
    ...(height === width ? [] : [l10n.t('the middle square of each')]),
    ...(side === trainedAt ? [] : [l10n.t('scaled to {0} pixels', trainedAt)]),
    ...(channels === 4 ? [l10n.t('without opacity')] : []),
    l10n.t('{0} is black and {1} is white', range.black, range.white),
    ...(labels ? [l10n.t('labels from {0}: {1} classes', labels.from, labels.names.length)] : []),
    l10n.t('{0} of {1} pictures', pictures.length, count),
  ].join('; ');
  const report: CollectionReport = {
    data: 'ownPictures',
    name,
    used: pictures.length,
    refused: [
      ...(notFinite === 0
        ? []
        : [{ name: l10n.t('{0} pictures', notFinite), reason: l10n.t('One of their numbers is none.') }]),
      ...(count <= MOST_PICTURES
        ? []
        : [
            {
              name: l10n.t('{0} pictures', count - MOST_PICTURES),
              reason: l10n.t(
                'A collection holds at most {0} pictures, as many of each class as there are, evenly from the array.',
                MOST_PICTURES,
              ),
            },
          ]),
    ],
    refusedCount: count - pictures.length,
    how,
  };
  const problem = tooFew('ownPictures', pictures.length);
  if (problem) {
    return { report: { ...report, used: 0, problem } };
  }
  if (range.white === range.black) {
    return {
      report: {
        ...report,
        used: 0,
        problem: {
          message: l10n.t('All pictures of the array are the same, so there is nothing to learn.'),
          next: l10n.t('Choose an array whose numbers differ.'),
        },
      },
    };
  }
  const kept: Labels | undefined = labels && {
    names: [...labels.names],
    classes: Uint8Array.from(indices, (index) => labels.classes[index] ?? 0),
  };
  const bytes = pictures.map((picture) => toBytes(picture, range));
  return {
    report,
    collection: pictureCollection(name, bytes, { how, ...(kept && { labels: kept }) }),
    pictureSize: trainedAt,
  };
}
