import {
  defaultsFor,
  isHyperparameterName,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';

/** So many originals train nearly as well as thousands; with 32 copying is still measurable. */
const ENOUGH_ORIGINALS = 128;

/** Only those changes that change something. */
function effective(
  current: Hyperparameters,
  changes: readonly HyperparameterChanges[],
): HyperparameterChanges[] {
  return changes.filter((change) =>
    Object.entries(change).some(([name, value]) => isHyperparameterName(name) && current[name] !== value),
  );
}

/** Fewer updates of the side that runs ahead; a side that stands still is given its one update, too. */
function oneStep(side: 'generatorSteps' | 'discriminatorSteps'): HyperparameterChanges {
  return side === 'generatorSteps' ? { generatorSteps: 1 } : { discriminatorSteps: 1 };
}

/** A smoother discriminator: the R1 penalty of the recipe, where it is weaker now. */
function r1(current: Hyperparameters): HyperparameterChanges {
  const { r1Weight } = defaultsFor(current.data);
  return current.r1Weight < r1Weight ? { r1Weight } : {};
}

/**
 * Collapse and dropping. Measured: one generator step cures the collapse that several cause (5 of 5 seeds), where R1
 * and a faster discriminator do not; the least-squares loss needs the other loss together with R1; several
 * discriminator steps without R1 leave two modes, and one step without R1 loses modes on one of six seeds, so that both
 * are changed.
 */
export function fixesForModes(current: Hyperparameters): HyperparameterChanges[] {
  if (current.generatorSteps > 1) {
    return [oneStep('generatorSteps')];
  }
  if (current.loss === 'leastSquares') {
    return [{ loss: 'nonSaturating', ...r1(current) }];
  }
  return effective(current, [
    { ...(current.discriminatorSteps > 1 && oneStep('discriminatorSteps')), ...r1(current) },
  ]);
}

/**
 * Measured: R1 cures six of six seeds. One discriminator step cures five of them and is offered only where R1 is on; the
 * non-saturating loss alone leads to two modes.
 */
export function fixesForVanishingGradient(current: Hyperparameters): HyperparameterChanges[] {
  const smoother = effective(current, [r1(current)]);
  const steps = current.discriminatorSteps > 1 ? [oneStep('discriminatorSteps')] : [];
  return smoother.length > 0 ? smoother : effective(current, steps);
}

/** A discriminator that stands still or learns more slowly than the recipe's. */
export function fixesForOverwhelmedDiscriminator(current: Hyperparameters): HyperparameterChanges[] {
  const { discriminatorLearningRate } = defaultsFor(current.data);
  const steps = current.discriminatorSteps < 1 ? [oneStep('discriminatorSteps')] : [];
  return effective(current, [
    ...steps,
    { discriminatorLearningRate: Math.max(current.discriminatorLearningRate, discriminatorLearningRate) },
  ]);
}

/**
 * Measured: the recipe's learning rate, together with R1, without which modes are lost on one of six seeds. A generator
 * that stands still needs a step first.
 */
export function fixesForWeakGenerator(current: Hyperparameters): HyperparameterChanges[] {
  const { generatorLearningRate } = defaultsFor(current.data);
  const steps = current.generatorSteps < 1 ? [oneStep('generatorSteps')] : [];
  return effective(current, [
    ...steps,
    current.generatorLearningRate < generatorLearningRate ? { generatorLearningRate, ...r1(current) } : {},
  ]);
}

/**
 * Measured: less momentum (beta1 0.5 on both sides) together with R1, where a smaller learning rate does not help, and
 * less momentum alone ends the swings but loses half of the modes; one generator step for hopping.
 */
export function fixesForOscillation(current: Hyperparameters): HyperparameterChanges[] {
  const recipe = defaultsFor(current.data);
  const steps = current.generatorSteps > 1 ? [oneStep('generatorSteps')] : [];
  const calmer = {
    generatorBeta1: Math.min(current.generatorBeta1, recipe.generatorBeta1),
    discriminatorBeta1: Math.min(current.discriminatorBeta1, recipe.discriminatorBeta1),
  };
  const hasMomentum = effective(current, [calmer]).length > 0;
  return effective(current, [...steps, ...(hasMomentum ? [{ ...calmer, ...r1(current) }] : [])]);
}

/** Measured: computing the loss from logits. Otherwise the step of one side is too long for its numbers. */
export function fixesForNotFinite(current: Hyperparameters): HyperparameterChanges[] {
  if (current.loss === 'naiveLogSigmoid') {
    return [{ loss: 'nonSaturating' }];
  }
  const { generatorLearningRate, discriminatorLearningRate } = defaultsFor(current.data);
  return effective(current, [
    { discriminatorLearningRate: Math.min(current.discriminatorLearningRate, discriminatorLearningRate) },
    { generatorLearningRate: Math.min(current.generatorLearningRate, generatorLearningRate) },
  ]);
}

/** Measured: 128 originals come near the recipe's thousands. */
export function fixesForMemorisation(current: Hyperparameters): HyperparameterChanges[] {
  return effective(current, [{ collectionSize: Math.max(current.collectionSize, ENOUGH_ORIGINALS) }]);
}
