import { copyRegisteredKernels, findBackendFactory, registerBackend } from '@tensorflow/tfjs-core';
import { adamKernels } from './adam';
import { binaryKernels } from './binary';
import { convolutionKernels } from './convolution';
import { crossEntropyKernels } from './crossEntropy';
import { denseStackKernels } from './denseStack';
import { normKernels } from './norm';
import { Heap } from './heap';
import { instantiateKernels } from './kernelModule';
import { matMulKernels } from './matMul';
import { reduceKernels } from './reduce';
import { scaledSumKernels } from './scaledSum';
import { shapeKernels } from './shape';
import { SimdBackend } from './simdBackend';
import { replaceKernel } from './tfjsInternals';
import { unaryKernels } from './unary';

/** The backend's name in tfjs. */
export const SIMD_BACKEND = 'simd';

const KERNELS = [
  ...adamKernels,
  ...binaryKernels,
  ...convolutionKernels,
  ...crossEntropyKernels,
  ...denseStackKernels,
  ...matMulKernels,
  ...normKernels,
  ...reduceKernels,
  ...scaledSumKernels,
  ...shapeKernels,
  ...unaryKernels,
];

/**
 * Registers the CPU backend with SIMD kernels under the name 'simd', without choosing it. Does nothing if it is registered.
 * Rejects as `instantiateKernels` does.
 */
export async function registerSimdBackend(): Promise<void> {
  if (findBackendFactory(SIMD_BACKEND)) {
    return;
  }
  const heap = new Heap();
  const kernels = await instantiateKernels(heap.memory);
  // Of two calls at the same time only the first registers.
  if (findBackendFactory(SIMD_BACKEND)) {
    return;
  }
  registerBackend(SIMD_BACKEND, () => new SimdBackend(kernels, heap), 0);
  copyRegisteredKernels('cpu', SIMD_BACKEND);
  for (const kernel of KERNELS) {
    replaceKernel(kernel, SIMD_BACKEND);
  }
}
