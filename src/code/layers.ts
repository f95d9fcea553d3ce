import type { Hyperparameters } from '../shared/hyperparameters';
import type { SampleKind } from './samples';

export type Activation = Hyperparameters['generatorActivation'];

/** Height, width and channels of feature maps. */
export type MapShape = readonly [height: number, width: number, channels: number];

/**
 * A layer of a network as a program spells it out. Those with weights carry how many numbers flow into each of their
 * outputs, by which their first weights are scaled.
 */
export type CodeLayer =
  | { readonly kind: 'dense'; readonly inputs: number; readonly units: number }
  | { readonly kind: 'convolution'; readonly inputs: number; readonly output: MapShape }
  | { readonly kind: 'transposedConvolution'; readonly inputs: number; readonly output: MapShape }
  | { readonly kind: 'reshape'; readonly output: MapShape }
  | { readonly kind: 'flatten'; readonly units: number }
  | { readonly kind: 'batch'; readonly channels: number; readonly onMaps: boolean }
  | { readonly kind: 'activation'; readonly activation: Activation };

/** Two strides of two separate the smallest feature map from the picture. */
const DOWNSAMPLING = 4;

/** Width and height of a filter, and its stride. */
export const FILTER = 4;
export const STRIDE = 2;

function product(shape: readonly number[]): number {
  return shape.reduce((total, length) => total * length, 1);
}

function isMapShape(shape: readonly number[]): shape is MapShape {
  return shape.length === 3;
}

function hidden(shape: readonly number[], normalize: boolean, activation: Activation): CodeLayer[] {
  const channels = shape[shape.length - 1] ?? 1;
  const after: CodeLayer = { kind: 'activation', activation };
  return normalize ? [{ kind: 'batch', channels, onMaps: isMapShape(shape) }, after] : [after];
}

/** Dense layers, each with what follows it. */
function denseStack(inputs: number, units: number, depth: number, after: CodeLayer[]): CodeLayer[] {
  return Array.from({ length: depth }, (_, index): CodeLayer[] => [
    { kind: 'dense', inputs: index === 0 ? inputs : units, units },
    ...after,
  ]).flat();
}

/** The generator of a run: latent vectors (and classes) to samples. The engine's `createGenerator`, layer by layer. */
export function generatorLayers(h: Hyperparameters, { shape, classes }: SampleKind): CodeLayer[] {
  const normalize = h.generatorNormalization === 'batch';
  const kind = h.generatorActivation;
  const inputs = h.latentSize + classes;
  const units = h.generatorWidth;
  if (h.generatorNetwork === 'dense' || !isMapShape(shape)) {
    const stack = denseStack(inputs, units, h.generatorDepth, hidden([units], normalize, kind));
    const sample: CodeLayer = { kind: 'dense', inputs: units, units: product(shape) };
    return isMapShape(shape)
      ? [...stack, sample, { kind: 'reshape', output: shape }, { kind: 'activation', activation: 'tanh' }]
      : [...stack, sample];
  }
  const [height, width] = shape;
  const small: MapShape = [height / DOWNSAMPLING, width / DOWNSAMPLING, 2 * units];
  const middle: MapShape = [height / STRIDE, width / STRIDE, units];
  return [
    { kind: 'dense', inputs, units: product(small) },
    { kind: 'reshape', output: small },
    ...hidden(small, normalize, kind),
    { kind: 'transposedConvolution', inputs: 2 * units, output: middle },
    ...hidden(middle, normalize, kind),
    { kind: 'transposedConvolution', inputs: units, output: shape },
    { kind: 'activation', activation: 'tanh' },
  ];
}

/** The discriminator without its last layer, the score. The engine's `createDiscriminator`, layer by layer. */
export function featureLayers(h: Hyperparameters, { shape }: SampleKind): CodeLayer[] {
  const normalize = h.discriminatorNormalization === 'batch';
  const kind = h.discriminatorActivation;
  const units = h.discriminatorWidth;
  if (h.discriminatorNetwork === 'dense' || !isMapShape(shape)) {
    const inputs = product(shape);
    const stack = denseStack(inputs, units, h.discriminatorDepth, hidden([units], normalize, kind));
    return isMapShape(shape) ? [{ kind: 'flatten', units: inputs }, ...stack] : stack;
  }
  const [height, width, channels] = shape;
  const middle: MapShape = [height / STRIDE, width / STRIDE, units];
  const small: MapShape = [height / DOWNSAMPLING, width / DOWNSAMPLING, 2 * units];
  return [
    { kind: 'convolution', inputs: channels, output: middle },
    ...hidden(middle, false, kind),
    { kind: 'convolution', inputs: units, output: small },
    ...hidden(small, normalize, kind),
    { kind: 'flatten', units: product(small) },
  ];
}

/** How many features the score is computed from. */
export function featureCount(layers: readonly CodeLayer[]): number {
  const last = layers.findLast((layer) => layer.kind === 'dense' || layer.kind === 'flatten');
  return last?.units ?? 0;
}
