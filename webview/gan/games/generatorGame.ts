import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  UPDATES_PER_DRAWING,
  type DrawnSample,
  type Learned,
  type Look,
  type Scored,
  type Drawing,
} from '../../../src/shared/wire/games';
import { sampleLength, type Collection } from '../datasets';
import { followed, hintsAt, shownHints } from '../display/hints';
import { toPictures } from '../display/pictures';
import { classesOf } from '../networks';
import { extentOf } from '../plane/extent';
import { gridMiddles } from '../plane/field';
import { FIELD_CELLS } from '../plane/comparison';
import { read } from '../plane/tensors';
import { Random } from '../random';
import { completeBatch, trainDiscriminatorOnce } from '../training/discriminatorStep';
import type { Gan, GanState } from '../training/gan';
import { LOSSES } from '../training/losses';
import { tensorsOf } from '../training/batchLogits';
import { latentForOrder } from '../training/sampling';
import { SampleScorer } from './sampleScorer';
import { valuesOfDrawn } from './drawnSamples';
import { copyOf, type GameSource } from './gameSource';
import { coverFor, covered } from './occlusion';
import { paletteOf } from './palette';

/** Samples of each kind whose mean score a person compares with. */
const COMPARED = 64;
/**
 * Of the generated samples that the discriminator learns from, so many are the person's. A single one among 32 is
 * lost in the noise of the batches; with all of them it forgets the generator. At a quarter its opinion of the picture sinks
 * within ten updates, while that of the originals stays (seed 1, rounds 50 to 800).
 */
const SHARE_OF_BATCH = 1 / 4;

/** Scores what a person draws, by a copy of the discriminator of one moment, and lets that copy learn from it. */
export class GeneratorGame {
  private readonly moment: GanState;
  private readonly collection: Collection;
  /** Of the machine, from fresh latent vectors, for comparison; kept. */
  private readonly machine: Tensor;
  private readonly originals: Tensor;
  private gan: Gan;
  private scorer: SampleScorer;

  constructor(private readonly source: GameSource) {
    const { hyperparameters: h } = source;
    this.gan = source.present();
    this.collection = this.gan.collection;
    this.moment = this.gan.state();
    this.machine = tf.keep(
      tf.tidy(() =>
        this.gan.generator.sample(
          latentForOrder(this.collection, h, Random.seeded(h.seed, 'studio'), COMPARED, (index) =>
            this.collection.modeOf(index % this.collection.size),
          ),
        ),
      ),
    );
    this.originals = tf.keep(this.someOriginals());
    this.scorer = new SampleScorer(this.gan.discriminator, this.machine);
  }

  /** What there is to draw with. */
  describe(): Drawing {
    const { collection, source } = this;
    return {
      kind: 'drawing',
      round: source.position.round,
      machineMean: this.meanOf(this.machine),
      originalsMean: this.meanOf(this.originals),
      canvas:
        collection.kind === 'points'
          ? { kind: 'points', extent: extentOf(collection) }
          : { kind: 'picture', size: collection.sampleShape[0] ?? 1, palette: paletteOf(collection) },
    };
  }

  /** What a person drew, sample after sample; `undefined` when it is none of this collection. */
  samplesOf(drawn: DrawnSample): Float32Array | undefined {
    return valuesOfDrawn(this.collection, drawn);
  }

  /**
   * What the discriminator says.
   *
   * @param values samples one after the other
   * @param asked also where it looks, and how the sample would score better
   */
  score(
    values: Float32Array,
    serial: number,
    asked: { readonly looks: boolean; readonly hints: boolean },
  ): Scored {
    const { collection, scorer } = this;
    const samples = this.tensorOf(values);
    const outputs = scorer.outputs(samples);
    const arrows =
      collection.kind === 'points'
        ? hintsAt((at) => scorer.score(at), samples, this.source.hyperparameters.loss)
        : undefined;
    const hint = asked.hints ? this.hint(values, samples) : undefined;
    samples.dispose();
    return {
      kind: 'scored',
      serial,
      probabilities: Array.from(outputs, this.probability),
      ...(arrows && { arrows }),
      ...(hint && { hint }),
      ...(asked.looks && { look: this.look(values, outputs[0] ?? 0) }),
    };
  }

