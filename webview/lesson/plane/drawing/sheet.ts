import type { Sheet } from '../../../../src/shared/wire/plane';
import { toPixels, type Projection } from '../view/projection';
import type { Palette } from './palette';

/** Of the lines of a sheet, so many nodes apart; the nodes between keep them smooth. */
const LINE_EVERY = 4;

/** The generator's sheet: the lines of a regular latent grid, where they lie now. */
export function drawSheet(
  context: CanvasRenderingContext2D,
  projection: Projection,
  { columns, rows, points }: Sheet,
  { colours }: Palette,
): void {
  const moveTo = (column: number, row: number, first: boolean): void => {
    const node = 2 * (row * columns + column);
    const { x, y } = toPixels(projection, { x: points[node] ?? 0, y: points[node + 1] ?? 0 });
    if (first) {
      context.moveTo(x, y);
    } else {
      context.lineTo(x, y);
    }
  };
  context.beginPath();
  for (let row = 0; row < rows; row += LINE_EVERY) {
    for (let column = 0; column < columns; column++) {
      moveTo(column, row, column === 0);
    }
  }
  if (rows > 1) {
    for (let column = 0; column < columns; column += LINE_EVERY) {
      for (let row = 0; row < rows; row++) {
        moveTo(column, row, row === 0);
      }
    }
  }
  context.strokeStyle = colours.ink;
  context.globalAlpha = 0.5;
  context.lineWidth = rows > 1 ? 1 : 1.5;
  context.stroke();
  context.globalAlpha = 1;
}
