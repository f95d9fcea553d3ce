import { useLayoutEffect } from 'preact/hooks';

/** The smallest text of the stage before it is scaled, in pixels; see presenting.css. */
const TYPE = 19;
/** From the back row nobody reads less, in CSS pixels. */
const SMALLEST_TYPE = 18;
/** Of the height of the page: 24 pixels on a screen of 1080, of which VS Code's bars take some. */
const SHARE_OF_HEIGHT = 0.024;

/** How much larger the stage is than usual, in a page of this height in CSS pixels. */
export function presentationScale(height: number): number {
  return Math.max(SMALLEST_TYPE, SHARE_OF_HEIGHT * height) / TYPE;
}

/** Scales the page for a class while `on`. */
export function usePresentation(on: boolean): void {
  useLayoutEffect(() => {
    if (!on) {
      return undefined;
    }
    const page = document.documentElement;
    const follow = (): void => page.style.setProperty('--scale', String(presentationScale(innerHeight)));
    page.classList.add('presenting');
    follow();
    addEventListener('resize', follow);
    return () => {
      removeEventListener('resize', follow);
      page.classList.remove('presenting');
      page.style.removeProperty('--scale');
    };
  }, [on]);
}
