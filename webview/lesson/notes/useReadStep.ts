import { useEffect } from 'preact/hooks';

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
