import type { Tensor } from '@tensorflow/tfjs-core';
import { concat1d, getBackend, reshape, tidy, type Rank } from '@tensorflow/tfjs-core';
import { SIMD_BACKEND } from '../simd/register';

/**
 * Reads several float32 tensors, with one read-back where each of them would wait for a graphics processor.
 *
 * @returns gives the values of one of them, in an array that others may share
 */
export function readTogether(tensors: readonly Tensor[]): (tensor: Tensor) => Float32Array {
  const values = new Map(valuesOf(tensors).map((array, index) => [tensors[index], array]));
  return (tensor) => {
    const read = values.get(tensor);
    if (!read) {
      throw new Error('This tensor was not read');
    }
    return read;
  };
}

function valuesOf(tensors: readonly Tensor[]): Float32Array[] {
  if (getBackend() === SIMD_BACKEND) {
    return tensors.map((tensor) => tensor.dataSync<'float32'>());
  }
  const flat = tidy(() => concat1d(tensors.map((tensor) => reshape<Rank.R1>(tensor, [tensor.size]))));
  const all = flat.dataSync<'float32'>();
  flat.dispose();
  let offset = 0;
  return tensors.map(({ size }) => all.subarray(offset, (offset += size)));
}
