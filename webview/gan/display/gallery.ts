import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Pictures, ShownHints } from '../../../src/shared/wire/run';
import type { Collection } from '../datasets';
import type { QualityRecord } from '../diagnosis';
import { createMemorisationMeasure, type MemorisationMeasure } from '../metrics/memorisation';
import { classesOf } from '../networks';
import type { Gan } from '../training/gan';
import type { Generator } from '../training/generator';
import { createQualityMeasure, type QualityMeasure } from '../metrics';
import { areEven } from '../metrics/modeStatistics';
import { hintsAt, shownHints } from './hints';
import { toPictures } from './pictures';
import { Random } from '../random';
import { latentForOrder, scaledLatent } from '../training/sampling';

/** Generated samples that are shown through the whole run. */
const FIXED_SAMPLES = 8;
/** Generated samples whose quality is measured; the figures of different numbers cannot be compared. */
const MEASURED = 256;
/** Samples that are compared with the originals. */
const SEARCHED_FOR_COPIES = 64;

/** The modes of the program's own collections are even; a learner's classes may not be. */
function hasEvenModes(collection: Collection): boolean {
  if (collection.digest === undefined) {
    return true;
  }
  const counts = new Uint32Array(collection.modes);
  for (let index = 0; index < collection.size; index++) {
    const mode = collection.modeOf(index);
    counts[mode] = (counts[mode] ?? 0) + 1;
  }
  return areEven(counts);
}

/** Generated samples of latent vectors that stay the same through a run, by the averaged generator. */
export class Gallery {
  private readonly fixedLatent: Tensor;
  private readonly measuredLatent: Tensor;
  private readonly measure: QualityMeasure;
  /** Whether it says something how many modes there are; of one mode, and of classes of unlike sizes, it does not. */
  private readonly countsModes: boolean;
  /** Where copying can be told; a learner's own collection has no unseen samples to compare with. */
  private readonly memorisation: MemorisationMeasure | undefined;

  constructor(
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
  ) {
    // One class after the other is ordered for the fixed samples; what is measured has the collection's classes.
    const latent = (stream: string, count: number, classOf: (index: number) => number): tf.Tensor =>
      tf.keep(tf.tidy(() => latentForOrder(collection, h, Random.seeded(h.seed, stream), count, classOf)));
    this.fixedLatent = latent('showcase', FIXED_SAMPLES, (index) => index % collection.modes);
    this.measuredLatent = latent('evaluation', MEASURED, (index) =>
      collection.modeOf(index % collection.size),
    );
    this.measure = createQualityMeasure(collection);
    this.countsModes = collection.modes > 1 && hasEvenModes(collection);
    this.memorisation =
      collection.kind === 'pictures' && collection.digest === undefined
        ? createMemorisationMeasure(collection)
        : undefined;
  }

  /** Latent vectors of the fixed samples [8, latentSize]. */
  get latent(): Tensor {
    return this.fixedLatent;
  }

  /** No pictures for points. */
  fixedSamples(generator: Generator): Pictures {
    return toPictures(this.collection, this.samples(generator, this.fixedLatent));
  }

  /** What the discriminator would say of each fixed sample; nothing of points, nor when a number is not finite. */
  fixedHints({ generator, discriminator }: Gan, h: Hyperparameters): ShownHints | undefined {
    const { collection, fixedLatent } = this;
    if (collection.kind === 'points') {
      return undefined;
    }
    const samples = tf.tidy(() => generator.sampleForDisplay(fixedLatent));
    const classes = classesOf(fixedLatent, h.latentSize);
    const gradients = hintsAt((each) => discriminator.score(each, classes), samples, h.loss);
    tf.dispose(classes === undefined ? [samples] : [samples, classes]);
    return shownHints(collection, gradients);
  }

  /**
   * @param round the number of complete rounds
   * @param scale what the latent vectors are multiplied with, from 0 to 1
   * @returns `undefined` when the generator paints something that is not a number
   */
  quality(generator: Generator, round: number, scale = 1): QualityRecord | undefined {
    const latent = scaledLatent(this.measuredLatent, this.h.latentSize, scale);
    const samples = this.samples(generator, latent);
    latent.dispose();
    if (!samples.every((value) => Number.isFinite(value))) {
      return undefined;
    }
    const { modes, effectiveModes, modeCounts, miniFid, ...others } = this.measure.headline(
      samples,
      MEASURED,
    );
    return {
      round,
      // In the order of the schema, in which a checkpoint gives them back.
      ...(this.countsModes && { modes }),
      miniFid,
      ...(this.countsModes && { effectiveModes, modeCounts }),
      ...others,
      ...(this.memorisation && {
        memorisationGap: this.memorisation.measure(samples, SEARCHED_FOR_COPIES).gap,
      }),
    };
  }

  private samples(generator: Generator, latent: Tensor): Float32Array {
    const samples = tf.tidy(() => generator.sampleForDisplay(latent));
    // A copy, because a backend may hand out its own memory; and made outside the tidy, which would walk through it.
    const values = Float32Array.from(samples.dataSync());
    samples.dispose();
    return values;
  }

  dispose(): void {
    tf.dispose([this.fixedLatent, this.measuredLatent]);
  }
}
