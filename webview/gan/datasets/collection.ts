import type { OwnData, PictureData, PointData } from '../../../src/shared/domain/hyperparameters';

interface Samples {
  /**
   * Shape of one sample: [size, size, 3] for colour pictures, [size, size, 1] for grey ones (rows from the top, all
   * values from -1 to 1), [2] for points.
   */
  readonly sampleShape: readonly number[];
  /** How many different samples there are. */
  readonly size: number;
  /** Of a learner's own collection: what it is known by; see `OwnCollection`. */
  readonly digest?: string;
  /** How many kinds of sample a person can tell apart; 1 of a learner's own collection without labels. */
  readonly modes: number;
  /** What a learner calls the kinds of their own collection. */
  readonly modeNames?: readonly string[];
  /**
   * Writes one sample into `target`, from `offset` on.
   *
   * @param index from 0 to `size` - 1
   * @throws RangeError when there is no such sample
   */
  copySample(index: number, target: Float32Array, offset: number): void;
  /**
   * @param index from 0 to `size` - 1
   * @returns the kind of this sample, from 0 to `modes` - 1
   * @throws RangeError when there is no such sample
   */
  modeOf(index: number): number;
  /**
   * The collection of another size on the same subject; the smaller of both is the beginning of the larger. A learner's
   * own begins again where it ends.
   */
  resized(size: number): Collection;
}

export interface PictureCollection extends Samples {
  readonly kind: 'pictures';
  readonly data: PictureData | Extract<OwnData, 'ownPictures'>;
}

export interface PointCollection extends Samples {
  readonly kind: 'points';
  readonly data: PointData | Exclude<OwnData, 'ownPictures'>;
  /** How much of the plane is shown at least; see `PointDistribution`. */
  readonly leastExtent?: number;
  /**
   * The probability density that the points are drawn from, its integral over the plane being 1: exact of the program's
   * own distributions, estimated of a learner's points.
   */
  density(x: number, y: number): number;
}

/**
 * The collection: real samples that the discriminator may see. Each sample is made on first use from its index alone, so
 * that a collection of 4,096 begins with the collection of 4 and is the same for every seed of a run.
 */
export type Collection = PictureCollection | PointCollection;

/** How many numbers make up one sample. */
export function sampleLength({ sampleShape }: Collection): number {
  return sampleShape.reduce((product, extent) => product * extent, 1);
}

/**
 * Up to this many numbers are copied one by one: the two of a point are there before a view of them is made, and a round
 * copies hundreds.
 */
const COPIED_SINGLY = 8;

/** Makes samples when they are asked for and keeps them. */
export class SampleCache {
  private readonly values: Float32Array;
  private readonly modes: Uint8Array;
  private readonly made: Uint8Array;

  /**
   * @param size how many samples there are
   * @param length numbers per sample
   * @param make writes a sample into `target` and returns its mode
   */
  constructor(
    private readonly size: number,
    private readonly length: number,
    private readonly make: (index: number, target: Float32Array) => number,
  ) {
    this.values = new Float32Array(size * length);
    this.modes = new Uint8Array(size);
    this.made = new Uint8Array(size);
  }

  /** Writes the sample into `target`, from `offset` on. */
  copy(index: number, target: Float32Array, offset: number): void {
    this.ensure(index);
    if (this.length > COPIED_SINGLY) {
      target.set(this.view(index), offset);
      return;
    }
    const start = index * this.length;
    for (let i = 0; i < this.length; i++) {
      target[offset + i] = this.values[start + i] ?? 0;
    }
  }

  mode(index: number): number {
    this.ensure(index);
    return this.modes[index] ?? 0;
  }

  private view(index: number): Float32Array {
    return this.values.subarray(index * this.length, (index + 1) * this.length);
  }

  private ensure(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) {
      throw new RangeError(`No sample ${index} in a collection of ${this.size}`);
    }
    if (this.made[index] === 0) {
      this.modes[index] = this.make(index, this.view(index));
      this.made[index] = 1;
    }
  }
}
