import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Name of the kernel of one Adam step, in tfjs's registry; tfjs itself has none. */
export const ADAM_KERNEL = 'AdamStep';

interface AdamInputs {
  w: TensorInfo;
  g: TensorInfo;
  m: TensorInfo;
  v: TensorInfo;
}

interface AdamAttributes {
  beta1: number;
  beta2: number;
  rate: number;
  vCorrection: number;
  epsilon: number;
}

function adamStep(
  backend: SimdBackend,
  { w, g, m, v }: AdamInputs,
  { beta1, beta2, rate, vCorrection, epsilon }: AdamAttributes,
): TensorInfo[] {
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
}

export const adamKernels = [named(ADAM_KERNEL, adamStep)];
