import type { ArrowMark } from '../view/picture';
import { spreadOut, toPixels, type Place, type Projection } from '../view/projection';
import type { Palette } from './palette';

/** Longest arrow in CSS pixels; and the gradient's length from which an arrow has most of it. */
const LONGEST_ARROW = 34;
const STRONG = 0.35;
/** Shorter arrows could not be told from their heads: from here down, only the direction tells. */
const SHORTEST_ARROW = 10;
/** In a crowd the arrows keep so far apart, in CSS pixels; many more would only hide each other. */
const ARROW_DISTANCE = 15;
const MOST_ARROWS = 60;
const HEAD = 5;
const HEAD_ANGLE = 0.5;

/** Length in CSS pixels of the arrow for a gradient: at least what can be seen, limited when it is strong. */
export function arrowLength(gradient: number): number {
  return Math.max(SHORTEST_ARROW, LONGEST_ARROW * (1 - Math.exp(-gradient / STRONG)));
}

/**
 * The arrows that are drawn: of a crowd only some.
 *
 * @returns from and to in CSS pixels
 */
export function arrowLines(
  projection: Projection,
  arrows: readonly ArrowMark[],
): { readonly from: Place; readonly to: Place }[] {
  const places = arrows.map((arrow) => toPixels(projection, arrow));
  return spreadOut(places, ARROW_DISTANCE, MOST_ARROWS).flatMap((index) => {
    const [from, arrow] = [places[index], arrows[index]];
    if (from === undefined || arrow === undefined) {
      return [];
    }
    const gradient = Math.hypot(arrow.dx, arrow.dy);
    const length = arrowLength(gradient);
    return [
      {
        from,
        // The plane's y grows upwards.
        to: { x: from.x + (arrow.dx / gradient) * length, y: from.y - (arrow.dy / gradient) * length },
      },
    ];
  });
}

/** The ways to a better score. */
export function drawArrows(
  context: CanvasRenderingContext2D,
  projection: Projection,
  arrows: readonly ArrowMark[],
  { colours }: Palette,
  moment: number,
): void {
  context.beginPath();
  for (const { from, to } of arrowLines(projection, arrows)) {
    const x = from.x + moment * (to.x - from.x);
    const y = from.y + moment * (to.y - from.y);
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const barb = (side: number): [number, number] => [
      x - HEAD * Math.cos(angle + side * HEAD_ANGLE),
      y - HEAD * Math.sin(angle + side * HEAD_ANGLE),
    ];
    const [[leftX = 0, leftY = 0], [rightX = 0, rightY = 0]] = [barb(-1), barb(1)];
    context.moveTo(from.x, from.y);
    context.lineTo(x, y);
    context.moveTo(leftX, leftY);
    context.lineTo(x, y);
    context.lineTo(rightX, rightY);
  }
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.lineWidth = 4;
  context.strokeStyle = colours.ground;
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = colours.gradient;
  context.stroke();
}
