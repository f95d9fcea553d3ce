import * as l10n from '@vscode/l10n';
import type { Problem } from '../../shared/result';
import { MOST_ARRAY_BYTES, MOST_ARRAY_PICTURES, MOST_ARRAY_SIDE } from '../limits';
import { countOf, type ArrayHeader } from './npy';

/** How the pictures of an array lie in it. */
export interface PictureLayout {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1 for grey; 3 for red, green and blue; 4 with an opacity, which is left out. */
  readonly channels: number;
  /** Numbers between a pixel and the one to its right. */
  readonly pixelStride: number;
  /** Numbers between a channel of a pixel and the next. */
  readonly channelStride: number;
  /** What was guessed, for a person; absent where nothing was. */
  readonly guess?: string;
}

/** Smaller ones are no pictures. */
const LEAST_SIDE = 4;
const CHANNELS: readonly number[] = [1, 3, 4];

/** How an array can be read as pictures; `undefined` when it is none of them. */
export function pictureLayout({ shape }: Pick<ArrayHeader, 'shape'>): PictureLayout | undefined {
  const [count = 0, a = 0, b = 0, c = 0] = shape;
  const arePixels = (height: number, width: number): boolean =>
    height >= LEAST_SIDE && width >= LEAST_SIDE && count > 0;
  if (shape.length === 2) {
    const side = Math.sqrt(a);
    return Number.isInteger(side) && arePixels(side, side)
      ? { ...grey(count, side, side), guess: l10n.t('rows of {0} numbers as {1} × {1} pixels', a, side) }
      : undefined;
  }
  if (shape.length === 3) {
    return arePixels(a, b) ? grey(count, a, b) : undefined;
  }
  if (shape.length !== 4) {
    return undefined;
  }
  if (CHANNELS.includes(c) && arePixels(a, b)) {
    return { count, height: a, width: b, channels: c, pixelStride: c, channelStride: 1 };
  }
  return CHANNELS.includes(a) && arePixels(b, c)
    ? {
        count,
        height: b,
        width: c,
        channels: a,
        pixelStride: 1,
        channelStride: b * c,
        ...(a > 1 && { guess: l10n.t('channels before rows') }),
      }
    : undefined;
}

function grey(count: number, height: number, width: number): PictureLayout {
  return { count, height, width, channels: 1, pixelStride: 1, channelStride: 0 };
}

/** Why pictures that lie in an array like this are not read, if they are not. */
export function tooLarge(
  { shape, numbers, isFortran }: ArrayHeader,
  { count, height, width }: PictureLayout,
): Problem | undefined {
  if (isFortran) {
    return {
      message: l10n.t('The array is in Fortran order, in which the numbers of a picture lie apart.'),
      next: l10n.t('Save it with numpy.ascontiguousarray(…).'),
    };
  }
  if (Math.max(height, width) > MOST_ARRAY_SIDE) {
    return {
      message: l10n.t(
        'Its pictures have {0} × {1} pixels, and a side may have {2}.',
        height,
        width,
        MOST_ARRAY_SIDE,
      ),
      next: l10n.t('Scale them down first.'),
    };
  }
  return count > MOST_ARRAY_PICTURES || countOf(shape) * numbers.size > MOST_ARRAY_BYTES
    ? {
        message: l10n.t(
          'It speaks of {0} pictures of {1} × {2} pixels, which is too much.',
          count,
          height,
          width,
        ),
        next: l10n.t('Save a part of them.'),
      }
    : undefined;
}
