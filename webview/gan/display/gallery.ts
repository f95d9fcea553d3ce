import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/hyperparameters';
import type { Pictures } from '../../../src/shared/run';
import type { Collection } from '../datasets';
import type { QualityRecord } from '../diagnosis';
import { measureMemorisation } from '../metrics/memorisation';
import type { Generator } from '../training/generator';
import { createQualityMeasure, type QualityMeasure } from '../metrics';
import { toPictures } from './pictures';
import { Random } from '../random';
import { latentForOrder } from '../training/sampling';

/** Forgeries that are shown through the whole run. */
const SHOWCASE = 8;
/** Forgeries whose quality is measured; the figures of different numbers cannot be compared. */
const MEASURED = 256;
/** Of larger collections a generator of this size learns no originals by heart; so nobody looks for copies. */
const MEMORISABLE = 128;
/** Samples that are compared with every original. */
const SEARCHED_FOR_COPIES = 64;

/** The forgeries of latent vectors that stay the same through a run, by the averaged generator. */
export class Gallery {
  private readonly showcaseLatent: Tensor;
  private readonly measuredLatent: Tensor;
  private readonly measure: QualityMeasure;

  constructor(
    private readonly collection: Collection,
    h: Hyperparameters,
  ) {
    // One class after the other is ordered for the showcase; what is measured has the collection's classes.
    const latent = (stream: string, count: number, classOf: (index: number) => number) =>
      tf.keep(tf.tidy(() => latentForOrder(collection, h, Random.seeded(h.seed, stream), count, classOf)));
    this.showcaseLatent = latent('showcase', SHOWCASE, (index) => index % collection.modes);
    this.measuredLatent = latent('evaluation', MEASURED, (index) =>
      collection.modeOf(index % collection.size),
    );
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
  quality(generator: Generator, round: number): QualityRecord | undefined {
    const samples = this.samples(generator, this.measuredLatent);
    if (!samples.every((value) => Number.isFinite(value))) {
      return undefined;
    }
    const { miniFid, effectiveModes, modes, modeCounts } = this.measure.headline(samples, MEASURED);
    // Of one mode nothing is told: that of a learner's own collection is only what nobody knows better.
    const known = modes > 1 ? { round, miniFid, effectiveModes, modes, modeCounts } : { round, miniFid };
    const memorisationGap = this.memorisationGap(samples);
    return memorisationGap === undefined ? known : { ...known, memorisationGap };
  }

  /** Where copying is possible at all; a learner's own collection has no unseen samples to compare with. */
  private memorisationGap(samples: Float32Array): number | undefined {
    const { kind, size, digest } = this.collection;
    return kind === 'pictures' && size <= MEMORISABLE && digest === undefined
      ? measureMemorisation(this.collection, samples, SEARCHED_FOR_COPIES).gap
      : undefined;
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
