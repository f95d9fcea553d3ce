import type { PageSize } from '../../../src/shared/wire/messages';

/** VS Code gives the page its new size within a few frames; on a busy machine that takes longer. */
const LONGEST_RESIZING_MS = 500;

/**
 * The size of the page in CSS pixels.
 *
 * @param before where it is given, the page is waited for to have another one, but not for long
 */
export function pageSize(before?: PageSize): Promise<PageSize> {
  const now = (): PageSize => ({ width: innerWidth, height: innerHeight });
  const { width, height } = now();
  if (before === undefined || width !== before.width || height !== before.height) {
    return Promise.resolve({ width, height });
  }
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      removeEventListener('resize', settle);
      resolve(now());
    };
    const timer = setTimeout(settle, LONGEST_RESIZING_MS);
    addEventListener('resize', settle);
  });
}
