import { util } from '@tensorflow/tfjs-core';
import type { Address, UnaryKernelName } from './kernelModule';
import type { FloatTensor, SimdBackend } from './simdBackend';

/** tfjs's names of the activations that its fused operations ask for, and our kernels for them. */
const ACTIVATIONS: ReadonlyMap<string, UnaryKernelName> = new Map([
  ['relu', 'relu'],
  ['leakyrelu', 'leakyRelu'],
  ['tanh', 'tanh'],
  ['sigmoid', 'sigmoid'],
]);

/** What tfjs uses where a fused operation names no slope. */
const DEFAULT_ALPHA = 0.2;

/** Whether `activate` can apply it. No activation, and 'linear', count as supported. */
export function supportedActivation(activation: string | null | undefined): boolean {
  return !activation || activation === 'linear' || ACTIVATIONS.has(activation);
}

/** Applies a supported activation to `tensor` in place. `alpha` is the slope of leakyrelu below 0. */
export function activate(
  backend: SimdBackend,
  tensor: FloatTensor,
  activation: string | null | undefined,
  alpha = DEFAULT_ALPHA,
): void {
  activateAt(backend, tensor.address, util.sizeFromShape(tensor.shape), activation, alpha);
}

/** The same to `count` floats that are no tensor. */
export function activateAt(
  backend: SimdBackend,
  address: Address,
  count: number,
  activation: string | null | undefined,
  alpha: number,
): void {
  const kernel = activation ? ACTIVATIONS.get(activation) : undefined;
  if (kernel) {
    backend.kernels[kernel](address, address, count, alpha);
  }
}
