import type { ViewBox } from '../view/film';
import { toPixels } from '../view/projection';

/** Half the diagonal of a point in a thumbnail of this width, in CSS pixels. */
const HALF = 2;
const WIDTH_OF_HALF = 36;

/**
 * Draws generated points as small diamonds, from the upper left corner of the context on.
 *
 * @param points x and y of one point after the other
 * @param side width and height of the drawing, in the context's units
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  points: readonly number[],
  box: ViewBox,
  side: number,
  colour: string,
): void {
  // Larger drawings have larger points, but not in proportion: there is more room between them.
  const half = HALF * Math.sqrt(side / WIDTH_OF_HALF);
  context.fillStyle = colour;
  for (let index = 0; index < points.length; index += 2) {
    const point = { x: (points[index] ?? 0) - box.x, y: (points[index + 1] ?? 0) - box.y };
    const at = toPixels({ extent: box.extent, size: side }, point);
    context.beginPath();
    context.moveTo(at.x, at.y - half);
    context.lineTo(at.x + half, at.y);
    context.lineTo(at.x, at.y + half);
    context.lineTo(at.x - half, at.y);
    context.fill();
  }
}
