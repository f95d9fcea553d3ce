import {
  isPictureData,
  type Hyperparameters,
  type OwnData,
  type PictureData,
  type PointData,
} from '../shared/domain/hyperparameters';

/** The kinds of original in each of the program's own collections, which are the classes of a conditional pair. */
const KINDS: { readonly [K in PictureData | PointData | OwnData]: number } = {
  portraits: 6,
  starryNights: 4,
  sunsets: 3,
  digits: 10,
  line: 4,
  twoBlobs: 2,
  ring: 8,
  threeIslands: 3,
  eightGaussians: 8,
  grid25: 25,
  twoMoons: 2,
  spiral: 4,
  ownPictures: 1,
  ownPoints: 1,
  drawnPoints: 1,
};

/** What a network has to do with: samples of one shape and, in a conditional pair, their classes. */
export interface SampleKind {
  readonly kind: 'pictures' | 'points';
  /** [height, width, channels] of pictures, [2] of points. */
  readonly shape: readonly number[];
  /** 0 for an unconditional pair. */
  readonly classes: number;
}

/** The samples of a run with these hyperparameters. */
export function samplesOf({ data, pictureSize, conditional }: Hyperparameters): SampleKind {
  const classes = conditional === 'yes' ? KINDS[data] : 0;
  return isPictureData(data)
    ? { kind: 'pictures', shape: [pictureSize, pictureSize, data === 'digits' ? 1 : 3], classes }
    : { kind: 'points', shape: [2], classes };
}
