import type { Clock } from '../clock';

/** Often enough for whoever waits, and too seldom to cost anything. */
const INTERVAL_MS = 1000;

/** Says now and then, in the midst of long work, that it goes on. */
export class SignOfLife {
  private lastAt: number;

  constructor(
    private readonly clock: Clock,
    private readonly send: () => void,
  ) {
    this.lastAt = clock.now();
  }

  /** A part of the work is done. */
  goesOn(): void {
    const now = this.clock.now();
    if (now - this.lastAt >= INTERVAL_MS) {
      this.lastAt = now;
      this.send();
    }
  }
}
