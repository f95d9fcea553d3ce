import type { HyperparameterName } from '../../src/shared/domain/hyperparameters';

/** Short names of hyperparameters on the command line, beside their own. */
export const ALIASES: ReadonlyMap<string, HyperparameterName> = new Map([
  ['gSteps', 'generatorSteps'],
  ['dSteps', 'discriminatorSteps'],
  ['gLearningRate', 'generatorLearningRate'],
  ['dLearningRate', 'discriminatorLearningRate'],
]);
