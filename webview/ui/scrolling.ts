import { prefersReducedMotion } from './motion';

/** Where an element is to stand in what it scrolls in: at its upper edge, in its middle, at its lower edge, or wherever is nearest. */
export type ScrollPlace = 'start' | 'center' | 'end' | 'nearest';

/** Top and bottom in pixels from any one line; downwards counts up. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** How far has to be scrolled down until an element stands at a place of the room that it scrolls in, in pixels. */
export function distanceTo(element: Extent, room: Extent, place: ScrollPlace): number {
  const above = element.top - room.top;
  const below = element.bottom - room.bottom;
  switch (place) {
    case 'start':
      return above;
    case 'center':
      return (above + below) / 2;
    case 'end':
      return below;
    case 'nearest':
      // Where one edge is outside, the way that is shorter ends as soon as all is seen that can be.
      return above * below <= 0 ? 0 : Math.abs(above) < Math.abs(below) ? above : below;
  }
}

/**
 * Brings an element into view within the part of the page that it scrolls in, and moves nothing around that part:
 * `scrollIntoView` also shifts the frames of VS Code that the page stands in. Margins and paddings of scrolling count.
 */
export function bringIntoView(
  element: Element | null | undefined,
  place: ScrollPlace,
  behavior: ScrollBehavior = prefersReducedMotion() ? 'instant' : 'smooth',
): void {
  if (!element) {
    return;
  }
  const put = (): void => scrollTo(element, place, behavior);
  if (behavior === 'instant') {
    scrollAfterLayout(put, requestAnimationFrame);
  } else {
    put();
  }
}

/**
 * Puts the page somewhere so that it stays there: a smooth scrolling that was under way goes on beside the page's own
 * thread until that thread's next frame, and what it has moved by then is added to where the page was put.
 *
 * @param nextFrame calls back once, when the page is about to be painted
 */
export function scrollAfterLayout(put: () => void, nextFrame: (callback: () => void) => void): void {
  put();
  nextFrame(() => nextFrame(put));
}

function scrollTo(element: Element, place: ScrollPlace, behavior: ScrollBehavior): void {
  const scroller = scrollerOf(element);
  if (scroller === undefined) {
    return;
  }
  const [from, to] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const [margin, padding] = [getComputedStyle(element), getComputedStyle(scroller)];
  const top = distanceTo(
    {
      top: from.top - pixels(margin.scrollMarginTop),
      bottom: from.bottom + pixels(margin.scrollMarginBottom),
    },
    {
      top: to.top + pixels(padding.scrollPaddingTop),
      bottom: to.bottom - pixels(padding.scrollPaddingBottom),
    },
    place,
  );
  scroller.scrollBy({ top, behavior });
}

/** The nearest element around another one that scrolls up and down. */
function scrollerOf(element: Element): Element | undefined {
  const { parentElement } = element;
  if (parentElement === null) {
    return undefined;
  }
  const { display, overflowY } = getComputedStyle(parentElement);
  return /auto|scroll/.test(overflowY) && display !== 'contents' ? parentElement : scrollerOf(parentElement);
}

/** A computed length in pixels; 0 for `auto`. */
function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}
