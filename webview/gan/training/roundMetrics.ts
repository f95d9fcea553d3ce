import type { RoundMetrics } from '../../../src/shared/domain/measures';

/** P(real) of each sample of a batch, from 0 to 1. */
export interface BatchProbabilities {
  readonly real: readonly number[];
  readonly fake: readonly number[];
}

/** A discriminator takes a sample for real when its P(real) is above this, for fake when it is below. */
const UNDECIDED = 0.5;

function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.reduce((count, value) => (holds(value) ? count + 1 : count), 0) / values.length;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** L_D without penalties, and L_G. */
interface RoundLosses {
  readonly discriminator: number;
  readonly generator: number;
}

/**
 * What is measured of a round.
 *
 * @param round its number, from 1
 * @param probabilities of the batch, before the discriminator's updates
 */
export function roundMetrics(
  round: number,
  { real, fake }: BatchProbabilities,
  losses: RoundLosses,
): RoundMetrics {
  return {
    round,
    discriminatorLoss: losses.discriminator,
    generatorLoss: losses.generator,
    accuracyOnReal: share(real, (probability) => probability > UNDECIDED),
    accuracyOnFake: share(fake, (probability) => probability < UNDECIDED),
    meanOnReal: average(real),
    meanOnFake: average(fake),
  };
}

/**
 * The same with the mean norm of a network's gradient over its updates of the round. Without it when the network did not
 * train, or when a sum of squares overflowed, as it may where a weight does not.
 *
 * @param norms of each update
 */
export function withGradientNorms(
  metrics: RoundMetrics,
  side: 'discriminator' | 'generator',
  norms: readonly number[],
): RoundMetrics {
  const mean = average(norms);
  return Number.isFinite(mean) ? { ...metrics, [`${side}GradientNorm` as const]: mean } : metrics;
}

/** Whether both losses are numbers, once they are known. A gradient norm may overflow where the weights do not. */
export function lossesAreFinite(metrics: RoundMetrics | undefined): boolean {
  return (
    metrics === undefined ||
    (Number.isFinite(metrics.discriminatorLoss) && Number.isFinite(metrics.generatorLoss))
  );
}
