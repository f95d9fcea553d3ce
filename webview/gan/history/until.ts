import { unreachable } from '../../../src/shared/result';
import type { Quality, RoundMetrics } from '../../../src/shared/domain/measures';
import type { Until } from '../../../src/shared/wire/until';

/** What is known of the round that was just completed. */
export interface CompletedRound {
  /** The number of complete rounds. */
  readonly round: number;
  readonly metrics: RoundMetrics | undefined;
  /** Only if quality was measured in this very round. */
  readonly quality: Quality | undefined;
}

/** Whether a run that plays until something is the case stops after this round. */
export function isReached(until: Until, { round, metrics, quality }: CompletedRound): boolean {
  switch (until.kind) {
    case 'round':
      return round >= until.round;
    case 'quality': {
      const measured = quality?.[until.measure];
      return (
        measured !== undefined && (until.is === 'below' ? measured < until.value : measured > until.value)
      );
    }
    case 'fooled':
      return metrics !== undefined && 1 - metrics.accuracyOnFake > until.share;
    default:
      return unreachable(until);
  }
}
