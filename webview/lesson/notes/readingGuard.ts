/** Somebody who scrolled less than this ago is reading. */
const READING_MS = 5000;
/** A smooth scroll of our own has ended by then; its scroll events are echoes, not a reader's. */
const OWN_SCROLL_MS = 800;

/** Why a passage is marked: somebody chose it, stepped to it, let the run play, or has just opened the lesson. */
export type ScrollCause = 'chosen' | 'stepped' | 'played' | 'opened';

/** Keeps the notes from jumping away under somebody who reads them. Times are in milliseconds on one clock. */
export class ReadingGuard {
  private lastRead = -Infinity;
  private ownScrollUntil = -Infinity;

  /** The notes scroll because we asked for it. */
  ownScroll(now: number): void {
    this.ownScrollUntil = now + OWN_SCROLL_MS;
  }

  /** The notes scrolled; an echo of our own scroll does not count. */
  scrolled(now: number): void {
    if (now > this.ownScrollUntil) {
      this.lastRead = now;
    }
  }

  /**
   * Whether the notes may scroll to a passage. A person's own choice always may, playing never does, and a lesson that
   * was just opened begins with its introduction.
   */
  mayScroll(cause: ScrollCause, now: number): boolean {
    switch (cause) {
      case 'chosen':
        return true;
      case 'stepped':
        return now - this.lastRead >= READING_MS;
      case 'played':
      case 'opened':
        return false;
    }
  }
}
