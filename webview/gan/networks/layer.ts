import type { Tensor } from '@tensorflow/tfjs-core';

/** How many numbers a tensor of this shape holds. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Mean and variance of each channel. */
export interface Moments {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

/** Where batch normalisation takes the moments of its `index`-th layer's input from. */
export type MomentsOf = (input: Tensor, index: number) => Moments;

/** A parameter tensor of a layer before training. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Standard deviation of the Gaussian that it is drawn from around `mean`; 0 for a constant. */
  readonly standardDeviation: number;
  readonly mean: number;
}

export type Activation = 'relu' | 'leakyRelu' | 'tanh';

/** One step of a feed-forward network: a pure function of its input and its parameters. */
export interface Layer {
  /** For a person: "dense", "convolution 4 x 4". */
  readonly name: string;
  /** Without the batch dimension. */
  readonly outputShape: readonly number[];
  readonly parameters: readonly ParameterSpec[];
  /** The number of channels that the layer batch-normalises, if it does. */
  readonly normalizedChannels?: number;
  /** The function that the layer applies to each element, if it does nothing else. */
  readonly activation?: Activation;
  /**
   * {@link Layer.apply} and an activation after it, in one kernel where the backend can. Of a dense layer, whose
   * parameters are weights and a bias.
   */
  applyWith?(activation: Activation): Layer['apply'];
  /**
   * @param input the batch first
   * @param parameters as many as {@link Layer.parameters}, in their order
   * @param momentsOf gives batch normalisation its mean and variance
   * @param classes the class of each sample, one-hot [batch, classes], in a conditional network that asks for it
   */
  apply(input: Tensor, parameters: readonly Tensor[], momentsOf: MomentsOf, classes?: Tensor): Tensor;
}
