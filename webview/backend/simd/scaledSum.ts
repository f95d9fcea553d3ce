import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Name of the kernel of a + scale b in tfjs's registry; tfjs itself has none. */
export const SCALED_SUM_KERNEL = 'ScaledSum';

function scaledSum(
  backend: SimdBackend,
  { a, b }: { a: TensorInfo; b: TensorInfo },
  { scale }: { scale: number },
): TensorInfo {
  const out = backend.output(a.shape);
  const count = util.sizeFromShape(a.shape);
  backend.kernels.scaledSum(backend.address(a), backend.address(b), out.address, count, scale);
  return out;
}

export const scaledSumKernels = [named(SCALED_SUM_KERNEL, scaledSum)];
