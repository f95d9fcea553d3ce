import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { crc32 } from '../crc32';
import { OWN_DATA, SPECS, isPictureData, type Hyperparameters, type OwnData } from './hyperparameters';
import { failure, success, unreachable, type Problem, type Result } from '../result';
import { MOST_SAMPLES, whole } from './numbers';

/** The sizes, in pixels, at which each picture of a collection is kept, so that changing the size needs no file again. */
export const PICTURE_SIZES = SPECS.pictureSize.choices;

const CHANNELS = 3;
const COORDINATES = 2;
/** The largest value of a byte becomes 1 and the least -1. */
const HALF_RANGE = 127.5;

/** Bytes of one picture of this size: red, green and blue, row by row from the top. */
export function rgbBytes(size: number): number {
  return size * size * CHANNELS;
}

/** Bytes of one picture at all sizes of {@link PICTURE_SIZES}, one after the other. */
export const PICTURE_BYTES = PICTURE_SIZES.reduce<number>((sum, size) => sum + rgbBytes(size), 0);

/**
 * Fewer are refused. mini-FID compares pictures along 16 directions, for which more pictures than that are needed; and
 * a discriminator knows a handful of them by heart within a few rounds.
 */
const FEWEST_PICTURES = 20;
/** Fewer points are no distribution that a person could see; the sets of Anscombe's quartet have 11. */
const FEWEST_POINTS = 5;

/** The largest collection that the hyperparameters know. */
export const MOST_POINTS = 4096;
/** Points reach from minus to plus this on the plane, as far as those of the program's own distributions. */
export const PLANE_REACH = 1.2;

/** How many samples a collection needs at least. */
export function fewestSamples(data: OwnData): number {
  return data === 'ownPictures' ? FEWEST_PICTURES : FEWEST_POINTS;
}

function bytesPerSample(data: OwnData): number {
  return data === 'ownPictures' ? PICTURE_BYTES : COORDINATES * Float32Array.BYTES_PER_ELEMENT;
}

/** More classes than this are no kinds that a person would order by name. */
export const MOST_CLASSES = 64;
/** What is longer than this is no name, but a text. */
const LONGEST_CLASS_NAME = 60;

/** What people call the classes. */
export const ClassNamesSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(LONGEST_CLASS_NAME))),
  v.minLength(2),
  v.maxLength(MOST_CLASSES),
);

/** What kind each sample is, where somebody has said it. */
export const LabelsSchema = v.object({
  names: ClassNamesSchema,
  /** The class of each sample, as its place among the names. */
  classes: v.instance(Uint8Array),
});

export type Labels = v.InferOutput<typeof LabelsSchema>;

function fits({ names, classes }: Labels, count: number): boolean {
  return classes.length === count && classes.every((index) => index < names.length);
}

/**
 * A collection of the learner's own, decoded: the same bytes train the same run, whatever becomes of the files.
 * Pictures are kept picture by picture, each at all sizes; points as little-endian floats x, y.
 */
export const OwnCollectionSchema = v.pipe(
  v.object({
    data: v.picklist(OWN_DATA),
    /** What a person calls it: the name of the folder or file. */
    name: v.string(),
    count: whole(1, MOST_SAMPLES),
    /** See {@link digestOf}. */
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
    bytes: v.instance(Uint8Array),
    labels: v.optional(LabelsSchema),
    /** How its files were read, in one line, as the person was told. */
    how: v.optional(v.string()),
  }),
  v.check(({ count, labels }) => labels === undefined || fits(labels, count), 'labels do not fit'),
  v.check(
    ({ data, count, bytes }) => bytes.length === count * bytesPerSample(data),
    'bytes has the wrong length',
  ),
);

export type OwnCollection = v.InferOutput<typeof OwnCollectionSchema>;

/** A collection as the worker trains on it, at one picture size. */
export const OwnSamplesSchema = v.object({
  data: v.picklist(OWN_DATA),
  digest: v.string(),
  count: whole(1, MOST_SAMPLES),
  /** All samples one after the other: red, green, blue from -1 to 1, or x, y. */
  values: v.instance(Float32Array),
  labels: v.optional(LabelsSchema),
});

export type OwnSamples = v.InferOutput<typeof OwnSamplesSchema>;

/**
 * What bytes are known by: eight hexadecimal digits of their CRC-32. A stronger digest would need `crypto.subtle`, which
 * a VS Code in a browser does not have without HTTPS; nobody fakes a collection here.
 */
export function digestOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

/** Of all that a run depends on: the bytes and, behind them, the classes; what the classes are called changes no run. */
function digestWith(bytes: Uint8Array, labels: Labels | undefined): string {
  if (labels === undefined) {
    return digestOf(bytes);
  }
  const all = new Uint8Array(bytes.length + labels.classes.length);
  all.set(bytes);
  all.set(labels.classes, bytes.length);
  return digestOf(all);
}

/** Whether the bytes are as many, and the very ones, that the collection was made of. */
export function isIntact(collection: OwnCollection): boolean {
  return (
    v.is(OwnCollectionSchema, collection) &&
    digestWith(collection.bytes, collection.labels) === collection.digest
  );
}

/** What is known of a collection beside its samples. */
export type CollectionFacts = Pick<OwnCollection, 'labels' | 'how'>;

/**
 * Puts decoded pictures together.
 *
 * @param pictures each of {@link PICTURE_BYTES} bytes
 */
