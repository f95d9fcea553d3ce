import type { TensorInfo } from '@tensorflow/tfjs-core';
import { broadcast_util, util } from '@tensorflow/tfjs-core';
import type { Address, BinaryKernelName } from './kernelModule';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

interface BinaryInputs {
  a: TensorInfo;
  b: TensorInfo;
}

/**
 * How an operand fills the result: all of it; one block again and again (its dimensions are the result's last ones, as
 * a bias or a scalar); or each element several times in a row (its dimensions are the result's first ones, as a norm per
 * sample). Undefined for mixtures, which are left to tfjs.
 */
type Broadcast = 'full' | 'repeatBlock' | 'repeatEach' | undefined;

/** Repetitions of a short block that make the inner loop worth its start. */
const TILE_FLOATS = 64;

function broadcast(shape: number[], count: number, result: number[], resultCount: number): Broadcast {
  if (count === resultCount) {
    return 'full';
  }
  if (count === 1) {
    return 'repeatBlock';
  }
  // Where the operand has size 1 beside a larger one, everything before it (or behind it) must have size 1 too.
  const missing = result.length - shape.length;
  const first = shape.findIndex((size) => size !== 1);
  const last = shape.findLastIndex((size) => size !== 1);
  for (let axis = first; axis <= last; axis++) {
    if (shape[axis] !== result[axis + missing]) {
      return undefined;
    }
  }
  if (count === util.sizeFromShape(result.slice(first + missing))) {
    return 'repeatBlock';
  }
  if (count === util.sizeFromShape(result.slice(0, last + missing + 1))) {
    return 'repeatEach';
  }
  return undefined;
}

/** The operand as the kernels take it: its address, and after how many elements it starts again. */
interface Operand {
  readonly address: Address;
  readonly count: number;
}

/** Tfjs's operation of two tensors, element by element, with broadcasting. */
const binary =
  (kernel: BinaryKernelName) =>
  (backend: SimdBackend, { a, b }: BinaryInputs): TensorInfo | undefined => {
    if (a.dtype !== 'float32' || b.dtype !== 'float32') {
      return undefined;
    }
    const shape = util.arraysEqual(a.shape, b.shape)
      ? a.shape
      : broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const count = util.sizeFromShape(shape);
    const countA = util.sizeFromShape(a.shape);
    const countB = util.sizeFromShape(b.shape);
    const broadcastA = broadcast(a.shape, countA, shape, count);
    const broadcastB = broadcast(b.shape, countB, shape, count);
    if (!broadcastA || !broadcastB) {
      return undefined;
    }

    const out = backend.output(shape);
    let left = operand(backend, backend.address(a), countA, broadcastA, count);
    const right = operand(backend, backend.address(b), countB, broadcastB, count);
    // The kernels want one whole operand.
    if (left.count < count && right.count < count) {
      left = repeatBlock(backend, left, count);
    }
    backend.kernels[kernel](left.address, left.count, right.address, right.count, out.address, count);
    return out;
  };

function operand(
  backend: SimdBackend,
  address: Address,
  count: number,
  how: Exclude<Broadcast, undefined>,
  resultCount: number,
): Operand {
  switch (how) {
    case 'full':
      return { address, count };
    case 'repeatBlock':
      if (count === 1 || (count % 4 === 0 && count >= TILE_FLOATS)) {
        return { address, count };
      }
      // Four times any number is a whole number of vectors.
      return repeatBlock(
        backend,
        { address, count },
        Math.min(resultCount, count * 4 * Math.ceil(TILE_FLOATS / (4 * count))),
      );
    case 'repeatEach': {
      const expanded = backend.scratch(resultCount);
      backend.kernels.repeatEach(address, expanded, count, resultCount / count);
      return { address: expanded, count: resultCount };
    }
  }
}

function repeatBlock(backend: SimdBackend, block: Operand, count: number): Operand {
  const address = backend.scratch(count);
  backend.kernels.tile(block.address, block.count, address, count);
  return { address, count };
}

export const binaryKernels = [
  named('Add', binary('add')),
  named('Sub', binary('subtract')),
  named('Multiply', binary('multiply')),
  named('RealDiv', binary('divide')),
];
