import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import {
  DEFAULT_LAYERS,
  type JudgedPoints,
  type Plane,
  type PlaneLayer,
} from '../../../src/shared/wire/plane';
import type { PointCollection } from '../datasets';
import { classesOf } from '../networks';
import { Random } from '../random';
import type { Gan } from '../training/gan';
import type { RoundView } from '../training/round';
import { latentForOrder } from '../training/sampling';
import { hintsAt } from '../display/hints';
import type { PlaneComparison } from './comparison';
import { sheetLatent, sheetOf } from './sheet';
import { compute, read } from './tensors';

/** Points of each kind that are shown between the rounds. */
const SHOWN_POINTS = 128;

const NO_POINTS: JudgedPoints = { points: new Float32Array() };

/**
 * Shows a run on points: its samples, the discriminator's field over the plane and what else is asked for. Looking
 * changes neither weights nor the random numbers of training.
 */
export class PlaneDisplay {
  private layers: ReadonlySet<PlaneLayer> = new Set(DEFAULT_LAYERS);
  private readonly sheetLatent: Tensor;
  private readonly shownLatent: Tensor;

  constructor(
    private readonly gan: Gan,
    private readonly collection: PointCollection,
    private readonly comparison: PlaneComparison,
    h: Hyperparameters,
  ) {
    this.sheetLatent = sheetLatent(h, collection);
    this.shownLatent = this.latent(h, 'plane', SHOWN_POINTS);
  }

  /** Only what these layers need is computed from now on. */
  show(layers: readonly PlaneLayer[]): void {
    this.layers = new Set(layers);
  }

  /**
   * @param view of the round in progress or the last one; empty before the first
   * @param inProgress phases of a round have been done, and it is not complete
   * @param undivided the last round passed whole: the present generator is shown instead of its phases
   */
  view(
    view: RoundView,
    h: Hyperparameters,
    { inProgress, undivided }: { readonly inProgress: boolean; readonly undivided: boolean },
  ): Plane {
    const between = !inProgress && (undivided || view.real === undefined);
    const points = between ? this.present(view) : this.ofRound(view);
    const field = this.field(h);
    const arrows = this.arrows(view, h, points, between);
    const optimal = field && this.comparing ? this.comparison.compare(field, h) : undefined;
    return {
      extent: this.comparison.extent,
      cells: this.comparison.grid.cells,
      ...points,
      ...(field && { field }),
      ...(this.layers.has('sheet') && { sheet: sheetOf(this.gan.generator, this.sheetLatent, h) }),
      ...(arrows && { arrows }),
      ...(optimal && { optimal }),
    };
  }

  /** What the last round left on the plane, as far as it has come. */
  private ofRound(view: RoundView): Pick<Plane, 'real' | 'generated' | 'generatorBatch'> {
    const { batchProbabilities: before, batchProbabilitiesAfter: after } = view;
    return {
      real: judged(view.real, before?.real, after?.real),
      generated: judged(view.fake, before?.fake, after?.fake),
      ...(view.generatorSamples && {
        generatorBatch: {
          ...judged(view.generatorSamples, view.generatorProbabilities, view.generatorProbabilitiesAfter),
          ...(view.generatorSamplesAfter && { pointsAfter: read(view.generatorSamplesAfter) }),
        },
      }),
    };
  }

  /** Real points, and where the present generator puts its latent vectors. */
  private present(view: RoundView): Pick<Plane, 'real' | 'generated'> {
    const latent = view.generatorLatent ?? this.shownLatent;
    return {
      real: view.real === undefined ? { points: this.firstOriginals() } : judged(view.real),
      generated: { points: compute(() => this.gan.generator.sample(latent)) },
    };
  }

  private firstOriginals(): Float32Array<ArrayBuffer> {
    const count = Math.min(SHOWN_POINTS, this.collection.size);
    const points = new Float32Array(2 * count);
    for (let index = 0; index < count; index++) {
      this.collection.copySample(index, points, 2 * index);
    }
    return points;
  }

  private field(h: Hyperparameters): Plane['field'] {
    const asked = this.layers.has('field') || this.comparing;
    return asked ? this.comparison.field(h) : undefined;
  }

  private get comparing(): boolean {
    return this.layers.has('optimal') || this.layers.has('gap');
  }

  /** In the phases of the discriminator nothing flows to the generator. */
  private arrows(
    view: RoundView,
    h: Hyperparameters,
    { generated, generatorBatch }: Pick<Plane, 'generated' | 'generatorBatch'>,
    between: boolean,
  ): Plane['arrows'] {
    const points = between ? generated.points : generatorBatch?.points;
    if (!this.layers.has('arrows') || points === undefined) {
      return undefined;
    }
    const latent = view.generatorLatent ?? this.shownLatent;
    const at = tf.tensor2d(points, [points.length / 2, 2]);
    const classes = classesOf(latent, h.latentSize);
    const { discriminator } = this.gan;
    const arrows = hintsAt((each) => discriminator.score(each, classes), at, h.loss);
    tf.dispose(classes === undefined ? [at] : [at, classes]);
    return arrows;
  }

  /** Latent vectors that stay the same through the run, kept. */
  private latent(h: Hyperparameters, stream: string, count: number): Tensor {
    const { collection } = this;
    return tf.keep(
      tf.tidy(() =>
        latentForOrder(collection, h, Random.seeded(h.seed, stream), count, (index) =>
          collection.modeOf(index % collection.size),
        ),
      ),
    );
  }

  dispose(): void {
    tf.dispose([this.sheetLatent, this.shownLatent]);
  }
}

function judged(
  points: Tensor | undefined,
  probabilities?: readonly number[],
  probabilitiesAfter?: readonly number[],
): JudgedPoints {
  return points === undefined
    ? NO_POINTS
    : {
        points: read(points),
        ...(probabilities && { probabilities: [...probabilities] }),
        ...(probabilitiesAfter && { probabilitiesAfter: [...probabilitiesAfter] }),
      };
}
