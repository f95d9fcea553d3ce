import type { FilmFrame, RunFrame } from '../run';

/** A frame on its way from the worker to the panel. */
export interface SentFrame {
  /** Its film lacks the pictures that come first in it and that the frame sent before it had, too. */
  readonly frame: RunFrame;
  /** How many of them there are; absent for none. */
  readonly keptFilm?: number | undefined;
}

/**
 * Sends the film of frames. Its pictures are three quarters of a frame's bytes, and from frame to frame all but the last
 * are the same. Sent again each time, they would leave 13 MB a second in the panel for the garbage collector, which
 * then stops the page for 60 ms every few seconds.
 */
export class FilmSender {
  private sent: readonly FilmFrame[] = [];

  /** @param frame pictures that stay must be the same objects as in the frame before */
  shorten(frame: RunFrame): SentFrame {
    const { film } = frame;
    let keptFilm = 0;
    while (keptFilm < film.length && film[keptFilm] === this.sent[keptFilm]) {
      keptFilm++;
    }
    this.sent = film;
    return { frame: { ...frame, film: film.slice(keptFilm) }, keptFilm };
  }
}

/** The other end of {@link FilmSender}: every frame is complete again, and pictures that stay are the same objects. */
export class FilmReceiver {
  private received: readonly FilmFrame[] = [];

  complete({ frame, keptFilm = 0 }: SentFrame): RunFrame {
    const film = [...this.received.slice(0, keptFilm), ...frame.film];
    this.received = film;
    return { ...frame, film };
  }
}
