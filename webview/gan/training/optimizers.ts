import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { slotsPerParameter } from '../../../src/shared/domain/networkTensors';
import { unreachable } from '../../../src/shared/result';
import { adamSteps, scaledSums } from '../../backend';
import { elementCount, type ParameterSpec } from '../networks';

export type OptimizerKind = Hyperparameters['generatorOptimizer'];

/** What may change while training goes on. */
interface OptimizerSettings {
  readonly learningRate: number;
  /** Adam only. */
  readonly beta1: number;
  /** Adam only. */
  readonly beta2: number;
}

/** Between two steps, for a checkpoint. */
interface OptimizerState {
  readonly steps: number;
  /** The moving averages of every parameter in turn. */
  readonly slots: readonly Float32Array[];
}

/** Share of the old velocity that is kept (Sutskever et al. 2013, section 2). */
const MOMENTUM = 0.9;
/** Share of the old mean square that is kept (Tieleman & Hinton 2012, lecture 6.5, slide 29). */
const RMS_DECAY = 0.9;
/** Keeps a division by the root of a zero mean square finite. */
const EPSILON = 1e-8;

/** New parameters, and the new moving averages of each in turn. */
interface Update {
  readonly parameters: readonly Tensor[];
  readonly slots: readonly Tensor[];
}

/**
 * A first-order optimizer of one network's parameters. Steps return new tensors rather than changing the old ones.
 */
export class Optimizer {
  private stepCount: number;
  private slots: Tensor[];

  constructor(
    private readonly kind: OptimizerKind,
    specs: readonly ParameterSpec[],
    saved?: OptimizerState,
  ) {
    this.stepCount = saved?.steps ?? 0;
    const perParameter = slotsPerParameter(kind);
    this.slots = specs.flatMap(({ shape }, index) =>
      Array.from({ length: perParameter }, (_, slot) => {
        const values = saved?.slots[index * perParameter + slot] ?? new Float32Array(elementCount(shape));
        return tf.keep(tf.tensor(values, [...shape]));
      }),
    );
  }

  /** Lengths of {@link Optimizer.slotTensors}. */
  static slotLengths(kind: OptimizerKind, specs: readonly ParameterSpec[]): number[] {
    return specs.flatMap(({ shape }) =>
      Array.from({ length: slotsPerParameter(kind) }, () => elementCount(shape)),
    );
  }

  get steps(): number {
    return this.stepCount;
  }

  /** The moving averages of every parameter in turn. */
  get slotTensors(): readonly Tensor[] {
    return this.slots;
  }

  /**
   * One step down the gradient. The caller owns the result, which is kept, and disposes the old parameters.
   *
   * @param gradients one for each parameter, of its shape
   */
  step(parameters: readonly Tensor[], gradients: readonly Tensor[], settings: OptimizerSettings): Tensor[] {
    this.stepCount++;
    const old = this.slots;
    const update = this.update(parameters, gradients, settings);
    this.slots = update.slots.map((slot) => tf.keep(slot));
    tf.dispose(old);
    return update.parameters.map((parameter) => tf.keep(parameter));
  }

  private update(
    parameters: readonly Tensor[],
    gradients: readonly Tensor[],
    { learningRate, beta1, beta2 }: OptimizerSettings,
  ): Update {
    const { slots } = this;
    switch (this.kind) {
      case 'sgd':
        // w - eta g (Robbins & Monro 1951)
        return { parameters: scaledSums(parameters, gradients, -learningRate), slots: [] };
      case 'momentum': {
        // v <- mu v + g; w - eta v (Polyak 1964; in this form Sutskever et al. 2013, eq. 1 and 2)
        const velocities = scaledSums(gradients, slots, MOMENTUM);
        return { parameters: scaledSums(parameters, velocities, -learningRate), slots: velocities };
      }
      case 'rmsprop': {
        // v <- rho v + (1 - rho) g^2; w - eta g / (sqrt(v) + epsilon) (Tieleman & Hinton 2012, lecture 6.5)
        const meanSquares = gradients.map((g, index) =>
          tf.add(tf.mul(at(slots, index), RMS_DECAY), tf.mul(tf.square(g), 1 - RMS_DECAY)),
        );
        const stepped = parameters.map((w, index) => {
          const root = tf.add(tf.sqrt(at(meanSquares, index)), EPSILON);
          return tf.sub(w, tf.div(tf.mul(at(gradients, index), learningRate), root));
        });
        return { parameters: stepped, slots: meanSquares };
      }
      case 'adam': {
        // Kingma & Ba 2015, algorithm 1, with the bias corrections drawn out of the loop over the weights
        const states = parameters.map((w, index) => ({
          w,
          m: at(slots, 2 * index),
          v: at(slots, 2 * index + 1),
        }));
        const stepped = adamSteps(states, gradients, {
          beta1,
          beta2,
          rate: learningRate / (1 - beta1 ** this.stepCount),
          vCorrection: 1 / (1 - beta2 ** this.stepCount),
        });
        return { parameters: stepped.map(({ w }) => w), slots: stepped.flatMap(({ m, v }) => [m, v]) };
      }
      default:
        return unreachable(this.kind);
    }
  }

  dispose(): void {
    tf.dispose(this.slots);
  }
}

function at(tensors: readonly Tensor[], index: number): Tensor {
  const tensor = tensors[index];
  if (tensor === undefined) {
    throw new Error('A parameter lacks its gradient or a moving average.');
  }
  return tensor;
}
