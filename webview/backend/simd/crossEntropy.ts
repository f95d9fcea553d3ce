import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { FloatTensor, SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Names in tfjs's registry of the cross-entropy of logits and of its gradient; tfjs itself has neither. */
export const CROSS_ENTROPY_KERNEL = 'CrossEntropy';
export const CROSS_ENTROPY_GRADIENT_KERNEL = 'CrossEntropyGradient';

interface CrossEntropyAttributes {
  /** How many of the logits are those of real samples; they come first. */
  readonly real: number;
  /** The label of real samples is 1 minus this. */
  readonly smoothing: number;
}

interface LogitPart {
  readonly from: number;
  readonly count: number;
  readonly sign: number;
  readonly smoothing: number;
}

/** Where the two kinds of logits lie, and what each is summed with. */
function parts(count: number, { real, smoothing }: CrossEntropyAttributes): LogitPart[] {
  return [
    { from: 0, count: real, sign: -1, smoothing },
    { from: real, count: count - real, sign: 1, smoothing: 0 },
  ].filter((part) => part.count > 0);
}

/** The mean cost of the real logits plus the mean cost of the others. */
function crossEntropy(
  backend: SimdBackend,
  { logits }: { readonly logits: TensorInfo },
  attributes: CrossEntropyAttributes,
): FloatTensor {
  const address = backend.address(logits);
  const out = backend.output([]);
  let total = 0;
  for (const { from, count, sign, smoothing } of parts(util.sizeFromShape(logits.shape), attributes)) {
    total += backend.kernels.crossEntropySum(address + 4 * from, count, sign, smoothing, 1 / count);
  }
  backend.floats[out.address / 4] = total;
  return out;
}

/** dy times the gradient of the same by the logits. */
function crossEntropyGradient(
  backend: SimdBackend,
  { logits, dy }: { readonly logits: TensorInfo; readonly dy: TensorInfo },
  attributes: CrossEntropyAttributes,
): FloatTensor {
  const address = backend.address(logits);
  const factor = backend.floats[backend.address(dy) / 4] ?? NaN;
  const out = backend.output(logits.shape);
  for (const { from, count, sign, smoothing } of parts(util.sizeFromShape(logits.shape), attributes)) {
    const offset = 4 * from;
    backend.kernels.crossEntropyGradient(
      address + offset,
      out.address + offset,
      count,
      sign,
      smoothing,
      factor / count,
    );
  }
  return out;
}

export const crossEntropyKernels = [
  named(CROSS_ENTROPY_KERNEL, crossEntropy),
  named(CROSS_ENTROPY_GRADIENT_KERNEL, crossEntropyGradient),
];
