import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Optimal } from '../../../src/shared/wire/plane';
import type { Quality } from '../../../src/shared/domain/measures';
import type { PointCollection } from '../datasets';
import type { Grid } from '../metrics/grid';
import { Random } from '../random';
import type { Gan } from '../training/gan';
import { latentForOrder } from '../training/sampling';
import { extentOf } from './extent';
import { gridMiddles, probabilitiesAt } from './field';
import { COMPARED_POINTS, OptimalDiscriminator } from './optimal';
import { sampleEach } from './sheet';
import { compute } from './tensors';

/** Squares of the grid in each direction; drawn smoothly, more cannot be told apart. */
export const FIELD_CELLS = 48;

/**
 * What the discriminator of a run on points answers over the plane, and how far it is from the best one there is. The
 * stage and the charts ask the same one, so that they never differ.
 */
export class PlaneComparison {
  /** The plane is looked at from -extent to extent in both directions. */
  readonly extent: number;
  readonly grid: Grid;
  private readonly optimal: OptimalDiscriminator;
  private readonly middles: Tensor;
  /** Made when it is first needed. */
  private latent: Tensor | undefined;

  constructor(
    private readonly gan: Gan,
    private readonly collection: PointCollection,
    private readonly h: Hyperparameters,
  ) {
    this.extent = extentOf(collection);
    this.grid = { low: -this.extent, high: this.extent, cells: FIELD_CELLS };
    this.optimal = new OptimalDiscriminator(collection, this.grid);
    this.middles = gridMiddles(this.grid);
  }

  /** P(real) in the middle of every square of the grid. */
  field({ loss }: Hyperparameters): Float32Array<ArrayBuffer> {
    return probabilitiesAt(this.gan.discriminator, this.middles, loss);
  }

  /** @param field of this moment */
  compare(field: Float32Array, h: Hyperparameters): Optimal {
    const latent = (this.latent ??= this.comparedLatent());
    return this.optimal.compare(
      compute(() => sampleEach(this.gan.generator, latent)),
      field,
      h,
    );
  }

  /** What charts show and goals ask of it; what is not a number is left out. */
  measures(h: Hyperparameters): Pick<Quality, 'jensenShannon' | 'optimalGap'> {
    const { divergence, comparison } = this.compare(this.field(h), h);
    return {
      jensenShannon: divergence.bits,
      ...(comparison !== undefined && Number.isFinite(comparison.gap) && { optimalGap: comparison.gap }),
    };
  }

  /** Latent vectors that stay the same through the run, kept. */
  private comparedLatent(): Tensor {
    const { collection, h } = this;
    return tf.keep(
      tf.tidy(() =>
        latentForOrder(collection, h, Random.seeded(h.seed, 'compared'), COMPARED_POINTS, (index) =>
          collection.modeOf(index % collection.size),
        ),
      ),
    );
  }

  dispose(): void {
    this.middles.dispose();
    this.latent?.dispose();
  }
}
