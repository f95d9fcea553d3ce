import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { customGrad, engine, getBackend } from '@tensorflow/tfjs-core';
import '../gradients';
import {
  DENSE_STACK_INPUT_KERNEL,
  DENSE_STACK_KERNEL,
  DENSE_STACK_PARAMETERS_KERNEL,
} from '../simd/denseStack';
import { SIMD_BACKEND } from '../simd/register';
import { denseLayer, FUSED_NAMES, type DenseActivation } from './denseLayer';
import { numbered } from './numbered';

/** One of the layers of {@link denseStack}. */
export interface StackedLayer {
  readonly weights: Tensor2D;
  readonly bias: Tensor;
  readonly activation: DenseActivation;
}

/**
 * Dense layers in a row: what {@link denseLayer} gives, one after the other, bit for bit. Where only first derivatives
 * are asked for, the CPU backend does it with one kernel and one node of the tape, and two kernels for the way back;
 * on small networks four fifths of the time go into such bookkeeping. Second derivatives (a penalty on gradients) go
 * through the layers one by one.
 *
 * @param x [batch, inputs]
 * @param layers at least one
 * @param alpha the slope of leakyRelu below 0, and positive
 * @param differentiated what a gradient around this asks for: that by the parameters, which must be kept tensors, or
 *   that by `x`
 */
export function denseStack(
  x: Tensor2D,
  layers: readonly StackedLayer[],
  alpha: number,
  differentiated: 'parameters' | 'input',
): Tensor2D {
  const parameters = layers.flatMap(({ weights, bias }) => [weights, bias]);
  const { gradientDepth } = engine().state;
  const together =
    getBackend() === SIMD_BACKEND && gradientDepth <= 1 && parameters.every(({ kept }) => kept);
  if (!together) {
    return layers.reduce(
      (input, { weights, bias, activation }) => denseLayer(input, weights, bias, activation, alpha),
      x,
    );
  }
  const attributes = { activations: layers.map(({ activation }) => FUSED_NAMES[activation]), alpha };
  const run = (forGradient: boolean): Tensor2D =>
    engine().runKernel<Tensor2D>(
      DENSE_STACK_KERNEL,
      { x, ...numbered(parameters) },
      { ...attributes, forGradient },
    );
  if (!engine().isTapeOn()) {
    return run(false);
  }
  return customGrad<Tensor2D>((...inputs) => {
    const save = inputs.at(-1);
    if (typeof save !== 'function') {
      throw new Error('tfjs offers nothing to save tensors with');
    }
    const value = run(true);
    // Whoever keeps the input keeps it longer than the tape.
    save(differentiated === 'input' || x.kept ? [value] : [value, x]);
    return {
      value,
      gradFunc: (dy, [y, savedX = x]) => {
        if (!y) {
          throw new Error('A tensor that the gradient needs was not saved');
        }
        return differentiated === 'input'
          ? engine().runKernel<Tensor>(
              DENSE_STACK_INPUT_KERNEL,
              { dy, y, ...numbered(parameters) },
              attributes,
            )
          : engine().runKernel<Tensor[]>(
              DENSE_STACK_PARAMETERS_KERNEL,
              { x: savedX, dy, y, ...numbered(parameters) },
              attributes,
            );
      },
    };
  })(...(differentiated === 'input' ? [x] : parameters));
}
