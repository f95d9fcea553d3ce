import type { ReachableRounds, RunFrame, SamplesAtRound } from '../run';

/** A frame on its way from the worker to the panel. */
interface SentFrame {
  /** Its samples over time lack the first ones, which the frame before it had, too. */
  readonly frame: RunFrame;
  /** How many of them there are; absent for none. */
  readonly keptSamples?: number | undefined;
  /** The series of an earlier frame stands in for that of this one, which is left out. */
  readonly keptSeries?: boolean | undefined;
  /** The changes of an earlier frame's `history` are those of this one, too, which lacks them. */
  readonly keptChanges?: boolean | undefined;
  /** The same with `events`. */
  readonly keptEvents?: boolean | undefined;
}

/** While rounds fly by, the series is sent this often at most, in milliseconds; charts follow more slowly still. */
const SERIES_INTERVAL_MS = 100;

/**
 * Leaves out of frames what the panel has already, or does not need yet. A frame is mostly samples over time and series,
 * and in a run that was changed often its changes, which hardly differ from one frame to the next. Sent whole each time, they would leave 13 and 4 MB a second in the panel for the
 * garbage collector, which then stops the page for 60 ms every few seconds.
 */
export class FrameShortener {
  private sentSamples: readonly SamplesAtRound[] = [];
  private sentChanges: ReachableRounds['changes'];
  private sentEvents: RunFrame['events'];
  private seriesSentAt = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  /** @param frame entries of its samples over time that stay must be the same objects as in the frame before */
  shorten(frame: RunFrame): SentFrame {
    const { samplesOverTime } = frame;
    let keptSamples = 0;
    while (
      keptSamples < samplesOverTime.length &&
      samplesOverTime[keptSamples] === this.sentSamples[keptSamples]
    ) {
      keptSamples++;
    }
    this.sentSamples = samplesOverTime;
    const shortened: RunFrame = { ...frame, samplesOverTime: samplesOverTime.slice(keptSamples) };
    const { history, events } = frame;
    const keptChanges = history?.changes !== undefined && history.changes === this.sentChanges;
    if (keptChanges) {
      shortened.history = { firstRound: history.firstRound, latest: history.latest };
    }
    this.sentChanges = history?.changes;
    const keptEvents = events !== undefined && events === this.sentEvents;
    if (keptEvents) {
      delete shortened.events;
    }
    this.sentEvents = events;
    const keptSeries = this.canWait(frame);
    if (keptSeries) {
      delete shortened.series;
    } else {
      this.seriesSentAt = this.now();
    }
    return {
      frame: shortened,
      keptSamples,
      ...(keptSeries && { keptSeries }),
      ...(keptChanges && { keptChanges }),
      ...(keptEvents && { keptEvents }),
    };
  }

  /** Another frame follows soon, and this one is nobody's destination. */
  private canWait({ playing, wholeRounds, series }: RunFrame): boolean {
    const age = this.now() - this.seriesSentAt;
    return playing && wholeRounds && series !== undefined && age < SERIES_INTERVAL_MS;
  }
}

/**
 * The other end of {@link FrameShortener}: every frame is complete again, and what stays is the same object. A series that
 * stays says how far it goes.
 */
export class FrameCompleter {
  private samplesOverTime: readonly SamplesAtRound[] = [];
  private measured: Pick<RunFrame, 'series' | 'seriesUpTo'> = {};
  private changes: ReachableRounds['changes'];
  private events: RunFrame['events'];

  complete({ frame, keptSamples = 0, keptSeries, keptChanges, keptEvents }: SentFrame): RunFrame {
    const { history } = frame;
    this.samplesOverTime = [...this.samplesOverTime.slice(0, keptSamples), ...frame.samplesOverTime];
    if (keptSeries !== true) {
      this.measured = { series: frame.series, seriesUpTo: frame.position.round };
    }
    if (keptChanges !== true) {
      this.changes = history?.changes;
    }
    if (keptEvents !== true) {
      this.events = frame.events;
    }
    return {
      ...frame,
      samplesOverTime: [...this.samplesOverTime],
      ...(keptSeries === true && this.measured),
      ...(keptChanges === true && history && { history: { ...history, changes: this.changes } }),
      ...(keptEvents === true && { events: this.events }),
    };
  }
}
