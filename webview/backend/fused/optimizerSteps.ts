import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, engine, getBackend, mul, sqrt, square, sub, tidy } from '@tensorflow/tfjs-core';
import { ADAM_KERNEL } from '../simd/adam';
import { SIMD_BACKEND } from '../simd/register';
import { SCALED_SUMS_KERNEL } from '../simd/scaledSum';
import { numbered } from './numbered';

/** The constants of one Adam step; see {@link adamSteps}. */
export interface AdamConstants {
  /** Decay of the mean of the gradient, 0 <= beta1 < 1. */
  readonly beta1: number;
  /** Decay of the mean of its square, 0 <= beta2 < 1. */
  readonly beta2: number;
  /** Learning rate divided by 1 - beta1^t, in step t = 1, 2, ... */
  readonly rate: number;
  /** 1 / (1 - beta2^t) */
  readonly vCorrection: number;
}

/** What one Adam step makes of an array of weights, or starts from. */
export interface AdamState {
  /** The weights. */
  readonly w: Tensor;
  /** The moving average of the gradient. */
  readonly m: Tensor;
  /** The moving average of its square. */
  readonly v: Tensor;
}

/** Keeps the step finite where no gradient was ever seen (Kingma and Ba, 2015). */
const ADAM_EPSILON = 1e-8;

/**
 * One step of Adam (Kingma and Ba, 2015, arXiv:1412.6980, algorithm 1) on several arrays of weights w with gradients g:
 *
 *     m' = beta1 m + (1 - beta1) g
 *     v' = beta2 v + (1 - beta2) g^2
 *     w' = w - rate m' / (sqrt(v' vCorrection) + 1e-8)
 *
 * All tensors are float32, and each gradient has the shape of its weights. The caller, or the `tidy` around the call,
 * disposes the new ones; the arguments stay as they are. One kernel where the backend has it, else tfjs's operations. It
 * has no gradient.
 */
export function adamSteps(
  before: readonly AdamState[],
  gradients: readonly Tensor[],
  constants: AdamConstants,
): AdamState[] {
  if (getBackend() !== SIMD_BACKEND) {
    return before.map((state, i) => composed(state, partner(gradients, i), constants));
  }
  const lists = [before.map(({ w }) => w), gradients, before.map(({ m }) => m), before.map(({ v }) => v)];
  const stepped = engine().runKernel<Tensor[]>(ADAM_KERNEL, numbered(...lists), {
    ...constants,
    epsilon: ADAM_EPSILON,
  });
  return before.map((_, i) => {
    const [w, m, v] = stepped.slice(3 * i, 3 * i + 3);
    if (!w || !m || !v) {
      throw new Error('The kernel of Adam made too few tensors');
    }
    return { w, m, v };
  });
}

function composed(
  { w, m, v }: AdamState,
  g: Tensor,
  { beta1, beta2, rate, vCorrection }: AdamConstants,
): AdamState {
  return tidy(() => {
    const newM = add(mul(m, beta1), mul(g, 1 - beta1));
    const newV = add(mul(v, beta2), mul(square(g), 1 - beta2));
    const change = div(mul(newM, rate), add(sqrt(mul(newV, vCorrection)), ADAM_EPSILON));
    return { w: sub(w, change), m: newM, v: newV };
  });
}

/**
 * a + scale b for each pair of float32 tensors of one shape, rounded after the product and after the sum. One kernel where
 * the backend has it, else tfjs's operations. It has no gradient.
 *
 * @param b one for each of `a`
 */
export function scaledSums(a: readonly Tensor[], b: readonly Tensor[], scale: number): Tensor[] {
  return getBackend() === SIMD_BACKEND
    ? engine().runKernel<Tensor[]>(SCALED_SUMS_KERNEL, numbered(a, b), { scale })
    : a.map((one, i) => add(one, mul(partner(b, i), scale)));
}

function partner(tensors: readonly Tensor[], index: number): Tensor {
  const tensor = tensors[index];
  if (!tensor) {
    throw new Error(`There is no tensor ${index} to go with the weights`);
  }
  return tensor;
}
