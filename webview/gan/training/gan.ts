import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Collection } from '../datasets';
import { Discriminator } from './discriminator';
import { Generator } from './generator';
import {
  classCount,
  createDiscriminator,
  createGenerator,
  elementCount,
  RunningMoments,
  SpectralNormalization,
  type Network,
} from '../networks';
import { Optimizer } from './optimizers';
import { Random } from '../random';
import { Sampling } from './sampling';
import { TENSOR_GROUPS, type TensorGroup } from '../../../src/shared/domain/networkTensors';
import type { SamplingState } from '../../../src/shared/wire/checkpointHeader';

type TensorGroups<T> = Readonly<Record<TensorGroup, readonly T[]>>;

/** @param of is asked for the groups in the order of {@link TENSOR_GROUPS} */
export function byGroup<T>(of: (group: TensorGroup) => readonly T[]): TensorGroups<T> {
  return {
    generator: of('generator'),
    averagedGenerator: of('averagedGenerator'),
    generatorMoments: of('generatorMoments'),
    averagedGeneratorMoments: of('averagedGeneratorMoments'),
    generatorOptimizer: of('generatorOptimizer'),
    discriminator: of('discriminator'),
    discriminatorSpectral: of('discriminatorSpectral'),
    discriminatorOptimizer: of('discriminatorOptimizer'),
  };
}

/** Everything of a GAN between two rounds that decides how training goes on. */
export interface GanState {
  readonly completeRounds: number;
  readonly sampling: SamplingState;
  readonly generatorSteps: number;
  readonly discriminatorSteps: number;
  readonly values: TensorGroups<Float32Array>;
}

/** What moves while a run goes on. */
interface Parts {
  readonly sampling: Sampling;
  readonly generator: Generator;
  readonly discriminator: Discriminator;
  readonly generatorOptimizer: Optimizer;
  readonly discriminatorOptimizer: Optimizer;
}

/** The two networks, their optimizers and the randomness of one run. */
export class Gan {
  private constructor(
    readonly collection: Collection,
    private parts: Parts,
    private rounds: number,
  ) {}

  /** Round 0 with fresh weights. The hyperparameters must be a combination that works. */
  static create(h: Hyperparameters, collection: Collection): Gan {
    const { generator, discriminator } = networksOf(h, collection);
    const random = Random.seeded(h.seed, 'spectral');
    const parts = {
      sampling: Sampling.seeded(collection, h.seed),
      generator: new Generator(generator, {
        parameters: generator.initialParameters(Random.seeded(h.seed, 'generator')),
      }),
      discriminator: new Discriminator(
        discriminator,
        discriminator.initialParameters(Random.seeded(h.seed, 'discriminator')),
        isSpectral(h)
          ? (parameters) => new SpectralNormalization(discriminator.parameters, parameters, { random })
          : undefined,
      ),
      generatorOptimizer: new Optimizer(h.generatorOptimizer, generator.parameters),
      discriminatorOptimizer: new Optimizer(h.discriminatorOptimizer, discriminator.parameters),
    };
    return new Gan(collection, parts, 0);
  }

  /** The run that `state` was taken of, or `undefined` when its tensors do not fit the hyperparameters. */
  static restore(h: Hyperparameters, collection: Collection, state: GanState): Gan | undefined {
    const networks = networksOf(h, collection);
    const { generator, discriminator } = networks;
    const { values } = state;
    const expected = lengthsOf(h, networks);
    const fits = TENSOR_GROUPS.every(
      (group) =>
        expected[group].length === values[group].length &&
        expected[group].every((length, index) => length === values[group][index]?.length),
    );
    if (!fits) {
      return undefined;
    }
    const saved = values.discriminatorSpectral;
    const parts = {
      sampling: Sampling.fromState(collection, state.sampling, h.seed),
      generator: new Generator(generator, {
        parameters: values.generator,
        averaged: values.averagedGenerator,
        moments: values.generatorMoments,
        averagedMoments: values.averagedGeneratorMoments,
      }),
      discriminator: new Discriminator(
        discriminator,
        values.discriminator,
        isSpectral(h)
          ? (parameters) => new SpectralNormalization(discriminator.parameters, parameters, { saved })
          : undefined,
      ),
      generatorOptimizer: new Optimizer(h.generatorOptimizer, generator.parameters, {
        steps: state.generatorSteps,
        slots: values.generatorOptimizer,
      }),
      discriminatorOptimizer: new Optimizer(h.discriminatorOptimizer, discriminator.parameters, {
        steps: state.discriminatorSteps,
        slots: values.discriminatorOptimizer,
      }),
    };
    return new Gan(collection, parts, state.completeRounds);
  }

