import { comparePositions } from '../../../src/shared/domain/phases';
import type { RunSummary } from '../../../src/shared/wire/messages';
import type { Timers } from '../../ui/timers';
import type { PanelState } from '../state';

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

/**
 * How far the run is and whether it plays, for the host; `undefined` before its first frame.
 *
 * @param asked whether the player was told to go on, though no frame may show it yet
 */
export function summaryOf({ activity, frame, start }: PanelState, asked: boolean): RunSummary | undefined {
  if (frame === undefined || start === undefined) {
    return undefined;
  }
  return {
    position: frame.position,
    playing: activity.kind === 'ready' && (frame.playing || asked),
    wholeRounds: frame.wholeRounds,
    backend: start.backend,
    ...(frame.metrics && { metrics: frame.metrics }),
    ...(frame.quality && { quality: frame.quality }),
  };
}
