import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { engine, getBackend, tanh } from '@tensorflow/tfjs-core';
import '../gradients';
import { SIMD_BACKEND } from '../simd/register';

export type DenseActivation = 'linear' | 'relu' | 'leakyRelu' | 'tanh';

/** tfjs's names of activations inside its fused operations. */
export const FUSED_NAMES = {
  linear: 'linear',
  relu: 'relu',
  leakyRelu: 'leakyrelu',
  tanh: 'tanh',
} as const satisfies Record<DenseActivation, string>;

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
  if (activation === 'tanh' && getBackend() !== SIMD_BACKEND) {
    return tanh(denseLayer(x, weights, bias, 'linear', alpha));
  }
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
