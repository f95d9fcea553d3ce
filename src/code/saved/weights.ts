import type { MapShape } from '../../shared/domain/featureMaps';
import type { Hyperparameters } from '../../shared/domain/hyperparameters';
import { unreachable } from '../../shared/result';
import { featureCount, featureLayers, FILTER, generatorLayers, type CodeLayer } from '../layers';
import { optimizersOf } from '../optimizers';
import type { SampleKind } from '../samples';
import type { NamedTensor } from './safetensors';

/** The tensors of a checkpoint that a program goes on from, group by group; each in the engine's order. */
export interface EngineTensors {
  readonly generator: readonly Float32Array[];
  readonly averagedGenerator: readonly Float32Array[];
  readonly generatorMoments: readonly Float32Array[];
  readonly averagedGeneratorMoments: readonly Float32Array[];
  readonly generatorOptimizer: readonly Float32Array[];
  readonly discriminator: readonly Float32Array[];
  readonly discriminatorSpectral: readonly Float32Array[];
  readonly discriminatorOptimizer: readonly Float32Array[];
}

/** Where a number of PyTorch's tensor lies in the engine's. */
type Place = (index: number) => number;

/** A parameter in PyTorch. */
interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly place: Place;
  /** Whether spectral normalisation divides it. */
  readonly isWeight: boolean;
}

interface NetworkLayout {
  readonly parameters: readonly Parameter[];
  /** Of the batch normalisations, in turn. */
  readonly normalizations: readonly { readonly name: string; readonly channels: number }[];
}

const same: Place = (index) => index;
const TAPS = FILTER * FILTER;

/** PyTorch's place of a number in feature maps with channels first, as the engine has it with channels last. */
function fromChannelsFirst([height, width, channels]: MapShape): Place {
  const area = height * width;
  return (index) => (index % area) * channels + Math.floor(index / area);
}

/** W of x W, transposed: [units, inputs]. */
function denseWeights(name: string, inputs: number, units: number, ins: Place, outs: Place): Parameter {
  return {
    name,
    shape: [units, inputs],
    place: (index) => ins(index % inputs) * units + outs(Math.floor(index / inputs)),
    isWeight: true,
  };
}

/** A filter [first, second, 4, 4], which the engine has as [4, 4, second, first]. */
function filter(name: string, first: number, second: number): Parameter {
  return {
    name,
    shape: [first, second, FILTER, FILTER],
    place: (index) => {
      const tap = index % TAPS;
      const rest = Math.floor(index / TAPS);
      return (tap * second + (rest % second)) * first + Math.floor(rest / second);
    },
    isWeight: true,
  };
}

function vector(name: string, length: number, place: Place = same): Parameter {
  return { name, shape: [length], place, isWeight: false };
}

function isMapShape(shape: readonly number[]): shape is MapShape {
  return shape.length === 3;
}

/** The parameters of layers that stand one after the other. */
function layout(
  prefix: string,
  layers: readonly CodeLayer[],
  shape: readonly number[],
): NetworkLayout & {
  /** Where the inputs of a layer behind them lie. */
  readonly inputs: Place;
} {
  const parameters: Parameter[] = [];
  const normalizations: { name: string; channels: number }[] = [];
  let map = isMapShape(shape) ? shape : undefined;
  let inputs = same;
  for (const [index, layer] of layers.entries()) {
    const name = `${prefix}.${index}`;
    switch (layer.kind) {
      case 'dense': {
        const next = layers[index + 1];
        const outputs = next?.kind === 'reshape' ? fromChannelsFirst(next.output) : same;
        parameters.push(
          denseWeights(`${name}.weight`, layer.inputs, layer.units, inputs, outputs),
          vector(`${name}.bias`, layer.units, outputs),
        );
        inputs = same;
        break;
      }
      case 'convolution':
        parameters.push(
          filter(`${name}.weight`, layer.output[2], layer.inputs),
          vector(`${name}.bias`, layer.output[2]),
        );
        map = layer.output;
        break;
      case 'transposedConvolution':
        parameters.push(
          filter(`${name}.weight`, layer.inputs, layer.output[2]),
          vector(`${name}.bias`, layer.output[2]),
        );
        break;
      case 'point':
        parameters.push(vector(`${name}.place`, layer.size));
        break;
      case 'batch':
        parameters.push(vector(`${name}.weight`, layer.channels), vector(`${name}.bias`, layer.channels));
        normalizations.push({ name, channels: layer.channels });
        break;
      case 'flatten':
        inputs = map ? fromChannelsFirst(map) : same;
        break;
      case 'reshape':
      case 'activation':
        break;
      default:
        return unreachable(layer);
    }
  }
  return { parameters, normalizations, inputs };
}

function generatorLayout(h: Hyperparameters, samples: SampleKind): NetworkLayout {
  // Latent vectors come first, whatever the samples are.
  return layout('', generatorLayers(h, samples), []);
}