  /** Takes over everything of another moment of the same run; `other` must not be used after it. */
  become(other: Gan): void {
    this.dispose();
    this.parts = other.parts;
    this.rounds = other.rounds;
  }

  get sampling(): Sampling {
    return this.parts.sampling;
  }

  get generator(): Generator {
    return this.parts.generator;
  }

  get discriminator(): Discriminator {
    return this.parts.discriminator;
  }

  get generatorOptimizer(): Optimizer {
    return this.parts.generatorOptimizer;
  }

  get discriminatorOptimizer(): Optimizer {
    return this.parts.discriminatorOptimizer;
  }

  get completeRounds(): number {
    return this.rounds;
  }

  /** The seventh phase is done. */
  completeRound(): void {
    this.rounds++;
  }

  /** Reads everything back; blocks until the backend has computed it. */
  state(): GanState {
    const tensors = this.tensors;
    return {
      completeRounds: this.rounds,
      sampling: this.sampling.state(),
      generatorSteps: this.generatorOptimizer.steps,
      discriminatorSteps: this.discriminatorOptimizer.steps,
      // A copy each, because a backend may hand out its own memory.
      values: byGroup((group) => tensors[group].map((tensor) => Float32Array.from(tensor.dataSync()))),
    };
  }

  /**
   * Whether training can go on: every weight is a number and every moving average of an optimizer, too. An Adam whose mean
   * square is infinite steps by 0 and stands still without another sign. One sum over all of them tells, because NaN and
   * infinity stay in a sum.
   */
  isFinite(): boolean {
    const { generator, discriminator, generatorOptimizer, discriminatorOptimizer } = this.tensors;
    const total = tf.tidy(() =>
      [...generator, ...discriminator, ...generatorOptimizer, ...discriminatorOptimizer]
        .map((tensor) => tf.sum(tensor))
        .reduce((sum, part) => tf.add(sum, part)),
    );
    const finite = total.dataSync().every((value) => Number.isFinite(value));
    total.dispose();
    return finite;
  }

  private get tensors(): TensorGroups<Tensor> {
    const generator = this.generator.state;
    const discriminator = this.discriminator.state;
    return {
      generator: generator.parameters,
      averagedGenerator: generator.averaged,
      generatorMoments: generator.moments,
      averagedGeneratorMoments: generator.averagedMoments,
      generatorOptimizer: this.generatorOptimizer.slotTensors,
      discriminator: discriminator.parameters,
      discriminatorSpectral: discriminator.spectral,
      discriminatorOptimizer: this.discriminatorOptimizer.slotTensors,
    };
  }

  dispose(): void {
    this.generator.dispose();
    this.discriminator.dispose();
    this.generatorOptimizer.dispose();
    this.discriminatorOptimizer.dispose();
  }
}

interface Networks {
  readonly generator: Network;
  readonly discriminator: Network;
}

function networksOf(h: Hyperparameters, collection: Collection): Networks {
  const classes = classCount(h, collection);
  return {
    generator: createGenerator(h, collection.sampleShape, classes),
    discriminator: createDiscriminator(h, collection.sampleShape, classes),
  };
}

function isSpectral({ discriminatorNormalization }: Hyperparameters): boolean {
  return discriminatorNormalization === 'spectral';
}

/** How many numbers each tensor of such a run holds. */
function lengthsOf(h: Hyperparameters, { generator, discriminator }: Networks): TensorGroups<number> {
  const weights = ({ parameters }: Network): number[] => parameters.map(({ shape }) => elementCount(shape));
  const moments = RunningMoments.lengths(generator.normalizedChannels);
  return {
    generator: weights(generator),
    averagedGenerator: weights(generator),
    generatorMoments: moments,
    averagedGeneratorMoments: moments,
    generatorOptimizer: Optimizer.slotLengths(h.generatorOptimizer, generator.parameters),
    discriminator: weights(discriminator),
    discriminatorSpectral: isSpectral(h) ? SpectralNormalization.stateLengths(discriminator.parameters) : [],
    discriminatorOptimizer: Optimizer.slotLengths(h.discriminatorOptimizer, discriminator.parameters),
  };
}
