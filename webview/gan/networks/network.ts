import type { Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../random';
import { momentsOfBatch, type MomentsOf } from './batchNormalization';

/** A parameter tensor of a layer before training. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Standard deviation of the Gaussian that it is drawn from around `mean`; 0 for a constant. */
  readonly standardDeviation: number;
  readonly mean: number;
}

/** One step of a feed-forward network: a pure function of its input and its parameters. */
export interface Layer {
  /** For a person: "dense", "convolution 4 x 4". */
  readonly name: string;
  /** Without the batch dimension. */
  readonly outputShape: readonly number[];
  readonly parameters: readonly ParameterSpec[];
  /** The number of channels that the layer batch-normalises, if it does. */
  readonly normalizedChannels?: number;
  /**
   * @param input the batch first
   * @param parameters as many as {@link Layer.parameters}, in their order
   * @param momentsOf gives batch normalisation its mean and variance
   */
  apply(input: Tensor, parameters: readonly Tensor[], momentsOf: MomentsOf): Tensor;
}

/** How a layer is shown to a person. */
export interface LayerDescription {
  readonly name: string;
  readonly outputShape: readonly number[];
  readonly parameters: number;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/**
 * Layers in a row. The parameters are not kept here but handed to every call, so that the same network runs with the
 * raw weights, with their average, or with those inside a gradient.
 */
export class Network {
  readonly parameters: readonly ParameterSpec[];
  /** Channels of each batch-normalised layer, in order. */
  readonly normalizedChannels: readonly number[];

  constructor(private readonly layers: readonly Layer[]) {
    this.parameters = layers.flatMap((layer) => layer.parameters);
    this.normalizedChannels = layers.flatMap((layer) => layer.normalizedChannels ?? []);
  }

  /** @param input the batch first; the result has the batch first, too */
  forward(parameters: readonly Tensor[], input: Tensor, momentsOf: MomentsOf = momentsOfBatch): Tensor {
    let output = input;
    let first = 0;
    let normalized = 0;
    for (const layer of this.layers) {
      const end = first + layer.parameters.length;
      const index = normalized;
      output = layer.apply(output, parameters.slice(first, end), (x) => momentsOf(x, index));
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

  describe(): LayerDescription[] {
    return this.layers.map(({ name, outputShape, parameters }) => ({
      name,
      outputShape,
      parameters: parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    }));
  }
}
