import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import {
  add,
  div,
  engine,
  getBackend,
  getKernel,
  mul,
  sqrt,
  square,
  sub,
  tanh,
  tidy,
} from '@tensorflow/tfjs-core';
import './gradients';
import { ADAM_KERNEL } from './simd/adam';
import { SCALED_SUM_KERNEL } from './simd/scaledSum';
import { SIMD_BACKEND } from './simd/register';

/** The constants of one Adam step; see {@link adamStep}. */
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

/** What one Adam step makes, in new tensors. */
export interface AdamResult {
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
 * One step of Adam (Kingma and Ba, 2015, arXiv:1412.6980, algorithm 1) on one array of weights w with gradient g:
 *
 *     m' = beta1 m + (1 - beta1) g
 *     v' = beta2 v + (1 - beta2) g^2
 *     w' = w - rate m' / (sqrt(v' vCorrection) + 1e-8)
 *
 * All tensors are float32 and of one shape. The caller, or the `tidy` around the call, disposes the three new ones; the
 * arguments stay as they are. One kernel where the backend has it, else tfjs's operations. It has no gradient.
 */
export function adamStep(
  w: Tensor,
  g: Tensor,
  m: Tensor,
  v: Tensor,
  { beta1, beta2, rate, vCorrection }: AdamConstants,
): AdamResult {
  if (getKernel(ADAM_KERNEL, getBackend())) {
    const [newW, newM, newV] = engine().runKernel<Tensor[]>(
      ADAM_KERNEL,
      { w, g, m, v },
      { beta1, beta2, rate, vCorrection, epsilon: ADAM_EPSILON },
    );
    if (newW && newM && newV) return { w: newW, m: newM, v: newV };
  }
  return tidy(() => {
    const newM = add(mul(m, beta1), mul(g, 1 - beta1));
    const newV = add(mul(v, beta2), mul(square(g), 1 - beta2));
    const change = div(mul(newM, rate), add(sqrt(mul(newV, vCorrection)), ADAM_EPSILON));
    return { w: sub(w, change), m: newM, v: newV };
  });
}

/**
 * a + scale b for float32 tensors of one shape, rounded after the product and after the sum. One kernel where the backend
 * has it, else tfjs's operations. It has no gradient.
 */
export function scaledSum(a: Tensor, b: Tensor, scale: number): Tensor {
  return getKernel(SCALED_SUM_KERNEL, getBackend())
    ? engine().runKernel<Tensor>(SCALED_SUM_KERNEL, { a, b }, { scale })
    : add(a, mul(b, scale));
}

export type DenseActivation = 'linear' | 'relu' | 'leakyRelu' | 'tanh';

/** tfjs's names of activations inside its fused operations. */
const FUSED_NAMES = { linear: 'linear', relu: 'relu', leakyRelu: 'leakyrelu', tanh: 'tanh' } as const;

/**
 * activation(x weights + bias) as one kernel and one node of the tape, for x[batch, inputs], weights[inputs, units] and
 * bias[units], all float32. `alpha` is the slope of leakyRelu below 0, and positive. Has the values and the gradients, of
 * first and second order, of the three operations it stands for. `tf.fused.matMul` would not do: it has no second order,
 * and computes the gradients of weights that nobody asked for.
 */
export function denseLayer(
  x: Tensor2D,
  weights: Tensor2D,
  bias: Tensor,
  activation: DenseActivation = 'linear',
  alpha = 0.2,
): Tensor2D {
  // tfjs's own backends know no tanh here.
  if (activation === 'tanh' && getBackend() !== SIMD_BACKEND)
    return tanh(denseLayer(x, weights, bias, 'linear', alpha));
  return engine().runKernel<Tensor2D>(
    '_FusedMatMul',
    { a: x, b: weights, bias },
    {
      transposeA: false,
      transposeB: false,
      activation: FUSED_NAMES[activation],
      leakyreluAlpha: alpha,
    },
  );
}
