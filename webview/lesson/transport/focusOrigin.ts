/** Stands at the root of the page while the focus is where a pointer put it. */
const MARK = 'data-focus-by-pointer';

/** Every element is within this while a pointer has put the focus where it is. Then all keys belong to the panel. */
export const FOCUSED_BY_POINTER = `[${MARK}]`;

/**
 * Follows how the focus comes to where it is. `:focus-visible` cannot tell: it turns true with the first key that is
 * pressed after a click, and is never true for a custom element whose focus lies within its shadow tree.
 *
 * @param page hears every event of the page
 * @param tell called with whether a pointer put the focus where it is
 */
export function followFocus(page: EventTarget, tell: (byPointer: boolean) => void): void {
  let lastInput: 'key' | 'pointer' = 'key';
  const listen = (type: string, hear: () => void): void =>
    page.addEventListener(type, hear, { capture: true, passive: true });
  listen('pointerdown', () => {
    lastInput = 'pointer';
    // What is pressed may have the focus already; even so the pointer has taken over.
    tell(true);
  });
  listen('keydown', () => {
    lastInput = 'key';
  });
  listen('focusin', () => tell(lastInput === 'pointer'));
}

/** Marks the page with what {@link followFocus} tells. */
export function markFocusOrigin(page: Document): void {
  followFocus(page, (byPointer) => page.documentElement.toggleAttribute(MARK, byPointer));
}
