import type { TensorInfo } from '@tensorflow/tfjs-core';
import { slice_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Of a matrix. */
function transpose(
  backend: SimdBackend,
  { x }: { x: TensorInfo },
  { perm }: { perm: number[] },
): TensorInfo | undefined {
  const [rows, columns] = x.shape;
  if (x.dtype !== 'float32' || x.shape.length !== 2 || rows === undefined || columns === undefined) {
    return undefined;
  }
  if (perm[0] !== 1) {
    return undefined;
  }
  const out = backend.output([columns, rows]);
  backend.kernels.transpose(backend.address(x), out.address, rows, columns);
  return out;
}

/** Along the first axis: the arrays one after the other. */
function concat(
  backend: SimdBackend,
  inputs: TensorInfo[],
  { axis }: { axis: number },
): TensorInfo | undefined {
  const parts = inputs.filter((part) => util.sizeFromShape(part.shape) > 0);
  const rowShape = parts[0]?.shape.slice(1);
  if (axis !== 0 || !rowShape) {
    return undefined;
  }
  for (const { dtype, shape } of parts) {
    if (dtype !== 'float32' || !util.arraysEqual(shape.slice(1), rowShape)) {
      return undefined;
    }
  }
  const rows = parts.reduce((sum, part) => sum + (part.shape[0] ?? 0), 0);
  const out = backend.output([rows, ...rowShape]);
  let target = out.address;
  for (const part of parts) {
    const count = util.sizeFromShape(part.shape);
    backend.copy(backend.address(part), target, count);
    target += 4 * count;
  }
  return out;
}

/** Whole rows of the first axis. */
function slice(
  backend: SimdBackend,
  { x }: { x: TensorInfo },
  attributes: { begin: number | number[]; size: number | number[] },
): TensorInfo | undefined {
  if (x.dtype !== 'float32') {
    return undefined;
  }
  // A pair, although its type says any number of arrays.
  const [begin = [], shape = []] = slice_util.parseSliceParams(x, attributes.begin, attributes.size);
  const [firstRow] = begin;
  const wholeRows = shape.every((size, axis) => axis === 0 || size === x.shape[axis]);
  if (firstRow === undefined || !wholeRows) {
    return undefined;
  }
  slice_util.assertParamsValid(x, begin, shape);
  const rowSize = util.sizeFromShape(shape.slice(1));
  const out = backend.output(shape);
  backend.copy(backend.address(x) + 4 * firstRow * rowSize, out.address, util.sizeFromShape(shape));
  return out;
}

interface GatherInputs {
  x: TensorInfo;
  indices: TensorInfo;
}

/** Rows of the first axis by their numbers. tfjs's own kernel would copy all of `x` first. */
function gather(
  backend: SimdBackend,
  { x, indices }: GatherInputs,
  { axis, batchDims }: { axis: number; batchDims: number },
): TensorInfo | undefined {
  const numbers = backend.data.get(indices.dataId).values;
  const [rows = 0] = x.shape;
  if (axis !== 0 || batchDims || x.dtype !== 'float32' || !(numbers instanceof Int32Array)) {
    return undefined;
  }
  // The fallback reports numbers that are out of range.
  if (!numbers.every((row) => row >= 0 && row < rows)) {
    return undefined;
  }
  const rowShape = x.shape.slice(1);
  const rowSize = util.sizeFromShape(rowShape);
  const out = backend.output([...indices.shape, ...rowShape]);
  const source = backend.address(x);
  numbers.forEach((row, i) =>
    backend.copy(source + 4 * row * rowSize, out.address + 4 * i * rowSize, rowSize),
  );
  return out;
}

/** A tensor of the same shape with the same value everywhere. */
const filledLike =
  (value: number) =>
  (backend: SimdBackend, { x }: { x: TensorInfo }): TensorInfo | undefined => {
    if (x.dtype !== 'float32') {
      return undefined;
    }
    const out = backend.output(x.shape);
    new Float32Array(backend.heap.memory.buffer, out.address, util.sizeFromShape(x.shape)).fill(value);
    return out;
  };

export const shapeKernels = [
  named('Transpose', transpose),
  named('Concat', concat),
  named('Slice', slice),
  named('GatherV2', gather),
  named('ZerosLike', filledLike(0)),
  named('OnesLike', filledLike(1)),
];
