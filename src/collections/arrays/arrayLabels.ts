import { labelsBy, MOST_CLASSES } from '../../shared/domain/collection';
import type { Pace } from '../pace';
import { arraysIn, numbersOf, type ArrayPart } from './arrayParts';
import type { ArrayHeader } from './npy';

/** The class of each picture of an array, and where it was found. */
export interface ArrayLabels {
  readonly from: string;
  readonly names: readonly string[];
  /** Of each picture its class's place among the names. */
  readonly classes: Uint8Array;
}

/** A file that may hold labels. */
interface LabelFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What names of arrays of pictures have in place of that of their labels; `_` stands for all that separates words. */
const PARTNERS: readonly (readonly [pictures: RegExp, labels: string])[] = [
  [/images_idx[34]/, 'labels_idx1'],
  [/images?/, 'labels'],
  [/images?/, 'label'],
  [/imgs?/, 'labels'],
  [/data/, 'labels'],
  [/data/, 'target'],
  [/data/, 'targets'],
  [/pictures?/, 'labels'],
  [/(^|_)x($|_)/, '$1y$2'],
  [/(^|_)x/, '$1y'],
  [/$/, '_labels'],
  [/^.*$/, 'labels'],
  [/^.*$/, 'y'],
  [/arr_0/, 'arr_1'],
];

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/\.(?:npy|idx)$/, '')
    .replaceAll(/[-. ]/g, '_');
}

/** Names of arrays in the order in which they are likely to be the labels of the pictures with this name. */
function likelihood(pictures: string): (labels: string) => number {
  const own = plainName(pictures);
  const partners = PARTNERS.filter(([pattern]) => pattern.test(own)).map(([pattern, labels]) =>
    own.replace(pattern, labels),
  );
  return (labels) => partners.indexOf(plainName(labels));
}

/**
 * Looks for the labels of the pictures of an array: an array of as many whole numbers with a likely name beside it in its
 * archive, or else in a file beside its own.
 *
 * @param others arrays of the same file
 * @param files beside that file
 * @throws ReadingCancelled
 */
export async function findLabels(
  pictures: ArrayPart,
  others: readonly ArrayPart[],
  files: readonly LabelFile[],
  pace: Pace,
): Promise<ArrayLabels | undefined> {
  const [count = 0] = pictures.header.shape;
  const rank = likelihood(pictures.name);
  const inside = others.filter((part) => isFor(part.header, count));
  // In an archive, the only array of that length needs no likely name.
  const [first] = inside.toSorted((one, other) => ranked(rank(one.name)) - ranked(rank(other.name)));
  if (first && (inside.length === 1 || rank(first.name) >= 0)) {
    return labelsOf(first);
  }
  const beside = files
    .filter(({ name }) => rank(name) >= 0)
    .toSorted((one, other) => rank(one.name) - rank(other.name));
  for (const file of beside) {
    const [part] = await arraysIn(file.name, await file.read(), pace);
    const labels = part && isFor(part.header, count) ? await labelsOf(part) : undefined;
    if (labels) {
      return labels;
    }
  }
  return undefined;
}

function ranked(rank: number): number {
  return rank < 0 ? PARTNERS.length : rank;
}

/** Whether an array has one number for each picture, or a row of a 1 and zeros. */
function isFor({ shape, isFortran }: ArrayHeader, count: number): boolean {
  const [length, width = 1, ...more] = shape;
  return length === count && width >= 1 && width <= MOST_CLASSES && more.length === 0 && !isFortran;
}

async function labelsOf(part: ArrayPart): Promise<ArrayLabels | undefined> {
  const numbers = await numbersOf(part);
  const [, width = 1] = part.header.shape;
  const classes = numbers && (width === 1 ? numbers : oneHotClasses(numbers, width));
  if (!classes?.every(Number.isInteger)) {
    return undefined;
  }
  const labels = labelsBy(Array.from(classes, String));
  return labels && { from: part.name, ...labels };
}

/** Where the 1 is in each row; not a number where it is not alone. */
function oneHotClasses(numbers: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: numbers.length / width }, (_, row) => {
    const values = numbers.subarray(row * width, (row + 1) * width);
    const others = values.filter((value) => value !== 0);
    return others.length === 1 && others[0] === 1 ? values.indexOf(1) : NaN;
  });
}
