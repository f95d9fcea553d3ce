import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayerShape } from '../../../src/shared/wire/run';
import type { Random } from '../random';
import { momentsOfBatch } from './batchNormalization';
import { denseActivations, forwardDense } from './denseNetwork';
import { elementCount, type Layer, type MomentsOf, type ParameterSpec } from './layer';

/** Layers that can take the activation after them along, with it; the others as they are. */
function joinActivations(layers: readonly Layer[]): Layer[] {
  return layers.flatMap((layer, index) => {
    const after = layers[index + 1]?.activation;
    if (layer.applyWith !== undefined && after !== undefined) {
      return [{ ...layer, apply: layer.applyWith(after) }];
    }
    const joinedBefore = layer.activation !== undefined && layers[index - 1]?.applyWith !== undefined;
    return joinedBefore ? [] : [layer];
  });
}

/** How a network is run. */
interface Forward {
  /** Gives batch normalisation its mean and variance; those of the batch, if nothing else is said. */
  readonly momentsOf?: MomentsOf;
  /** As {@link Layer.apply} takes them. */
  readonly classes?: Tensor | undefined;
  /**
   * What a gradient around the call asks for: that by the parameters, if nothing else is said, or that by the input. A
   * gradient within a gradient may ask for both.
   */
  readonly differentiated?: 'parameters' | 'input';
}

/**
 * Layers in a row. The parameters are not kept here but handed to every call, so that the same network runs with the
 * raw weights, with their average, or with those inside a gradient.
 */
export class Network {
  readonly parameters: readonly ParameterSpec[];
  /** Channels of each batch-normalised layer, in order. */
  readonly normalizedChannels: readonly number[];

  /** The same as {@link layers}, with less to do for the tape. */
  private readonly joined: readonly Layer[];
  /** Of each layer, in a network that is nothing but dense layers. */
  private readonly dense: ReturnType<typeof denseActivations>;

  constructor(private readonly layers: readonly Layer[]) {
    this.joined = joinActivations(layers);
    this.dense = denseActivations(layers);
    this.parameters = layers.flatMap((layer) => layer.parameters);
    this.normalizedChannels = layers.flatMap((layer) => layer.normalizedChannels ?? []);
  }

  /** @param input the batch first; the result has the batch first, too */
  forward(
    parameters: readonly Tensor[],
    input: Tensor,
    { momentsOf = momentsOfBatch, classes, differentiated = 'parameters' }: Forward = {},
  ): Tensor {
    if (this.dense !== undefined) {
      return forwardDense(this.dense, parameters, input, differentiated);
    }
    let output = input;
    let first = 0;
    let normalized = 0;
    for (const layer of this.joined) {
      const end = first + layer.parameters.length;
      const index = normalized;
      output = layer.apply(output, parameters.slice(first, end), (x) => momentsOf(x, index), classes);
      first = end;
      normalized += layer.normalizedChannels === undefined ? 0 : 1;
    }
    return output;
  }

  /** Fresh weights, drawn in the order of the layers. */
  initialParameters(random: Random): Float32Array[] {
    return this.parameters.map(({ shape, standardDeviation, mean }) => {
      const values = new Float32Array(elementCount(shape));
      return standardDeviation === 0
        ? values.fill(mean)
        : random.fillNormal(values).map((value) => mean + value * standardDeviation);
    });
  }

  get parameterCount(): number {
    return this.parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  }

  /** The layers, for a person. */
  describe(): LayerShape[] {
    return this.layers.map(({ name, outputShape, parameters }) => ({
      name,
      outputShape: [...outputShape],
      parameters: parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    }));
  }
}
