import { unreachable } from '../../../src/shared/result';

/** Somebody who moved the notes less than this ago is reading. */
const READING_MS = 5000;

/** Why a passage is marked: somebody chose it, stepped to it, let the run play, or has just opened the lesson. */
export type ScrollCause = 'chosen' | 'stepped' | 'played' | 'opened';

/** Keys that move a text which has the focus. Others that would are the panel's own. */
const READING_KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];

/** Whether a key that was pressed in the notes moves them. */
export function isReadingKey(key: string): boolean {
  return READING_KEYS.includes(key);
}

/**
 * Where a passage of the notes is to stand when they scroll to it: wherever is nearest, but with its beginning in sight
 * where it does not fit.
 *
 * @param height of the passage in pixels
 * @param room of the notes in pixels
 */
export function placeOf(height: number, room: number): 'nearest' | 'start' {
  return height <= room ? 'nearest' : 'start';
}

/**
 * Keeps the notes from jumping away under somebody who reads them. It asks for what the person did with wheel, finger,
 * pointer or key: a scroll event alone does not tell who scrolled. Times are in milliseconds on one clock.
 */
export class ReadingGuard {
  private lastRead = -Infinity;

  /** The person moved the notes. */
  moved(now: number): void {
    this.lastRead = now;
  }

  /** Whether it is the person who moves the notes now. */
  isReading(now: number): boolean {
    return now - this.lastRead < READING_MS;
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
        return !this.isReading(now);
      case 'played':
      case 'opened':
        return false;
      default:
        return unreachable(cause);
    }
  }
}
