import type { TensorInfo } from '@tensorflow/tfjs-core';
import { activateAt } from './activation';
import type { Address } from './kernelModule';
import { multiplyMatrices } from './matMul';
import type { FloatTensor, SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Names in tfjs's registry of dense layers in a row, and of their gradients; tfjs itself has none of them. */
export const DENSE_STACK_KERNEL = 'DenseStack';
export const DENSE_STACK_PARAMETERS_KERNEL = 'DenseStackParameterGradients';
export const DENSE_STACK_INPUT_KERNEL = 'DenseStackInputGradient';

/** Weights [inputs, units] and bias [units] of each layer in turn, under the names 0, 1, 2, ... */
interface Parameters {
  readonly [index: number]: TensorInfo;
}

interface StackAttributes {
  /** tfjs's name of each layer's activation. */
  readonly activations: readonly string[];
  /** Slope of leakyrelu below 0, above 0. */
  readonly alpha: number;
}

interface Layer {
  readonly weights: Address;
  readonly bias: Address;
  readonly inputs: number;
  readonly units: number;
  readonly activation: string;
}

function layersOf(backend: SimdBackend, parameters: Parameters, { activations }: StackAttributes): Layer[] {
  return activations.map((activation, i) => {
    const [weights, bias] = [parameters[2 * i], parameters[2 * i + 1]];
    const [inputs, units] = weights?.shape ?? [];
    if (!weights || !bias || inputs === undefined || units === undefined) {
      throw new Error(`Layer ${i} of the dense layers has no weights`);
    }
    return { weights: backend.address(weights), bias: backend.address(bias), inputs, units, activation };
  });
}

/**
 * The last layer's output. The outputs of the layers before it stay beside it for the gradients, if they are asked for:
 * they are never tensors, which is most of what this kernel saves.
 */
function denseStack(
  backend: SimdBackend,
  { x, ...parameters }: Parameters & { readonly x: TensorInfo },
  attributes: StackAttributes & { readonly forGradient: boolean },
): FloatTensor {
  const rows = x.shape[0] ?? 0;
  const layers = layersOf(backend, parameters, attributes);
  const units = layers.at(-1)?.units ?? 0;
  let input = backend.address(x);
  const out = backend.output([rows, units]);
  layers.forEach((layer, i) => {
    const count = rows * layer.units;
    const isLast = i === layers.length - 1;
    const target = isLast
      ? out.address
      : attributes.forGradient
        ? backend.attach(out, count)
        : backend.scratch(count);
    multiplyMatrices(
      backend,
      { address: input, transposed: false },
      { address: layer.weights, transposed: false },
      target,
      [rows, layer.units, layer.inputs],
      layer.bias,
    );
    activateAt(backend, target, count, layer.activation, attributes.alpha);
    input = target;
  });
  return out;
}

interface GradientInputs {
  readonly dy: TensorInfo;
  /** The output of the stack, made for gradients. */
  readonly y: TensorInfo;
}

/** Calls `visit` with the gradient by what each layer's activation is given, from the last layer to the first. */
function eachDelta(
  backend: SimdBackend,
  layers: readonly Layer[],
  { dy, y }: GradientInputs,
  alpha: number,
  visit: (layer: number, delta: Address) => void,
): void {
  const rows = y.shape[0] ?? 0;
  const hidden = backend.attachedTo(y);
  let gradient = backend.address(dy);
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i];
    const output = i === layers.length - 1 ? backend.address(y) : hidden[i];
    if (!layer || output === undefined) {
      throw new Error('The outputs of the hidden layers were not kept');
    }
    const delta = slopeTimes(backend, gradient, output, rows * layer.units, layer.activation, alpha);
    visit(i, delta);
    if (i > 0) {
      gradient = backend.scratch(rows * layer.inputs);
      byInput(backend, layer, delta, gradient, rows);
    }
  }
}

/** dy times the slope of the activation that gave y; where that is 1, `dy` itself. */
function slopeTimes(
  backend: SimdBackend,
  dy: Address,
  y: Address,
  count: number,
  activation: string,
  alpha: number,
): Address {
  if (activation === 'linear') {
    return dy;
  }
  const delta = backend.scratch(count);
  switch (activation) {
    case 'relu':
      backend.kernels.leakyReluSlope(dy, y, delta, count, 0);
      return delta;
    case 'leakyrelu':
      backend.kernels.leakyReluSlope(dy, y, delta, count, alpha);
      return delta;
    case 'tanh':
      backend.kernels.tanhSlope(dy, y, delta, count);
      return delta;
    default:
      throw new Error(`No gradient for the activation ${activation}`);
  }
}

/** delta weights' */
function byInput(
  backend: SimdBackend,
  { weights, inputs, units }: Layer,
  delta: Address,
  out: Address,
  rows: number,
): void {
  multiplyMatrices(
    backend,
    { address: delta, transposed: false },
    { address: weights, transposed: true },
    out,
    [rows, inputs, units],
  );
}

/** The gradients by weights and bias of each layer in turn. */
function parameterGradients(
  backend: SimdBackend,
  { x, dy, y, ...parameters }: Parameters & GradientInputs & { readonly x: TensorInfo },
  attributes: StackAttributes,
): FloatTensor[] {
  const rows = y.shape[0] ?? 0;
  const layers = layersOf(backend, parameters, attributes);
  const hidden = backend.attachedTo(y);
  const out = layers.flatMap(({ inputs, units }) => [
    backend.output([inputs, units]),
    backend.output([units]),
  ]);
  eachDelta(backend, layers, { dy, y }, attributes.alpha, (i, delta) => {
    const layer = layers[i];
    const input = i === 0 ? backend.address(x) : hidden[i - 1];
    const [weights, bias] = [out[2 * i], out[2 * i + 1]];
    if (!layer || !weights || !bias || input === undefined) {
      return;
    }
    const { inputs, units } = layer;
    multiplyMatrices(
      backend,
      { address: input, transposed: true },
      { address: delta, transposed: false },
      weights.address,
      [inputs, units, rows],
    );
    backend.kernels.sumRows(delta, bias.address, rows, units, 1);
  });
  return out;
}

/** The gradient by x. */
function inputGradient(
  backend: SimdBackend,
  { dy, y, ...parameters }: Parameters & GradientInputs,
  attributes: StackAttributes,
): FloatTensor | undefined {
  const rows = y.shape[0] ?? 0;
  const layers = layersOf(backend, parameters, attributes);
  const [first] = layers;
  if (!first) {
    return undefined;
  }
  const out = backend.output([rows, first.inputs]);
  eachDelta(backend, layers, { dy, y }, attributes.alpha, (i, delta) => {
    if (i === 0) {
      byInput(backend, first, delta, out.address, rows);
    }
  });
  return out;
}

export const denseStackKernels = [
  named(DENSE_STACK_KERNEL, denseStack),
  named(DENSE_STACK_PARAMETERS_KERNEL, parameterGradients),
  named(DENSE_STACK_INPUT_KERNEL, inputGradient),
];
