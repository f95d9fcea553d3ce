import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { denseStack, type DenseActivation } from '../../backend';
import { isMatrix, LEAK } from './layers';
import type { Layer } from './layer';

/** The activation of each layer, if there are only dense layers, with or without an activation after them. */
export function denseActivations(layers: readonly Layer[]): readonly DenseActivation[] | undefined {
  const activations: DenseActivation[] = [];
  for (const [index, { applyWith, activation }] of layers.entries()) {
    if (applyWith !== undefined) {
      activations.push('linear');
    } else if (activation !== undefined && layers[index - 1]?.applyWith !== undefined) {
      activations[activations.length - 1] = activation;
    } else {
      return undefined;
    }
  }
  return activations.length > 0 ? activations : undefined;
}

/** Dense layers in a row, in as few kernels as the backend can; see `Network.forward`. */
export function forwardDense(
  activations: readonly DenseActivation[],
  parameters: readonly Tensor[],
  input: Tensor,
  differentiated: 'parameters' | 'input',
): Tensor2D {
  const layers = activations.map((activation, index) => {
    const [weights, bias] = [parameters[2 * index], parameters[2 * index + 1]];
    if (!isMatrix(weights) || bias === undefined) {
      throw new Error('A dense layer needs weights and a bias.');
    }
    return { weights, bias, activation };
  });
  if (!isMatrix(input)) {
    throw new Error('A dense layer needs vectors.');
  }
  return denseStack(input, layers, LEAK, differentiated);
}
