/** What goes on while a file or folder is read. */
export interface Reading {
  /** @param done of `total` files, or of any other whole */
  progress(done: number, total: number): void;
  readonly isCancelled: boolean;
}

/** The longest that reading holds the thread that the whole extension shares, in milliseconds. */
const LONGEST_HOLD_MS = 40;

/** Thrown where reading ends because the person has cancelled it. */
export class ReadingCancelled extends Error {}

/** Gives the thread free whenever reading has held it for long. */
export class Pace {
  private since = performance.now();

  constructor(private readonly reading: Pick<Reading, 'isCancelled'>) {}

  /** Whether it is time for {@link rest}; cheap enough to be asked every few hundred rows. */
  get isLong(): boolean {
    return performance.now() - this.since > LONGEST_HOLD_MS;
  }

  /**
   * Lets everything else that waits for the thread have its turn.
   *
   * @throws ReadingCancelled when the person has cancelled meanwhile
   */
  async rest(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.reading.isCancelled) {
      throw new ReadingCancelled();
    }
    this.since = performance.now();
  }
}
