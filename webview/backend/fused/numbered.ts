import type { Tensor } from '@tensorflow/tfjs-core';

/** Lists of tensors, one after the other, under the names 0, 1, 2, ... as tfjs takes the inputs of a kernel. */
export function numbered(...lists: readonly (readonly Tensor[])[]): Record<string, Tensor> {
  const inputs: Record<string, Tensor> = {};
  let name = 0;
  for (const list of lists) {
    for (const tensor of list) {
      inputs[name++] = tensor;
    }
  }
  return inputs;
}
