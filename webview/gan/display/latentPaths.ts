import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { LatentPath } from '../../../src/shared/wire/latent';
import { unreachable } from '../../../src/shared/result';
import type { Pictures } from '../../../src/shared/wire/run';
import type { Collection } from '../datasets';
import { latentReach } from '../plane/sheet';
import type { Generator } from '../training/generator';
import { scaledLatent } from '../training/sampling';
import { toPictures } from './pictures';

/** Directions that are nearly the same, or opposite, have no arc between them; below this sine it is a line. */
const LEAST_SINE = 1e-4;

/**
 * Between two latent vectors. Normal ones lie near a sphere, and a straight line between them would lead through its
 * empty inside; so their directions turn along the arc and their lengths go in proportion (slerp: White 2016, "Sampling
 * Generative Networks"). Uniform ones go straight.
 *
 * @param share 0 at the first, 1 at the second
 */
export function between(
  first: Float32Array,
  second: Float32Array,
  share: number,
  distribution: Hyperparameters['latentDistribution'],
): Float32Array {
  const [a, b] = [length(first), length(second)];
  const cosine = a === 0 || b === 0 ? 1 : dot(first, second) / (a * b);
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  if (distribution !== 'normal' || Math.sin(angle) < LEAST_SINE) {
    return first.map((value, i) => value + share * ((second[i] ?? 0) - value));
  }
  const size = a + share * (b - a);
  const [ofFirst, ofSecond] = [
    Math.sin((1 - share) * angle) / Math.sin(angle),
    Math.sin(share * angle) / Math.sin(angle),
  ];
  return first.map((value, i) => size * ((ofFirst * value) / a + (ofSecond * (second[i] ?? 0)) / b));
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}

function length(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}

/** Paints what lies between fixed samples. Changes neither weights nor random numbers. */
export class LatentPaths {
  /** @param fixedLatent latent vectors [count, latentSize (+ classes)] */
  constructor(
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
    private readonly fixedLatent: Tensor,
  ) {}

  /**
   * Pictures along a path, by the averaged generator. None in a run on points, and for a path of classes none of an
   * unconditional generator. An index beyond the last fixed sample means the last one.
   */
  paint(generator: Generator, path: LatentPath): Pictures {
    const vectors = this.vectors(path);
    if (vectors.length === 0) {
      return toPictures(this.collection, []);
    }
    const width = this.fixedLatent.shape[1] ?? 0;
    const values = new Float32Array(vectors.length * width);
    vectors.forEach((vector, index) => values.set(vector, index * width));
    const samples = tf.tidy(() => generator.sampleForDisplay(tf.tensor2d(values, [vectors.length, width])));
    const pictures = toPictures(this.collection, samples.dataSync());
    samples.dispose();
    return pictures;
  }

  private vectors(path: LatentPath): Float32Array[] {
    switch (path.kind) {
      case 'walk': {
        const [from, to] = [this.vectorOf(path.from), this.vectorOf(path.to)];
        return shares(path.steps).map((share) => this.mix(from, to, share));
      }
      case 'grid':
        return this.h.latentSize === 2 ? this.latentPlane(path.side) : this.planeThrough(path);
      case 'orders':
        return this.orders(path.count);
      case 'truncated':
        return this.truncated(path.scale);
      default:
        return unreachable(path);
    }
  }

  /** The same latent vectors to every order: what differs between two classes is what the order does. */
  private orders(count: number): Float32Array[] {
    const { latentSize } = this.h;
    const width = this.fixedLatent.shape[1] ?? 0;
    return Array.from({ length: (width - latentSize) * count }, (_, index) =>
      this.vectorOf(index % count)
        .fill(0, latentSize)
        .fill(1, latentSize + Math.floor(index / count), latentSize + Math.floor(index / count) + 1),
    );
  }

  private truncated(scale: number): Float32Array[] {
    const scaled = scaledLatent(this.fixedLatent, this.h.latentSize, scale);
    const [count = 0, width = 0] = scaled.shape;
    const values = Float32Array.from(scaled.dataSync());
    scaled.dispose();
    return Array.from({ length: count }, (_, index) => values.slice(index * width, (index + 1) * width));
  }

  /** The classes of a conditional pair stand behind the latent vector, and go over in proportion. */
  private mix(from: Float32Array, to: Float32Array, share: number): Float32Array {
    const { latentSize, latentDistribution } = this.h;
    const mixed = from.map((value, i) => value + share * ((to[i] ?? 0) - value));
    mixed.set(between(from.subarray(0, latentSize), to.subarray(0, latentSize), share, latentDistribution));
    return mixed;
  }

  private latentPlane(side: number): Float32Array[] {
    const reach = latentReach(this.h);
    const classes = this.vectorOf(0).subarray(2);
    return shares(side).flatMap((row) =>
      shares(side).map((column) =>
        Float32Array.of(reach * (2 * column - 1), reach * (1 - 2 * row), ...classes),
      ),
    );
  }

  private planeThrough({ corners, side }: Extract<LatentPath, { kind: 'grid' }>): Float32Array[] {
    const [first, second, third] = corners.map((corner) => this.vectorOf(corner));
    if (first === undefined || second === undefined || third === undefined) {
      return [];
    }
    return shares(side).flatMap((down) =>
      shares(side).map((right) =>
        first.map(
          (value, i) => value + right * ((second[i] ?? 0) - value) + down * ((third[i] ?? 0) - value),
        ),
      ),
    );
  }

  private vectorOf(index: number): Float32Array {
    const [count = 1, width = 0] = this.fixedLatent.shape;
    const at = Math.min(index, count - 1) * width;
    return Float32Array.from(this.fixedLatent.dataSync().subarray(at, at + width));
  }
}

/** So many numbers from 0 to 1, evenly spaced. */
function shares(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index / (count - 1));
}
