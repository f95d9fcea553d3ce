import type { Hyperparameters } from '../shared/domain/hyperparameters';

/** What the optimizer of one network is made of. */
export interface OptimizerChoice {
  readonly kind: Hyperparameters['generatorOptimizer'];
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
}

/** The optimizers of both networks. */
export function optimizersOf(h: Hyperparameters): {
  readonly discriminator: OptimizerChoice;
  readonly generator: OptimizerChoice;
} {
  return {
    discriminator: {
      kind: h.discriminatorOptimizer,
      rate: h.discriminatorLearningRate,
      beta1: h.discriminatorBeta1,
      beta2: h.discriminatorBeta2,
    },
    generator: {
      kind: h.generatorOptimizer,
      rate: h.generatorLearningRate,
      beta1: h.generatorBeta1,
      beta2: h.generatorBeta2,
    },
  };
}
