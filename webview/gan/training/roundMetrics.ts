import type { RoundMetrics } from '../../../src/shared/run';
import type { PileProbabilities } from './roundView';

/** Outside of these, a discriminator has decided. */
const UNDECIDED = 0.5;

function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** L_D without penalties, and L_G. */
export interface RoundLosses {
  readonly discriminator: number;
  readonly generator: number;
}

/**
 * What is measured of a round.
 *
 * @param round its number, from 1
 * @param probabilities of the pile, before the discriminator's updates
 */
export function roundMetrics(
  round: number,
  { real, fake }: PileProbabilities,
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
 * The same with the norm of a network's gradient, in the update that is shown, which is the first of its round. Without
 * it when the network did not train, or when the sum of squares overflowed, as it may where a weight does not.
 */
export function withGradientNorm(
  metrics: RoundMetrics,
  side: 'discriminator' | 'generator',
  norm: number | undefined,
): RoundMetrics {
  return norm !== undefined && Number.isFinite(norm)
    ? { ...metrics, [`${side}GradientNorm` as const]: norm }
    : metrics;
}

/** Whether both losses are numbers. A gradient norm may overflow where the weights do not. */
export function lossesAreFinite({ discriminatorLoss, generatorLoss }: RoundMetrics): boolean {
  return Number.isFinite(discriminatorLoss) && Number.isFinite(generatorLoss);
}
