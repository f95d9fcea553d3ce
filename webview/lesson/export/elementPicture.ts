import { pngOf, type SheetStyle } from './paint';
import { stillCopy } from './stillCopy';

/** At least twice as fine as the screen's own pixels on common screens, and as wide as a slide. */
const LEAST_SCALE = 2;
const SLIDE_WIDTH = 1920;
/** The line below the picture that says which run it shows, and its text, in CSS pixels. */
const CAPTION_HEIGHT = 32;
const CAPTION_SIZE = 13;

/**
 * A part of the page as PNG, as it is seen when it has come to rest. The browser draws a copy of it inside of an SVG picture; such a picture
 * has nothing from elsewhere in it, so that a canvas may be read again after drawing it.
 *
 * @param caption says below it what it shows
 * @returns `undefined` when the browser cannot draw it
 */
export async function elementPicture(
  element: HTMLElement,
  caption: string,
  { ground, ink, fontFamily }: SheetStyle,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  await comeToRest(element);
  // As it is laid out: before a class it is larger on the screen.
  const { offsetWidth: width, offsetHeight: height } = element;
  const scale = Math.max(LEAST_SCALE, SLIDE_WIDTH / width);
  const copy = withoutMarks(element, () => stillCopy(element));
  if (copy instanceof HTMLElement) {
    copy.style.margin = '0';
  }
  const picture = new Image();
  picture.src = svgAddress(copy, width, height, scale);
  try {
    await picture.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round((height + CAPTION_HEIGHT) * scale);
  const context = canvas.getContext('2d');
  if (context === null) {
    return undefined;
  }
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.drawImage(picture, 0, 0, width, height);
  context.fillStyle = ink;
  context.font = `${CAPTION_SIZE}px ${fontFamily}`;
  context.textBaseline = 'middle';
  context.fillText(caption, CAPTION_SIZE, height + CAPTION_HEIGHT / 2);
  return pngOf(canvas);
}

/** Does something while nothing is outlined that the notes speak of; all in one task, so that nobody sees it. */
function withoutMarks<T>(element: HTMLElement, act: () => T): T {
  const outlined = [...element.querySelectorAll('.lit')];
  const numbers = [...element.querySelectorAll<HTMLElement>('.lit-number')];
  outlined.forEach((part) => part.classList.remove('lit'));
  numbers.forEach((number) => (number.hidden = true));
  const result = act();
  outlined.forEach((part) => part.classList.add('lit'));
  numbers.forEach((number) => (number.hidden = false));
  return result;
}

/** The longest motion of a phase takes little more than a second; what moves for longer never stops. */
const LONGEST_MOTION_MS = 2000;

/** Waits until nothing moves any more, so that the picture is not one of half a motion. */
async function comeToRest(element: HTMLElement): Promise<void> {
  const moving = element.getAnimations({ subtree: true }).map(({ finished }) => finished);
  const enough = new Promise((resolve) => setTimeout(resolve, LONGEST_MOTION_MS));
  // One that is broken off has come to rest as well.
  await Promise.race([Promise.allSettled(moving), enough]);
}

/** As data and not as a blob, because a canvas cannot be read again after such a picture came from a blob. */
function svgAddress(copy: Element, width: number, height: number, scale: number): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}"` +
    ` viewBox="0 0 ${width} ${height}"><foreignObject width="${width}" height="${height}">` +
    `${new XMLSerializer().serializeToString(copy)}</foreignObject></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
