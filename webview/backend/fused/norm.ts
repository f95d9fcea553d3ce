import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import {
  concat1d,
  engine,
  getBackend,
  reshape,
  sqrt,
  square,
  sum,
  tidy,
  type Rank,
} from '@tensorflow/tfjs-core';
import { NORM_KERNEL } from '../simd/norm';
import { SIMD_BACKEND } from '../simd/register';
import { numbered } from './numbered';

/**
 * The Euclidean norm over all elements of several float32 tensors. One kernel where the backend has it, else tfjs's
 * operations. It has no gradient.
 */
export function normOverAll(tensors: readonly Tensor[]): Scalar {
  if (getBackend() === SIMD_BACKEND) {
    return engine().runKernel<Scalar>(NORM_KERNEL, numbered(tensors));
  }
  return tidy(() => {
    const flat = concat1d(tensors.map((tensor) => reshape<Rank.R1>(tensor, [tensor.size])));
    return sqrt(sum<Scalar>(square(flat)));
  });
}
