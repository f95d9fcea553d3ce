import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { FloatTensor, SimdBackend } from './simdBackend';
import { named, rowsOf } from './tfjsInternals';

/** Name in tfjs's registry of a + scale b for several pairs at a time; tfjs itself has none. */
export const SCALED_SUMS_KERNEL = 'ScaledSums';

/** @param inputs all a, then all b */
function scaledSums(
  backend: SimdBackend,
  inputs: Readonly<Record<string, TensorInfo>>,
  { scale }: { readonly scale: number },
): FloatTensor[] {
  return rowsOf(inputs, 2).map(([a, b]) => {
    if (!a || !b) {
      throw new Error('A scaled sum needs two tensors');
    }
    const out = backend.output(a.shape);
    const count = util.sizeFromShape(a.shape);
    backend.kernels.scaledSum(backend.address(a), backend.address(b), out.address, count, scale);
    return out;
  });
}

export const scaledSumKernels = [named(SCALED_SUMS_KERNEL, scaledSums)];
