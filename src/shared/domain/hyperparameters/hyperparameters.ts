import type { Data } from '../dataSets';
import type { Loss } from '../losses';

/**
 * Everything that, together with the code and the backend, determines a run bit for bit.
 * Ranges, defaults and what a change asks of a running net stand in `SPECS`.
 */
export interface Hyperparameters {
  data: Data;
  /** Width and height of a picture in pixels; of no effect on points. */
  pictureSize: 12 | 16 | 28;
  /** How many different real samples the collection holds. */
  collectionSize: number;
  seed: number;
  /** Real samples, and as many generated ones, per update. */
  batchSize: number;
  backend: 'auto' | 'webgl' | 'cpu';
  /** Whether both networks are told the class (the collection's mode) of every sample, so that one can be ordered. */
  conditional: 'no' | 'yes';

  latentSize: number;
  latentDistribution: 'normal' | 'uniform';
  /** `point`: the same point whatever the latent vector, which is all that it learns (Mescheder et al. 2018, definition 2.1). */
  generatorNetwork: 'convolutional' | 'dense' | 'point';
  /** Channels of the widest-resolution hidden layer (convolutional), or units per hidden layer (dense). */
  generatorWidth: number;
  /** Hidden layers of a dense generator; a convolutional one has as many as its picture size asks for. */
  generatorDepth: number;
  generatorActivation: 'relu' | 'leakyRelu' | 'tanh';
  generatorNormalization: 'none' | 'batch';
  generatorOptimizer: 'adam' | 'rmsprop' | 'momentum' | 'sgd';
  generatorLearningRate: number;
  generatorBeta1: number;
  generatorBeta2: number;
  /** Generator updates per round. */
  generatorSteps: number;
  /** Decay of the exponential moving average of the generator's weights that is shown; 0 shows the raw weights. */
  averageDecay: number;

  /** `linear`: the score w x, without hidden layers and without a bias (Mescheder et al. 2018, definition 2.1). */
  discriminatorNetwork: 'convolutional' | 'dense' | 'linear';
  discriminatorWidth: number;
  discriminatorDepth: number;
  discriminatorActivation: 'relu' | 'leakyRelu' | 'tanh';
  discriminatorNormalization: 'none' | 'spectral' | 'batch';
  discriminatorOptimizer: 'adam' | 'rmsprop' | 'momentum' | 'sgd';
  discriminatorLearningRate: number;
  discriminatorBeta1: number;
  discriminatorBeta2: number;
  /** Discriminator updates per round. */
  discriminatorSteps: number;

  loss: Loss;
  /** Gamma of the R1 penalty, gamma/2 * E|grad_x D(x)|^2 over real x (Mescheder et al. 2018, eq. 9); 0 is off. */
  r1Weight: number;
  /** The R1 penalty is computed every so many rounds, with so many times its weight (lazy regularisation). */
  r1Interval: number;
  /** Lambda of the gradient penalty (Gulrajani et al. 2017); 0 is off. */
  gradientPenaltyWeight: number;
  /** Largest absolute weight of the discriminator after an update (Arjovsky et al. 2017); 0 is off. */
  weightClip: number;
  /** The label of real samples is 1 minus this (one-sided smoothing, Salimans et al. 2016). */
  labelSmoothing: number;
  /** Standard deviation of Gaussian noise added to whatever the discriminator sees. */
  instanceNoise: number;
}

export type HyperparameterName = keyof Hyperparameters;
