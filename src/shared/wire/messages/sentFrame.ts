import type { FilmFrame, RunFrame } from '../run';

/** A frame on its way from the worker to the panel. */
export interface SentFrame {
  /** Its film lacks the pictures that come first in it and that the frame sent before it had, too. */
  readonly frame: RunFrame;
  /** How many of them there are; absent for none. */
  readonly keptFilm?: number | undefined;
  /** The series of an earlier frame stands in for that of this one, which is left out. */
  readonly keptSeries?: boolean | undefined;
}

/** While rounds fly by, the series is sent this often at most, in milliseconds; charts follow more slowly still. */
const SERIES_INTERVAL_MS = 100;

/**
 * Leaves out of frames what the panel has already, or does not need yet. A frame is mostly film and series, which hardly
 * change from one frame to the next. Sent whole each time, they would leave 13 and 4 MB a second in the panel for the
 * garbage collector, which then stops the page for 60 ms every few seconds.
 */
export class FrameShortener {
  private sentFilm: readonly FilmFrame[] = [];
  private seriesSentAt = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  /** @param frame pictures of its film that stay must be the same objects as in the frame before */
  shorten(frame: RunFrame): SentFrame {
    const { film } = frame;
    let keptFilm = 0;
    while (keptFilm < film.length && film[keptFilm] === this.sentFilm[keptFilm]) {
      keptFilm++;
    }
    this.sentFilm = film;
    const shortened = { ...frame, film: film.slice(keptFilm) };
    if (this.canWait(frame)) {
      delete shortened.series;
      return { frame: shortened, keptFilm, keptSeries: true };
    }
    this.seriesSentAt = this.now();
    return { frame: shortened, keptFilm };
  }

  /** Another frame follows soon, and this one is nobody's destination. */
  private canWait({ playing, wholeRounds, series }: RunFrame): boolean {
    const age = this.now() - this.seriesSentAt;
    return playing && wholeRounds && series !== undefined && age < SERIES_INTERVAL_MS;
  }
}

/**
 * The other end of {@link FrameShortener}: the film of every frame is complete again, and pictures that stay are the same
 * objects. So is a series that stays; the frame then says how far it goes.
 */
export class FrameCompleter {
  private film: readonly FilmFrame[] = [];
  private measured: Pick<RunFrame, 'series' | 'seriesUpTo'> = {};

  complete({ frame, keptFilm = 0, keptSeries = false }: SentFrame): RunFrame {
    const film = [...this.film.slice(0, keptFilm), ...frame.film];
    this.film = film;
    if (keptSeries) {
      return { ...frame, film, ...this.measured };
    }
    this.measured = { series: frame.series, seriesUpTo: frame.position.round };
    return { ...frame, film };
  }
}