export function pictureCollection(
  name: string,
  pictures: readonly Uint8Array[],
  facts: CollectionFacts = {},
): OwnCollection {
  const bytes = new Uint8Array(pictures.length * PICTURE_BYTES);
  for (const [index, picture] of pictures.entries()) {
    bytes.set(picture, index * PICTURE_BYTES);
  }
  return collectionOf('ownPictures', name, bytes, facts);
}

/** @param points x and y in turn, inside about [-1.2, 1.2]^2 */
export function pointCollection(
  data: Exclude<OwnData, 'ownPictures'>,
  name: string,
  points: Float32Array,
  facts: CollectionFacts = {},
): OwnCollection {
  return collectionOf(data, name, new Uint8Array(Float32Array.from(points).buffer), facts);
}

function collectionOf(
  data: OwnData,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { labels, how }: CollectionFacts,
): OwnCollection {
  return {
    data,
    name,
    count: bytes.length / bytesPerSample(data),
    digest: digestWith(bytes, labels),
    bytes,
    ...(labels && { labels }),
    ...(how !== undefined && { how }),
  };
}

/**
 * The classes of samples by their names, in the order of the names: numbers by their size, else by code units.
 *
 * @param of the name of each sample's class
 * @returns `undefined` when there are fewer than two classes, or more than {@link MOST_CLASSES}
 */
export function labelsBy(of: readonly string[]): Labels | undefined {
  const names = [...new Set(of)].toSorted((one, other) => {
    const difference = Number(one) - Number(other);
    return difference || (one < other ? -1 : 1);
  });
  if (names.length < 2 || names.length > MOST_CLASSES) {
    return undefined;
  }
  const places = new Map(names.map((name, place) => [name, place]));
  const classes = Uint8Array.from(of, (name) => places.get(name) ?? 0);
  return { names: names.map((name) => name.slice(0, LONGEST_CLASS_NAME)), classes };
}

/** The points of a collection of points, x and y in turn. */
export function pointsOf({ bytes }: OwnCollection): Float32Array<ArrayBuffer> {
  // A copy begins at a multiple of four bytes, wherever the bytes came from.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** What a run with these pictures is to train on. */
export function samplesOf(
  collection: OwnCollection,
  pictureSize: Hyperparameters['pictureSize'],
): OwnSamples {
  const { data, digest, count, bytes, labels } = collection;
  const known = { data, digest, count, ...(labels && { labels }) };
  if (data !== 'ownPictures') {
    return { ...known, values: pointsOf(collection) };
  }
  const length = rgbBytes(pictureSize);
  const before = PICTURE_SIZES.slice(0, PICTURE_SIZES.indexOf(pictureSize));
  const start = before.reduce<number>((sum, size) => sum + rgbBytes(size), 0);
  const values = new Float32Array(count * length);
  for (let index = 0; index < count; index++) {
    const at = index * PICTURE_BYTES + start;
    for (let i = 0; i < length; i++) {
      values[index * length + i] = (bytes[at + i] ?? 0) / HALF_RANGE - 1;
    }
  }
  return { ...known, values };
}

/** Nothing when there are enough samples for a collection, else the problem that names how many are needed. */
export function tooFew(data: OwnData, count: number): Problem | undefined {
  const fewest = fewestSamples(data);
  if (count >= fewest) {
    return undefined;
  }
  return isPictureData(data)
    ? {
        message: l10n.t(
          'A collection needs at least {0} pictures that can be read; there are {1}.',
          fewest,
          count,
        ),
        next: l10n.t('Add pictures to the folder, or choose another one.'),
      }
    : {
        message: l10n.t('A collection needs at least {0} points; there are {1}.', fewest, count),
        next: l10n.t('Add more points.'),
      };
}

/** Why a run on this data cannot be wanted while there is no such collection, and what to do about it. */
export function missingCollection(data: OwnData): Problem {
  switch (data) {
    case 'ownPictures':
      return {
        message: l10n.t('There are no pictures of your own yet.'),
        next: l10n.t('Choose a folder with the command "GAN: Use My Own Pictures…".'),
      };
    case 'ownPoints':
      return {
        message: l10n.t('There are no points of your own yet.'),
        next: l10n.t('Choose a table with the command "GAN: Use My Own Points…".'),
      };
    case 'drawnPoints':
      return {
        message: l10n.t('No points have been drawn yet.'),
        next: l10n.t('Draw some with the command "GAN: Draw Points".'),
      };
    default:
      return unreachable(data);
  }
}

/**
 * Checks that a run gets the collection that it asks for.
 *
 * @param expected digest of the collection that a saved run was trained on
 */
export function checkSamples(
  { data, pictureSize }: Pick<Hyperparameters, 'data' | 'pictureSize'>,
  samples: OwnSamples | undefined,
  expected?: string,
): Result<OwnSamples | undefined> {
  const own = OWN_DATA.find((name) => name === data);
  if (own === undefined) {
    return success(undefined);
  }
  if (samples?.data !== own) {
    return { ok: false, problem: missingCollection(own) };
  }
  const length = own === 'ownPictures' ? rgbBytes(pictureSize) : COORDINATES;
  if (samples.values.length !== samples.count * length || (expected ?? samples.digest) !== samples.digest) {
    return failure(
      l10n.t('The collection is not the one that this run was trained on.'),
      l10n.t('Start a new run.'),
    );
  }
  return success(samples);
}
