import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Logits of a batch: of both halves in one tensor [real + fake, 1], the real ones first, or of each half [count, 1]. */
export type BatchLogits =
  | { readonly kind: 'together'; readonly all: Tensor; readonly real: number }
  | { readonly kind: 'apart'; readonly real: Tensor; readonly fake: Tensor };

/** The tensors that hold them. */
export function tensorsOf(logits: BatchLogits): Tensor[] {
  return logits.kind === 'together' ? [logits.all] : [logits.real, logits.fake];
}

/** The logits of each half [count, 1]. Differentiable. */
export function halvesOf(logits: BatchLogits): { readonly real: Tensor; readonly fake: Tensor } {
  if (logits.kind === 'apart') {
    return logits;
  }
  const { all, real } = logits;
  return { real: tf.slice(all, [0, 0], [real, 1]), fake: tf.slice(all, [real, 0]) };
}

/**
 * The logits of each half as numbers.
 *
 * @param read gives the numbers of a tensor
 */
export function readHalves(
  logits: BatchLogits,
  read: (tensor: Tensor) => Float32Array,
): { readonly real: Float32Array; readonly fake: Float32Array } {
  if (logits.kind === 'apart') {
    return { real: read(logits.real), fake: read(logits.fake) };
  }
  const all = read(logits.all);
  return { real: all.subarray(0, logits.real), fake: all.subarray(logits.real) };
}
