import type { SamplesAtRound, RunFrame } from '../run';

/** A frame on its way from the worker to the panel. */
export interface SentFrame {
  /** Its samples over time lack the first ones, which the frame before it had, too. */
  readonly frame: RunFrame;
  /** How many of them there are; absent for none. */
  readonly keptSamples?: number | undefined;
  /** The series of an earlier frame stands in for that of this one, which is left out. */
  readonly keptSeries?: boolean | undefined;
}

/** While rounds fly by, the series is sent this often at most, in milliseconds; charts follow more slowly still. */
const SERIES_INTERVAL_MS = 100;

/**
 * Leaves out of frames what the panel has already, or does not need yet. A frame is mostly samples over time and series, which hardly
 * change from one frame to the next. Sent whole each time, they would leave 13 and 4 MB a second in the panel for the
 * garbage collector, which then stops the page for 60 ms every few seconds.
 */
export class FrameShortener {
  private sentSamples: readonly SamplesAtRound[] = [];
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
    const shortened = { ...frame, samplesOverTime: samplesOverTime.slice(keptSamples) };
    if (this.canWait(frame)) {
      delete shortened.series;
      return { frame: shortened, keptSamples, keptSeries: true };
    }
    this.seriesSentAt = this.now();
    return { frame: shortened, keptSamples };
  }

  /** Another frame follows soon, and this one is nobody's destination. */
  private canWait({ playing, wholeRounds, series }: RunFrame): boolean {
    const age = this.now() - this.seriesSentAt;
    return playing && wholeRounds && series !== undefined && age < SERIES_INTERVAL_MS;
  }
}

/**
 * The other end of {@link FrameShortener}: the samples over time of every frame are complete again, and entries that stay are the same
 * objects. So is a series that stays; the frame then says how far it goes.
 */
export class FrameCompleter {
  private samplesOverTime: readonly SamplesAtRound[] = [];
  private measured: Pick<RunFrame, 'series' | 'seriesUpTo'> = {};

  complete({ frame, keptSamples = 0, keptSeries = false }: SentFrame): RunFrame {
    const samplesOverTime = [...this.samplesOverTime.slice(0, keptSamples), ...frame.samplesOverTime];
    this.samplesOverTime = samplesOverTime;
    if (keptSeries) {
      return { ...frame, samplesOverTime, ...this.measured };
    }
    this.measured = { series: frame.series, seriesUpTo: frame.position.round };
    return { ...frame, samplesOverTime };
  }
}
