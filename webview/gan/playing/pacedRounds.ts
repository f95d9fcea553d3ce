import { success, type Result } from '../../../src/shared/result';
import type { Clock } from '../clock';
import { isReached } from '../history/until';
import type { RunHistory } from '../history/runHistory';
import type { Command } from './commands';

/**
 * A round that takes longer than this, in milliseconds, is played phase by phase, so that a wish is heard before its end.
 * So is the first one, because nobody knows yet how long it takes.
 */
const LONG_ROUND_MS = 500;

/** How long the last round took that was played, in milliseconds; absent before the first. */
export interface Pace {
  roundMs?: number;
}

/** Plays rounds at the pace that a person wants, until what they want is the case. */
export class PacedRounds {
  /** Milliseconds from the beginning of a round to the beginning of the next. */
  private readonly interval: number;
  private nextRoundAt: number;
  /** When the round in progress began; absent between two rounds. */
  private begunAt: number | undefined;

  constructor(
    private readonly history: Pick<RunHistory, 'runRound' | 'runPhase' | 'completed'>,
    private readonly wish: Extract<Command, { type: 'play' }>,
    private readonly clock: Clock,
    /** Kept from one wish to the next. */
    private readonly pace: Pace,
  ) {
    this.interval = wish.roundsPerSecond === undefined ? 0 : 1000 / wish.roundsPerSecond;
    this.nextRoundAt = clock.now();
  }

  /** Milliseconds until the next round may begin. */
  get wait(): number {
    return this.begunAt === undefined ? Math.max(0, this.nextRoundAt - this.clock.now()) : 0;
  }

  /**
   * Runs the rounds that are due, for some milliseconds. Fails when numbers ceased to be finite.
   *
   * @param played called after each round but the one that reaches the end
   * @returns whether what was wanted is the case
   */
  goOn(milliseconds: number, played: () => void): Result<boolean> {
    const { history, clock, pace } = this;
    const { until } = this.wish;
    const end = clock.now() + milliseconds;
    let now = clock.now();
    while (now < end && (this.begunAt !== undefined || now >= this.nextRoundAt)) {
      if (this.begunAt === undefined) {
        this.begunAt = now;
        // From beginning to beginning; a machine that is too slow for the wish does not try to catch up.
        this.nextRoundAt = now + this.interval;
      }
      const byPhases = (pace.roundMs ?? Infinity) > LONG_ROUND_MS;
      const result = byPhases ? history.runPhase() : history.runRound();
      if (!result.ok) {
        return result;
      }
      if (result.value.phasesDone > 0) {
        return success(false);
      }
      pace.roundMs = clock.now() - this.begunAt;
      this.begunAt = undefined;
      if (until !== undefined && isReached(until, history.completed)) {
        return success(true);
      }
      played();
      now = clock.now();
    }
    return success(false);
  }
}