  /** The copy learns from the drawn sample, which is among the generator's own in each batch. */
  trainOn(values: Float32Array): Learned {
    const h = this.source.hyperparameters;
    const copies = Math.max(1, Math.round(h.batchSize * SHARE_OF_BATCH));
    const mine = repeated(values, sampleLength(this.collection), copies);
    const before = [this.meanOf(this.machine), this.meanOf(this.originals)] as const;
    const path = [this.meanOf(values)];
    for (let lesson = 0; lesson < UPDATES_PER_DRAWING; lesson++) {
      this.learnFrom(mine);
      path.push(this.meanOf(values));
    }
    return {
      kind: 'learned',
      path,
      machine: [before[0], this.meanOf(this.machine)],
      originals: [before[1], this.meanOf(this.originals)],
      copies,
      batch: h.batchSize,
    };
  }

  /** Back to the discriminator of the moment. */
  forget(): void {
    this.gan.dispose();
    this.gan = copyOf(this.source.hyperparameters, this.collection, this.moment);
    this.examine();
  }

  dispose(): void {
    this.scorer.dispose();
    this.gan.dispose();
    tf.dispose([this.machine, this.originals]);
  }

  private readonly probability = (output: number): number =>
    LOSSES[this.source.hyperparameters.loss].probability(output);

  /** Mean P(real) of samples. */
  private meanOf(samples: Tensor | Float32Array): number {
    const tensor = samples instanceof Float32Array ? this.tensorOf(samples) : samples;
    const probabilities = Array.from(this.scorer.outputs(tensor), this.probability);
    if (tensor !== samples) {
      tensor.dispose();
    }
    return probabilities.reduce((sum, probability) => sum + probability, 0) / probabilities.length;
  }

  private tensorOf(values: Float32Array): Tensor {
    const count = values.length / sampleLength(this.collection);
    return tf.tensor(values, [count, ...this.collection.sampleShape]);
  }

  private someOriginals(): Tensor {
    const { collection } = this;
    const random = Random.seeded(this.source.hyperparameters.seed, 'studio originals');
    const length = sampleLength(collection);
    const values = new Float32Array(COMPARED * length);
    for (let index = 0; index < COMPARED; index++) {
      collection.copySample(random.integer(collection.size), values, index * length);
    }
    return this.tensorOf(values);
  }

  /**
   * The gradient of the logit by the pixels, whatever the loss: a person wants a higher score, and what is left of the
   * gradient after the loss is the generator's affair.
   */
  private hint(values: Float32Array, samples: Tensor): Scored['hint'] {
    const { collection, scorer } = this;
    if (collection.kind === 'points') {
      return undefined;
    }
    // The loss of a critic's generator is minus the logit itself.
    const gradient = hintsAt(scorer.score, samples, 'wasserstein');
    const shown = shownHints(collection, gradient);
    return (
      shown && {
        shown,
        followed: toPictures(collection, followed(values, gradient, sampleLength(collection))),
      }
    );
  }

  private look(values: Float32Array, output: number): Look {
    const { collection, scorer } = this;
    if (collection.kind === 'points') {
      const extent = extentOf(collection);
      const middles = gridMiddles({ low: -extent, high: extent, cells: FIELD_CELLS });
      const field = scorer.outputs(middles).map(this.probability);
      middles.dispose();
      return { kind: 'points', cells: FIELD_CELLS, field };
    }
    const [size = 1, , channels = 1] = collection.sampleShape;
    const cover = coverFor(size);
    const pictures = this.tensorOf(covered(values, size, channels, cover));
    const evidence = scorer.outputs(pictures).map((other) => output - other);
    pictures.dispose();
    return { kind: 'picture', ...cover, evidence };
  }

  /** One update of the copy, on a batch whose first generated samples are the person's. */
  private learnFrom(mine: Float32Array): void {
    const { gan } = this;
    const h = this.source.hyperparameters;
    tf.tidy(() => {
      const real = gan.sampling.real(h.batchSize, h);
      const latent = gan.sampling.latent(h.batchSize, h);
      const values = read(gan.generator.sample(latent));
      values.set(mine);
      const fake = { samples: this.tensorOf(values), classes: classesOf(latent, h.latentSize) };
      const { verdict } = trainDiscriminatorOnce(gan, h, completeBatch(gan, h, real, fake));
      tf.dispose([...tensorsOf(verdict.logits), verdict.loss]);
    });
    this.examine();
  }

  /** The weights have changed, and with them the moments of the machine's batch. */
  private examine(): void {
    this.scorer.dispose();
    this.scorer = new SampleScorer(this.gan.discriminator, this.machine);
  }
}

/** The samples in turn until there are so many. */
function repeated(values: Float32Array, length: number, count: number): Float32Array {
  const all = new Float32Array(count * length);
  const given = values.length / length;
  for (let index = 0; index < count; index++) {
    const from = (index % given) * length;
    all.set(values.subarray(from, from + length), index * length);
  }
  return all;
}