function discriminatorLayout(h: Hyperparameters, samples: SampleKind): NetworkLayout {
  const layers = featureLayers(h, samples);
  const count = featureCount(layers) || (samples.shape[0] ?? 0);
  const isConditional = samples.classes > 0;
  const { parameters, normalizations, inputs } = layout(
    isConditional ? '.features' : '',
    layers,
    samples.shape,
  );
  const score = isConditional ? '.score' : `.${layers.length}`;
  return {
    parameters: [
      ...parameters,
      denseWeights(`${score}.weight`, count, 1, inputs, same),
      ...(h.discriminatorNetwork === 'linear' ? [] : [vector(`${score}.bias`, 1)]),
      ...(isConditional ? [denseWeights('.directions.weight', samples.classes, count, same, inputs)] : []),
    ],
    normalizations,
  };
}

function tensor(name: string, { shape, place }: Parameter, values: Float32Array | undefined): NamedTensor {
  return {
    name,
    shape,
    values: Float32Array.from({ length: values?.length ?? 0 }, (_, i) => values?.[place(i)] ?? 0),
  };
}

function parameterTensors(
  name: string,
  { parameters }: NetworkLayout,
  values: readonly Float32Array[],
  isSpectral: boolean,
): NamedTensor[] {
  return parameters.map((parameter, index) =>
    tensor(`${name}${torchName(parameter, isSpectral)}`, parameter, values[index]),
  );
}

/** PyTorch keeps a weight that is divided under another name. */
function torchName({ name, isWeight }: Parameter, isSpectral: boolean): string {
  return isSpectral && isWeight ? name.replace(/weight$/, 'parametrizations.weight.original') : name;
}

function momentTensors(
  name: string,
  { normalizations }: NetworkLayout,
  moments: readonly Float32Array[],
): NamedTensor[] {
  return normalizations.flatMap((normalization, index) => [
    tensor(
      `${name}${normalization.name}.running_mean`,
      vector('', normalization.channels),
      moments[2 * index],
    ),
    tensor(
      `${name}${normalization.name}.running_var`,
      vector('', normalization.channels),
      moments[2 * index + 1],
    ),
  ]);
}

/** What PyTorch calls the moving averages of an optimizer, in the engine's order. */
export function slotNames(kind: Hyperparameters['generatorOptimizer']): readonly string[] {
  switch (kind) {
    case 'adam':
      return ['exp_avg', 'exp_avg_sq'];
    case 'rmsprop':
      return ['square_avg'];
    case 'momentum':
      return ['momentum_buffer'];
    case 'sgd':
      return [];
    default:
      return unreachable(kind);
  }
}

function optimizerTensors(
  name: string,
  kind: Hyperparameters['generatorOptimizer'],
  { parameters }: NetworkLayout,
  slots: readonly Float32Array[],
  isSpectral: boolean,
): NamedTensor[] {
  const names = slotNames(kind);
  return parameters.flatMap((parameter, index) =>
    names.map((slot, place) =>
      tensor(
        `${name}.${slot}${torchName(parameter, isSpectral)}`,
        parameter,
        slots[index * names.length + place],
      ),
    ),
  );
}

/** The singular vectors that go with divided weights: the engine's left one is PyTorch's v, its right one u. */
function spectralTensors({ parameters }: NetworkLayout, vectors: readonly Float32Array[]): NamedTensor[] {
  return parameters
    .filter(({ isWeight }) => isWeight)
    .flatMap(({ name, shape: [outputs = 1, ...others], place }, index) => {
      const inputs = others.reduce((product, extent) => product * extent, 1);
      const key = `discriminator${name.replace(/weight$/, 'parametrizations.weight.0')}`;
      // The matrix is [inputs, outputs] in the engine, so a row is a place divided by the outputs.
      const row: Place = (input) => Math.floor(place(input) / outputs);
      const column: Place = (output) => place(output * inputs) % outputs;
      return [
        tensor(`${key}._u`, vector('', outputs, column), vectors[2 * index + 1]),
        tensor(`${key}._v`, vector('', inputs, row), vectors[2 * index]),
      ];
    });
}

/**
 * The state of a run by the names that a program in PyTorch gives its parts.
 *
 * @param steps how many updates each network has had
 */
export function stateTensors(
  h: Hyperparameters,
  samples: SampleKind,
  tensors: EngineTensors,
  steps: { readonly generator: number; readonly discriminator: number },
): NamedTensor[] {
  const generator = generatorLayout(h, samples);
  const discriminator = discriminatorLayout(h, samples);
  const isSpectral = h.discriminatorNormalization === 'spectral';
  const optimizers = optimizersOf(h);
  return [
    ...parameterTensors('generator', generator, tensors.generator, false),
    ...momentTensors('generator', generator, tensors.generatorMoments),
    ...parameterTensors('shown', generator, tensors.averagedGenerator, false),
    ...momentTensors('shown', generator, tensors.averagedGeneratorMoments),
    ...parameterTensors('discriminator', discriminator, tensors.discriminator, isSpectral),
    ...(isSpectral ? spectralTensors(discriminator, tensors.discriminatorSpectral) : []),
    ...optimizerTensors(
      'optimizer_g',
      optimizers.generator.kind,
      generator,
      tensors.generatorOptimizer,
      false,
    ),
    ...optimizerTensors(
      'optimizer_d',
      optimizers.discriminator.kind,
      discriminator,
      tensors.discriminatorOptimizer,
      isSpectral,
    ),
    { name: 'optimizer_g.steps', shape: [1], values: Float32Array.of(steps.generator) },
    { name: 'optimizer_d.steps', shape: [1], values: Float32Array.of(steps.discriminator) },
  ];
}
