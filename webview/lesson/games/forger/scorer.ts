import type { DrawnSample } from '../../../../src/shared/wire/games';
import type { Timers } from '../../../ui/timers';

/** A stroke of the pencil is many changes; the inspector is asked when it has rested for so long, in milliseconds. */
const REST_MS = 50;

/** A forgery to be scored. */
interface ScoreWish {
  readonly serial: number;
  readonly drawn: DrawnSample;
  readonly looks: boolean;
  readonly hints: boolean;
}

/**
 * Asks the inspector for his opinion of the latest forgery, one question at a time: while an answer is due, only the
 * newest question is kept. So painting never waits, whatever the machine.
 */
export class Scorer {
  private wish: ScoreWish | undefined;
  private asked: ScoreWish | undefined;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly ask: (wish: ScoreWish) => void,
    private readonly timers: Timers,
  ) {}

  /** Scores this next, unless it is what was asked for last. */
  want(wish: ScoreWish): void {
    const known = this.wish ?? this.asked;
    if (known?.serial === wish.serial && known.looks === wish.looks && known.hints === wish.hints) {
      return;
    }
    this.wish = wish;
    if (this.waiting || this.cancel !== undefined) {
      return;
    }
    this.cancel = this.timers.after(REST_MS, () => {
      this.cancel = undefined;
      this.send();
    });
  }

  private waiting = false;

  /** The answer to the last question has come. */
  answered(): void {
    this.waiting = false;
    this.send();
  }

  /** Another inspector scores, or another game begins: what was asked is worth nothing. */
  reset(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.wish = undefined;
    this.asked = undefined;
    this.waiting = false;
  }

  private send(): void {
    const { wish } = this;
    if (wish !== undefined && !this.waiting) {
      this.wish = undefined;
      this.asked = wish;
      this.waiting = true;
      this.ask(wish);
    }
  }
}
