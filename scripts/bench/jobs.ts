import {
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  type Hyperparameters,
} from '../../src/shared/domain/hyperparameters';

/** The default pair on portraits, as a lesson starts. */
export const PORTRAITS: Hyperparameters = { ...PICTURE_DEFAULTS, backend: 'cpu' };

/** The job of GAN Lab (Kahng et al. 2019) by which programs that train on points can be compared. */
export const POINTS: Hyperparameters = {
  ...POINT_DEFAULTS,
  backend: 'cpu',
  batchSize: 150,
  latentSize: 2,
  generatorWidth: 8,
  generatorActivation: 'relu',
  generatorOptimizer: 'sgd',
  generatorLearningRate: 0.1,
  discriminatorWidth: 8,
  discriminatorActivation: 'relu',
  discriminatorOptimizer: 'sgd',
  discriminatorLearningRate: 0.1,
  discriminatorSteps: 2,
  r1Weight: 0,
};
