import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { FloatTensor, SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Name in tfjs's registry of the Euclidean norm over several tensors; tfjs itself has none. */
export const NORM_KERNEL = 'NormOverAll';

function norm(backend: SimdBackend, tensors: Readonly<Record<string, TensorInfo>>): FloatTensor {
  const squares = Object.values(tensors).reduce(
    (sum, tensor) =>
      sum + backend.kernels.sumOfSquares(backend.address(tensor), util.sizeFromShape(tensor.shape)),
    0,
  );
  const out = backend.output([]);
  backend.floats[out.address / 4] = Math.sqrt(squares);
  return out;
}

export const normKernels = [named(NORM_KERNEL, norm)];
