import { comparePositions } from '../../../src/shared/domain/phases';
import type { RunSummary } from '../../../src/shared/wire/messages';
import type { Timers } from '../../ui/timers';

/** About ten summaries a second are enough for a status bar. */
const LEAST_GAP_MS = 100;

/**
 * Passes summaries of a run on to the host: every one while a person steps or pauses, at most ten a second while
 * rounds fly by. The last one always arrives.
 */
export class SummaryThrottle {
  private lastSent = -Infinity;
  private waiting: RunSummary | undefined;
  private previous: RunSummary | undefined;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly send: (summary: RunSummary) => void,
    private readonly timers: Timers,
  ) {}

  offer(summary: RunSummary): void {
    const gap = this.timers.now() - this.lastSent;
    const stepped = !summary.playing && this.isNews(summary);
    this.previous = summary;
    this.waiting = summary;
    if (stepped || gap >= LEAST_GAP_MS) {
      this.flush();
    } else {
      this.cancel ??= this.timers.after(LEAST_GAP_MS - gap, () => this.flush());
    }
  }

  /** Sends what was not sent yet. */
  flush(): void {
    const summary = this.waiting;
    this.dispose();
    if (summary !== undefined) {
      this.lastSent = this.timers.now();
      this.send(summary);
    }
  }

  /** Forgets what was not sent yet. */
  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.waiting = undefined;
  }

  private isNews({ position, playing }: RunSummary): boolean {
    const { previous } = this;
    return (
      previous === undefined ||
      previous.playing !== playing ||
      comparePositions(previous.position, position) !== 0
    );
  }
}
