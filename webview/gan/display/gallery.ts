import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Pictures, Quality } from '../../../src/shared/run';
import type { Collection } from '../datasets';
import type { Generator } from '../training/generator';
import { createQualityMeasure, type QualityMeasure } from '../metrics';
import { toPictures } from './pictures';
import { Random } from '../random';
import { drawLatent } from '../training/sampling';

/** Forgeries that are shown through the whole run. */
const SHOWCASE = 8;
/** Forgeries whose quality is measured; the figures of different numbers cannot be compared. */
const MEASURED = 256;

/** The forgeries of latent vectors that stay the same through a run, by the averaged generator. */
export class Gallery {
  private readonly showcaseLatent: Tensor;
  private readonly measuredLatent: Tensor;
  private readonly measure: QualityMeasure;

  constructor(
    private readonly collection: Collection,
    h: Hyperparameters,
  ) {
    const latent = (stream: string, count: number) =>
      tf.keep(tf.tensor2d(drawLatent(Random.seeded(h.seed, stream), count, h), [count, h.latentSize]));
    this.showcaseLatent = latent('showcase', SHOWCASE);
    this.measuredLatent = latent('evaluation', MEASURED);
    this.measure = createQualityMeasure(collection);
  }

  /** Latent vectors of the showcase [8, latentSize]. */
  get latent(): Tensor {
    return this.showcaseLatent;
  }

  /** No pictures for points. */
  showcase(generator: Generator): Pictures {
    return toPictures(this.collection, this.samples(generator, this.showcaseLatent));
  }

  /**
   * @param round the number of complete rounds
   * @returns `undefined` when the generator paints something that is not a number
   */
  quality(generator: Generator, round: number): Quality | undefined {
    const samples = this.samples(generator, this.measuredLatent);
    if (!samples.every((value) => Number.isFinite(value))) {
      return undefined;
    }
    const { miniFid, effectiveModes, modes } = this.measure.headline(samples, MEASURED);
    return { round, miniFid, effectiveModes, modes };
  }

  private samples(generator: Generator, latent: Tensor): Float32Array {
    const samples = tf.tidy(() => generator.forgeForDisplay(latent));
    // A copy, because a backend may hand out its own memory; and made outside the tidy, which would walk through it.
    const values = Float32Array.from(samples.dataSync());
    samples.dispose();
    return values;
  }

  dispose(): void {
    tf.dispose([this.showcaseLatent, this.measuredLatent]);
  }
}
