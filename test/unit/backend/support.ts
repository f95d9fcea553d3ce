import assert from 'node:assert/strict';
import { cumsumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cumsum';
import { equalConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Equal';
import { floorDivConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FloorDiv';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FusedConv2D';
import { lessConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Less';
import { maxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Max';
import { rangeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Range';
import { selectConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Select';
import { eluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Elu';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND, registerSimdBackend } from '../../../webview/backend';
import { SimdBackend } from '../../../webview/backend/simd/simdBackend';

/** Kernels that tests use and the program does not. */
const ONLY_TESTED = [
  cumsumConfig,
  equalConfig,
  floorDivConfig,
  fusedConv2DConfig,
  lessConfig,
  maxConfig,
  rangeConfig,
  selectConfig,
  eluConfig,
];
for (const kernel of ONLY_TESTED) {
  if (!tf.getKernel(kernel.kernelName, 'cpu')) {
    tf.registerKernel(kernel);
  }
}
// A file of tests that ran before in this process may have registered the SIMD backend, which took over the kernels of that time.
if (tf.findBackendFactory(SIMD_BACKEND) && !tf.getKernel(cumsumConfig.kernelName, SIMD_BACKEND)) {
  for (const { kernelName } of tf.getKernelsForBackend(SIMD_BACKEND)) {
    tf.unregisterKernel(kernelName, SIMD_BACKEND);
  }
  tf.removeBackend(SIMD_BACKEND);
}

/** 'cpu' is tfjs's own backend, the reference. */
type TestedBackend = typeof SIMD_BACKEND | 'cpu';

/** Runs `work` on a backend and disposes its tensors. */
export async function on<T>(backend: TestedBackend, work: () => T): Promise<T> {
  await registerSimdBackend();
  assert.ok(await tf.setBackend(backend));
  await tf.ready();
  tf.engine().startScope();
  try {
    return work();
  } finally {
    tf.engine().endScope();
  }
}

/** The SIMD backend, where it is the current one. */
export function simdBackend(): SimdBackend {
  const backend = tf.backend();
  assert.ok(backend instanceof SimdBackend);
  return backend;
}

/** Whether the tensor's numbers lie where the kernels work. */
export function inKernelMemory(tensor: tf.Tensor): boolean {
  const backend = simdBackend();
  const { values } = backend.data.get(tensor.dataId);
  return values instanceof Float32Array && values.buffer === backend.heap.memory.buffer;
}

/**
 * Reproducible numbers, spread evenly from -scale to scale, made of integers alone (a linear congruential generator), so
 * that they are the same bits on every machine.
 */
export function samples(count: number, seed: number, scale = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state >>> 8) / 2 ** 23 - 1) * scale;
  });
}

/** A tensor of `samples`, of any rank. */
export function random(shape: number[], seed: number, scale = 1): tf.Tensor {
  return tf.tensor(samples(tf.util.sizeFromShape(shape), seed, scale), shape);
}

export function randomMatrix(shape: [number, number], seed: number): tf.Tensor2D {
  return tf.tensor2d(samples(tf.util.sizeFromShape(shape), seed), shape);
}

export function randomMaps(shape: [number, number, number, number], seed: number): tf.Tensor4D {
  return tf.tensor4d(samples(tf.util.sizeFromShape(shape), seed), shape);
}

/** All elements of several tensors, one after the other. */
export function flatten(...tensors: tf.Tensor[]): tf.Tensor {
  return tf.concat(tensors.map((each) => tf.reshape(each, [-1])));
}

/**
 * Fails unless all numbers are as near as `tolerance` times the largest finite magnitude expected; NaN and infinities
 * must be the same.
 */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-5): void {
  assert.equal(actual.length, expected.length);
  const finite = Array.from(expected).filter(Number.isFinite);
  const scale = finite.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i] ?? Number.NaN, expected[i] ?? Number.NaN];
    const same = Number.isFinite(e) ? Math.abs(a - e) <= tolerance * scale : Object.is(a, e);
    assert.ok(same, `element ${i} of ${expected.length} is ${a} instead of ${e}`);
  }
}

/** Fails unless `operation` gives the same shape, type and numbers on the SIMD backend and on tfjs's own. */
export async function assertBackendsAgree(operation: () => tf.Tensor, tolerance = 1e-5): Promise<void> {
  const run = () => {
    const out = operation();
    return { shape: out.shape, dtype: out.dtype, values: out.dataSync() };
  };
  const actual = await on(SIMD_BACKEND, run);
  const expected = await on('cpu', run);
  assert.deepEqual([actual.dtype, actual.shape], [expected.dtype, expected.shape]);
  assertClose(actual.values, expected.values, tolerance);
}

/** Fails unless the kernels themselves, and not tfjs's JavaScript, made the result of `operation`. */
export async function assertInKernelMemory(operation: () => tf.Tensor): Promise<void> {
  assert.ok(await on(SIMD_BACKEND, () => inKernelMemory(operation())), 'the result is tfjs’s');
}
