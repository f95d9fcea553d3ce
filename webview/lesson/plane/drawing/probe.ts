import { toPixels, type Place, type Projection } from '../view/projection';
import type { Palette } from './palette';

/** Half the width of the probe's cross. */
const CROSS = 9;

/** Where a person looks closer. */
export function drawProbe(
  context: CanvasRenderingContext2D,
  projection: Projection,
  place: Place,
  { colours }: Palette,
): void {
  const { x, y } = toPixels(projection, place);
  for (const [colour, width] of [
    [colours.ground, 4],
    [colours.active, 2],
  ] as const) {
    context.beginPath();
    context.moveTo(x - CROSS, y);
    context.lineTo(x + CROSS, y);
    context.moveTo(x, y - CROSS);
    context.lineTo(x, y + CROSS);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}
