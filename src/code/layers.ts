import { featureMaps, type MapShape } from '../shared/domain/featureMaps';
import type { Hyperparameters } from '../shared/domain/hyperparameters';
import type { SampleKind } from './samples';

export type Activation = Hyperparameters['generatorActivation'];

/**
 * A layer of a network as a program spells it out. Those with weights carry how many numbers flow into each of their
 * outputs, by which their first weights are scaled.
 */
export type CodeLayer =
  | { readonly kind: 'dense'; readonly inputs: number; readonly units: number }
  | { readonly kind: 'point'; readonly size: number }
  | { readonly kind: 'convolution'; readonly inputs: number; readonly output: MapShape }
  | { readonly kind: 'transposedConvolution'; readonly inputs: number; readonly output: MapShape }
  | { readonly kind: 'reshape'; readonly output: MapShape }
  | { readonly kind: 'flatten'; readonly units: number }
  | { readonly kind: 'batch'; readonly channels: number; readonly onMaps: boolean }
  | { readonly kind: 'activation'; readonly activation: Activation };

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

function dense(inputs: number, units: number): CodeLayer {
  return { kind: 'dense', inputs, units };
}

function reshape(output: MapShape): CodeLayer {
  return { kind: 'reshape', output };
}

function transposedConvolution(from: MapShape, output: MapShape): CodeLayer {
  return { kind: 'transposedConvolution', inputs: from[2], output };
}

/** Dense layers, each with what follows it. */
function denseStack(inputs: number, units: number, depth: number, after: CodeLayer[]): CodeLayer[] {
  return Array.from({ length: depth }, (_, index): CodeLayer[] => [
    dense(index === 0 ? inputs : units, units),
    ...after,
  ]).flat();
}

/** The generator of a run: latent vectors (and classes) to samples. The engine's `createGenerator`, layer by layer. */
export function generatorLayers(h: Hyperparameters, { shape, classes }: SampleKind): CodeLayer[] {
  const normalize = h.generatorNormalization === 'batch';
  const kind = h.generatorActivation;
  const inputs = h.latentSize + classes;
  const units = h.generatorWidth;
  if (h.generatorNetwork === 'point') {
    return [{ kind: 'point', size: product(shape) }];
  }
  if (h.generatorNetwork === 'dense' || !isMapShape(shape)) {
    const stack = denseStack(inputs, units, h.generatorDepth, hidden([units], normalize, kind));
    const sample = dense(units, product(shape));
    return isMapShape(shape)
      ? [...stack, sample, reshape(shape), { kind: 'activation', activation: 'tanh' }]
      : [...stack, sample];
  }
  const [smallest = shape, ...larger] = featureMaps(shape, units, h.generatorDepth).toReversed();
  const layers = [dense(inputs, product(smallest)), reshape(smallest), ...hidden(smallest, normalize, kind)];
  let last = smallest;
  for (const map of larger) {
    layers.push(transposedConvolution(last, map), ...hidden(map, normalize, kind));
    last = map;
  }
  return [...layers, transposedConvolution(last, shape), { kind: 'activation', activation: 'tanh' }];
}

/** The discriminator without its last layer, the score. The engine's `createDiscriminator`, layer by layer. */
export function featureLayers(h: Hyperparameters, { shape }: SampleKind): CodeLayer[] {
  const normalize = h.discriminatorNormalization === 'batch';
  const kind = h.discriminatorActivation;
  const units = h.discriminatorWidth;
  if (h.discriminatorNetwork === 'linear') {
    return [];
  }
  if (h.discriminatorNetwork === 'dense' || !isMapShape(shape)) {
    const inputs = product(shape);
    const stack = denseStack(inputs, units, h.discriminatorDepth, hidden([units], normalize, kind));
    return isMapShape(shape) ? [{ kind: 'flatten', units: inputs }, ...stack] : stack;
  }
  let last = shape;
  const layers: CodeLayer[] = [];
  for (const [index, map] of featureMaps(shape, units, h.discriminatorDepth).entries()) {
    layers.push(
      { kind: 'convolution', inputs: last[2], output: map },
      ...hidden(map, normalize && index > 0, kind),
    );
    last = map;
  }
  return [...layers, { kind: 'flatten', units: product(last) }];
}

/** How many features the score is computed from. */
export function featureCount(layers: readonly CodeLayer[]): number {
  const last = layers.findLast((layer) => layer.kind === 'dense' || layer.kind === 'flatten');
  return last?.units ?? 0;
}
