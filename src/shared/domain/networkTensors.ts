import { channelsOf, DATA_SETS } from './dataSets';
import { featureMaps, type MapShape } from './featureMaps';
import type { Hyperparameters } from './hyperparameters';
import { unreachable } from '../result';

/** The groups of tensors that make up a run, in the order of a checkpoint. */
export const TENSOR_GROUPS = [
  'generator',
  'averagedGenerator',
  'generatorMoments',
  'averagedGeneratorMoments',
  'generatorOptimizer',
  'discriminator',
  'discriminatorSpectral',
  'discriminatorOptimizer',
] as const;

export type TensorGroup = (typeof TENSOR_GROUPS)[number];

/** Width and height of a filter. Four with stride two covers every pixel equally often (Odena et al. 2016). */
const FILTER = 4;

/** A layer that has weights. */
interface WeightedLayer {
  /** Of the weights, which end with the outputs; a bias for each output follows. */
  readonly weights: readonly number[];
  /** How many outputs its bias has; 0 for a layer without bias. */
  readonly biases: number;
  /** How often each weight is used for one sample. */
  readonly places: number;
  /** Channels that are batch-normalised after it; 0 for none. */
  readonly normalized: number;
  /** Numbers that it gives for one sample. */
  readonly outputs: number;
}

function product(shape: readonly number[]): number {
  return shape.reduce((total, length) => total * length, 1);
}

function denseLayer(inputs: number, units: number, normalized = 0): WeightedLayer {
  return { weights: [inputs, units], biases: units, places: 1, normalized, outputs: units };
}

/** [height, width, channels] of pictures; `undefined` of points. */
function pictureShape({ data, pictureSize }: Hyperparameters): MapShape | undefined {
  const channels = channelsOf(data);
  return channels === undefined ? undefined : [pictureSize, pictureSize, channels];
}

function denseStack(inputs: number, width: number, depth: number, normalize: boolean): WeightedLayer[] {
  return Array.from({ length: depth }, (_, index) =>
    denseLayer(index === 0 ? inputs : width, width, normalize ? width : 0),
  );
}

/** The layers of the generator that have weights: the engine's `createGenerator`. */
export function generatorWeights(h: Hyperparameters): WeightedLayer[] {
  const classes = h.conditional === 'yes' ? DATA_SETS[h.data].modes : 0;
  const inputs = h.latentSize + classes;
  const normalize = h.generatorNormalization === 'batch';
  const picture = pictureShape(h);
  if (h.generatorNetwork === 'dense' || picture === undefined) {
    return [
      ...denseStack(inputs, h.generatorWidth, h.generatorDepth, normalize),
      denseLayer(h.generatorWidth, product(picture ?? [2])),
    ];
  }
  const maps = [...featureMaps(picture, h.generatorWidth, h.generatorDepth).toReversed(), picture];
  return maps.map((map, index): WeightedLayer => {
    const [height, width, channels] = map;
    const before = maps[index - 1];
    const normalized = normalize && index < maps.length - 1 ? channels : 0;
    return before === undefined
      ? { ...denseLayer(inputs, product(map)), normalized }
      : {
          weights: [FILTER, FILTER, channels, before[2]],
          biases: channels,
          places: (height * width) / 4,
          normalized,
          outputs: product(map),
        };
  });
}

/** The layers of the discriminator that have weights: the engine's `createDiscriminator`. */
export function discriminatorWeights(h: Hyperparameters): WeightedLayer[] {
  const classes = h.conditional === 'yes' ? DATA_SETS[h.data].modes : 0;
  const normalize = h.discriminatorNormalization === 'batch';
  const picture = pictureShape(h);
  if (h.discriminatorNetwork === 'dense' || picture === undefined) {
    const stack = denseStack(product(picture ?? [2]), h.discriminatorWidth, h.discriminatorDepth, normalize);
    return [...stack, ...scoreLayers(h.discriminatorWidth, classes)];
  }
  const maps = [picture, ...featureMaps(picture, h.discriminatorWidth, h.discriminatorDepth)];
  const layers = maps.slice(1).map(([height, width, channels], index): WeightedLayer => {
    const before = maps[index] ?? picture;
    return {
      weights: [FILTER, FILTER, before[2], channels],
      biases: channels,
      places: height * width,
      normalized: normalize && index > 0 ? channels : 0,
      outputs: height * width * channels,
    };
  });
  return [...layers, ...scoreLayers(product(maps.at(-1) ?? picture), classes)];
}

/** The score, and in a conditional pair its projection on the class. */
function scoreLayers(inputs: number, classes: number): WeightedLayer[] {
  const projection = { weights: [classes, inputs], biases: 0, places: 1, normalized: 0, outputs: 0 };
  return [denseLayer(inputs, 1), ...(classes > 0 ? [projection] : [])];
}

/** How many numbers an optimizer remembers for each weight. */
export function slotsPerParameter(optimizer: Hyperparameters['generatorOptimizer']): number {
  switch (optimizer) {
    case 'sgd':
      return 0;
    case 'momentum':
    case 'rmsprop':
      return 1;
    case 'adam':
      return 2;
    default:
      return unreachable(optimizer);
  }
}

function parameterLengths(layers: readonly WeightedLayer[]): number[] {
  return layers.flatMap(({ weights, biases, normalized }) => [
    product(weights),
    ...(biases > 0 ? [biases] : []),
    ...(normalized > 0 ? [normalized, normalized] : []),
  ]);
}

function slotLengths(lengths: readonly number[], optimizer: Hyperparameters['generatorOptimizer']): number[] {
  return lengths.flatMap((length) => Array.from({ length: slotsPerParameter(optimizer) }, () => length));
}

/** Multiplications of one pass forward for one sample. */
export function multiplications(layers: readonly WeightedLayer[]): number {
  return layers.reduce((sum, { weights, places }) => sum + product(weights) * places, 0);
}

/** Numbers that all layers together give for one sample. */
export function outputCount(layers: readonly WeightedLayer[]): number {
  return layers.reduce((sum, { outputs }) => sum + outputs, 0);
}

/** Weights and biases of all layers together. */
export function parameterCount(layers: readonly WeightedLayer[]): number {
  return parameterLengths(layers).reduce((sum, length) => sum + length, 0);
}

/** How many numbers each tensor of a run holds, by group and in the order of a checkpoint. */
export function tensorLengths(h: Hyperparameters): Readonly<Record<TensorGroup, readonly number[]>> {
  const generatorLayers = generatorWeights(h);
  const discriminatorLayers = discriminatorWeights(h);
  const generator = parameterLengths(generatorLayers);
  const discriminator = parameterLengths(discriminatorLayers);
  const moments = generatorLayers.flatMap(({ normalized }) =>
    normalized > 0 ? [normalized, normalized] : [],
  );
  const spectral = discriminatorLayers.flatMap(({ weights }) => {
    const columns = weights[weights.length - 1] ?? 1;
    return [product(weights) / columns, columns];
  });
  return {
    generator,
    averagedGenerator: generator,
    generatorMoments: moments,
    averagedGeneratorMoments: moments,
    generatorOptimizer: slotLengths(generator, h.generatorOptimizer),
    discriminator,
    discriminatorSpectral: h.discriminatorNormalization === 'spectral' ? spectral : [],
    discriminatorOptimizer: slotLengths(discriminator, h.discriminatorOptimizer),
  };
}
