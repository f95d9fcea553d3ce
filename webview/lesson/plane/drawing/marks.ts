import { verdict } from '../../../ui/l10n';
import type { Mark } from '../view/picture';
import { spreadOut, toPixels, withinView, type Place, type Projection } from '../view/projection';
import type { Palette } from './palette';

/** Radius of a ring and half the diagonal of a diamond, in CSS pixels. */
const RADIUS = 4.2;
/** With many points they are drawn smaller, so that one still sees between them. */
const MANY = 160;
const SMALL_RADIUS = 3.3;
/** Room for the outline around a mark, in CSS pixels. */
const OUTLINE = 3;

/**
 * Real points as rings, forged ones as diamonds, those of which the truth is not told as one and the same dot. What lies
 * outside of the view is drawn paler at its edge.
 *
 * @param moment share of the phase's motion that has passed, 0 to 1
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  projection: Projection,
  marks: readonly Mark[],
  palette: Palette,
  stamps: Stamps,
  moment: number,
): void {
  const radius = marks.length > MANY ? SMALL_RADIUS : RADIUS;
  const scale = context.getTransform().a;
  for (const mark of marks) {
    const place = placeAt(mark, moment);
    const shown = withinView(projection.extent, place);
    const { x, y } = toPixels(projection, shown);
    const isOutside = shown.x !== place.x || shown.y !== place.y;
    context.globalAlpha = (mark.isNew ? moment : 1) * (isOutside ? 0.5 : 1);
    const stamp = stamps.of(mark.kind, radius, scale, palette);
    const half = stamp.width / 2;
    // On whole pixels of the screen, where a stamp stays sharp.
    const [left, top] = [Math.round(x * scale - half) / scale, Math.round(y * scale - half) / scale];
    context.drawImage(stamp, left, top, stamp.width / scale, stamp.height / scale);
  }
  context.globalAlpha = 1;
}

/** Marks that are drawn once and stamped often, which is several times as fast as drawing hundreds of outlines. */
export class Stamps {
  private readonly canvases = new Map<string, HTMLCanvasElement>();
  private palette: Palette | undefined;

  /**
   * @param radius in CSS pixels
   * @param scale pixels of the screen per CSS pixel
   */
  of(kind: Mark['kind'], radius: number, scale: number, palette: Palette): HTMLCanvasElement {
    if (this.palette !== palette) {
      this.canvases.clear();
      this.palette = palette;
    }
    const key = `${kind} ${radius} ${scale}`;
    const known = this.canvases.get(key);
    if (known !== undefined) {
      return known;
    }
    const canvas = document.createElement('canvas');
    const side = 2 * Math.ceil((radius + OUTLINE) * scale);
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.setTransform(scale, 0, 0, scale, side / 2, side / 2);
      drawMark(context, kind, 0, 0, radius, palette);
    }
    this.canvases.set(key, canvas);
    return canvas;
  }
}

/** Where a mark is during the generator's update. */
function placeAt({ x, y, from }: Mark, moment: number): Place {
  return from === undefined
    ? { x, y }
    : { x: from.x + moment * (x - from.x), y: from.y + moment * (y - from.y) };
}

function drawMark(
  context: CanvasRenderingContext2D,
  kind: Mark['kind'],
  x: number,
  y: number,
  radius: number,
  { colours }: Palette,
): void {
  context.beginPath();
  if (kind === 'forged') {
    const half = radius + 0.8;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
    context.lineWidth = 2;
    context.strokeStyle = colours.ground;
    context.stroke();
    context.fillStyle = colours.forged;
    context.fill();
    return;
  }
  context.arc(x, y, radius, 0, 2 * Math.PI);
  if (kind === 'real') {
    context.lineWidth = 4;
    context.strokeStyle = colours.ground;
    context.stroke();
    context.fillStyle = colours.ground;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = colours.real;
    context.stroke();
  } else {
    context.fillStyle = colours.ink;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = colours.ground;
    context.stroke();
  }
}

/** The way that each point has gone in the generator's update. */
export function drawTrails(
  context: CanvasRenderingContext2D,
  projection: Projection,
  marks: readonly Mark[],
  { colours }: Palette,
  moment: number,
): void {
  context.beginPath();
  for (const mark of marks) {
    if (mark.from !== undefined) {
      const [from, to] = [toPixels(projection, mark.from), toPixels(projection, placeAt(mark, moment))];
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
  }
  context.lineWidth = 2;
  context.strokeStyle = colours.gradient;
  context.stroke();
}

/** Percentages on some of the points: enough to read, far enough apart not to cover each other. */
const MOST_LABELS = 8;
const LABEL_DISTANCE = 64;
const EVEN_ODDS = 0.5;
/** Nearer to the edge a percentage would be cut off. */
const LABELLED_PART = 0.95;

export function drawPercentages(
  context: CanvasRenderingContext2D,
  projection: Projection,
  marks: readonly Mark[],
  { colours }: Palette,
  font: string,
): void {
  const judged = marks
    .flatMap(({ x, y, probability }) => (probability === undefined ? [] : [{ x, y, probability }]))
    .filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) < LABELLED_PART * projection.extent)
    // The most decided opinions say most.
    .toSorted((a, b) => Math.abs(b.probability - EVEN_ODDS) - Math.abs(a.probability - EVEN_ODDS));
  const places = judged.map((mark) => toPixels(projection, mark));
  context.font = `600 ${font}`;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const index of spreadOut(places, LABEL_DISTANCE, MOST_LABELS)) {
    const [place, mark] = [places[index], judged[index]];
    if (place !== undefined && mark !== undefined) {
      const text = verdict(mark.probability);
      const fits = place.x + 8 + context.measureText(text).width < projection.size;
      context.textAlign = fits ? 'left' : 'right';
      const x = place.x + (fits ? 8 : -8);
      context.lineWidth = 4;
      context.strokeStyle = colours.ground;
      context.strokeText(text, x, place.y);
      context.fillStyle = colours.ink;
      context.fillText(text, x, place.y);
    }
  }
}
