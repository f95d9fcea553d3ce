import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { activate, supportedActivation } from './activation';
import type { Address } from './kernelModule';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

interface MatMulInputs {
  a: TensorInfo;
  b: TensorInfo;
  bias?: TensorInfo;
  preluActivationWeights?: TensorInfo;
}

interface MatMulAttributes {
  transposeA: boolean;
  transposeB: boolean;
  activation?: string | null;
  leakyreluAlpha?: number;
}

/** Where a matrix of a product lies, and whether the transpose of what lies there is meant. */
interface Factor {
  readonly address: Address;
  readonly transposed: boolean;
}

/** out[rows, columns] = a b (+ bias[columns]), for a[rows, depth] and b[depth, columns]. */
export function multiplyMatrices(
  backend: SimdBackend,
  a: Factor,
  b: Factor,
  out: Address,
  [rows, columns, depth]: readonly [rows: number, columns: number, depth: number],
  bias: Address = 0,
): void {
  const { kernels } = backend;
  if (columns === 1 && !a.transposed) {
    kernels.matrixVectorProduct(a.address, b.address, out, rows, depth, bias);
    return;
  }
  if (columns === 1 && !bias) {
    // (A' x)' = x' A
    kernels.matrixProduct(b.address, 4 * depth, 4, a.address, out, 1, rows, depth, 0, 0);
    return;
  }
  let rowMajorB = b.address;
  if (b.transposed && columns > 1 && depth > 1) {
    rowMajorB = backend.scratch(depth * columns);
    kernels.transpose(b.address, rowMajorB, columns, depth);
  }
  const aRow = a.transposed ? 4 : 4 * depth;
  const aColumn = a.transposed ? 4 * rows : 4;
  kernels.matrixProduct(a.address, aRow, aColumn, rowMajorB, out, rows, columns, depth, bias, 0);
}

/** BatchMatMul and _FusedMatMul, except where the batches broadcast. tfjs reports shapes that do not fit. */
function matMul(
  backend: SimdBackend,
  { a, b, bias, preluActivationWeights }: MatMulInputs,
  { transposeA, transposeB, activation, leakyreluAlpha }: MatMulAttributes,
): TensorInfo | undefined {
  if (a.dtype !== 'float32' || b.dtype !== 'float32' || preluActivationWeights) {
    return undefined;
  }
  if (!supportedActivation(activation)) {
    return undefined;
  }
  const batch = a.shape.slice(0, -2);
  if (!util.arraysEqual(batch, b.shape.slice(0, -2))) {
    return undefined;
  }
  const [aRows = 1, aColumns = 1] = a.shape.slice(-2);
  const [bRows = 1, bColumns = 1] = b.shape.slice(-2);
  const [rows, depth] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [depthB, columns] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (depth !== depthB || depth === 0) {
    return undefined;
  }
  if (bias && util.sizeFromShape(bias.shape) !== columns) {
    return undefined;
  }

  const out = backend.output([...batch, rows, columns]);
  const addressA = backend.address(a);
  const addressB = backend.address(b);
  const addressBias = bias ? backend.address(bias) : 0;
  const products = util.sizeFromShape(batch);
  for (let i = 0; i < products; i++) {
    multiplyMatrices(
      backend,
      { address: addressA + 4 * i * rows * depth, transposed: transposeA },
      { address: addressB + 4 * i * depth * columns, transposed: transposeB },
      out.address + 4 * i * rows * columns,
      [rows, columns, depth],
      addressBias,
    );
  }
  activate(backend, out, activation, leakyreluAlpha);
  return out;
}

export const matMulKernels = [named('BatchMatMul', matMul), named('_FusedMatMul', matMul)];
