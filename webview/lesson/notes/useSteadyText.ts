import { useLayoutEffect, useRef } from 'preact/hooks';

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
