import { success, type Result } from '../../../src/shared/result';
import type { Clock } from '../clock';
import { isReached } from '../history/until';
import type { RunHistory } from '../history/runHistory';
import type { PlayCommand } from './commands';

/** Plays rounds at the pace that a person wants, until what they want is the case. */
export class PacedRounds {
  /** Milliseconds from the beginning of a round to the beginning of the next. */
  private readonly interval: number;
  private nextRoundAt: number;

  constructor(
    private readonly history: Pick<RunHistory, 'runRound' | 'completed'>,
    private readonly wish: PlayCommand,
    private readonly clock: Clock,
  ) {
    this.interval = wish.roundsPerSecond === undefined ? 0 : 1000 / wish.roundsPerSecond;
    this.nextRoundAt = clock.now();
  }

  /** Milliseconds until the next round may begin. */
  get wait(): number {
    return Math.max(0, this.nextRoundAt - this.clock.now());
  }

  /**
   * Runs the rounds that are due, for some milliseconds. Fails when numbers ceased to be finite.
   *
   * @param played called after each round but the one that reaches the end
   * @returns whether what was wanted is the case
   */
  goOn(milliseconds: number, played: () => void): Result<boolean> {
    const { history, clock } = this;
    const { until } = this.wish;
    const end = clock.now() + milliseconds;
    let now = clock.now();
    while (now < end && now >= this.nextRoundAt) {
      // From beginning to beginning; a machine that is too slow for the wish does not try to catch up.
      this.nextRoundAt = now + this.interval;
      const result = history.runRound();
      if (!result.ok) {
        return result;
      }
      if (until !== undefined && isReached(until, history.completed)) {
        return success(true);
      }
      played();
      now = clock.now();
    }
    return success(false);
  }
}
