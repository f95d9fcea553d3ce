import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { FloatTensor, SimdBackend } from './simdBackend';
import { named, rowsOf } from './tfjsInternals';

/** Name in tfjs's registry of one Adam step on several arrays of weights; tfjs itself has none. */
export const ADAM_KERNEL = 'AdamSteps';

interface AdamAttributes {
  readonly beta1: number;
  readonly beta2: number;
  readonly rate: number;
  readonly vCorrection: number;
  readonly epsilon: number;
}

/**
 * @param inputs all weights, then all their gradients, then all m, then all v
 * @returns the new weights, m and v of the first array, then those of the second, and so on
 */
function adamSteps(
  backend: SimdBackend,
  inputs: Readonly<Record<string, TensorInfo>>,
  { beta1, beta2, rate, vCorrection, epsilon }: AdamAttributes,
): FloatTensor[] {
  return rowsOf(inputs, 4).flatMap(([w, g, m, v]) => {
    if (!w || !g || !m || !v) {
      throw new Error('Adam needs weights, a gradient and two moving averages');
    }
    const newW = backend.output(w.shape);
    const newM = backend.output(w.shape);
    const newV = backend.output(w.shape);
    backend.kernels.adam(
      backend.address(w),
      backend.address(g),
      backend.address(m),
      backend.address(v),
      newW.address,
      newM.address,
      newV.address,
      util.sizeFromShape(w.shape),
      beta1,
      beta2,
      rate,
      vCorrection,
      epsilon,
    );
    return [newW, newM, newV];
  });
}

export const adamKernels = [named(ADAM_KERNEL, adamSteps)];
