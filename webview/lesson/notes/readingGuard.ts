import { unreachable } from '../../../src/shared/result';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

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

/** The line that tells which step is being read: a third from the top of what is seen. */
const READING_LINE = '-30% 0px -69% 0px';

/**
 * Follows somebody who scrolls through the notes: the step under their eyes is the one that they read.
 *
 * @param text what holds the steps
 * @param isReading whether it is the person who moves the notes now
 * @param tell called with the index of the step
 * @param lesson another one has other steps
 */
export function useReadStep(
  text: { readonly current: HTMLElement | null },
  isReading: () => boolean,
  tell: (step: number) => void,
  lesson: unknown,
): void {
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const under = entries.find(({ isIntersecting }) => isIntersecting)?.target;
        if (under instanceof HTMLElement && isReading()) {
          tell(Number(under.dataset['step']));
        }
      },
      // Without a root of its own the margin counts for nothing in a frame of another origin, which VS Code's are.
      { root: document, rootMargin: READING_LINE },
    );
    for (const step of text.current?.querySelectorAll('[data-step]') ?? []) {
      observer.observe(step);
    }
    return () => observer.disconnect();
  }, [lesson]);
}

/**
 * Keeps the text under the reader's eyes, and under the pointer between press and release, where it is on the screen when
 * what stands above it becomes higher or lower: a notice comes or goes with the step that is being read.
 *
 * @param above what stands above the text and never scrolls
 * @param text scrolls, if it does at all, by itself
 * @param causes what decides how much stands above, apart from the room that there is
 */
export function useSteadyText(
  above: { readonly current: HTMLElement | null },
  text: { readonly current: HTMLElement | null },
  causes: readonly unknown[],
): void {
  const before = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const height = above.current?.offsetHeight ?? 0;
    // Whoever stands at the beginning is to see the beginning.
    if (before.current !== undefined && text.current !== null && text.current.scrollTop > 0) {
      text.current.scrollTop += height - before.current;
    }
    before.current = height;
  }, causes);
  // In another width of the panel it may be as high as never before.
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(() => {
      before.current = above.current?.offsetHeight ?? 0;
    });
    if (above.current !== null) {
      sizes.observe(above.current);
    }
    return () => sizes.disconnect();
  }, []);
}
