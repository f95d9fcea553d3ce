import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Collection } from '../datasets';
import { Random } from '../random';
import type { Generator } from '../training/generator';
import { latentForOrder } from '../training/sampling';
import { sampleEach } from './sheet';
import { compute } from './tensors';

/** Points of each record, in a picture so small that no more can be told apart. */
const FIXED_POINTS = 48;
/** A thousandth is far below what such a small picture shows, and keeps checkpoints small. */
const DECIMALS = 1000;

/** The generated points of latent vectors that stay the same through a run, for its samples over time. */
export class FixedPoints {
  private readonly latent: Tensor;

  constructor(collection: Collection, h: Hyperparameters) {
    this.latent = tf.keep(
      tf.tidy(() =>
        latentForOrder(collection, h, Random.seeded(h.seed, 'film'), FIXED_POINTS, (index) =>
          collection.modeOf(index % collection.size),
        ),
      ),
    );
  }

  /** x and y of one point after the other, as plain numbers that go into a checkpoint. */
  of(generator: Generator): number[] {
    const points = compute(() => sampleEach(generator, this.latent));
    return Array.from(points, (value) => Math.round(value * DECIMALS) / DECIMALS);
  }

  dispose(): void {
    this.latent.dispose();
  }
}
