import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Reads a tensor in an own copy, because a backend may hand out its own memory. */
export function read(tensor: Tensor): Float32Array<ArrayBuffer> {
  return Float32Array.from(tensor.dataSync());
}

/** Computes and reads a tensor; everything that was made on the way is put away. */
export function compute(make: () => Tensor): Float32Array<ArrayBuffer> {
  const result = tf.tidy(make);
  const values = read(result);
  result.dispose();
  return values;
}
