import * as l10n from '@vscode/l10n';
import type { SamplesAtRound, Pictures } from '../../src/shared/wire/run';
import { drawPicture } from '../ui/pixels';

/** Rows of the sheet; more would be longer than a page. */
const MOST_ROWS = 8;
const PICTURES_PER_ROW = 8;
/** Pixels of the sheet for each pixel of a picture, and between two pictures. */
const ZOOM = 3;
const GAP = 6;
/** Room for the number of the round. */
const LABEL_WIDTH = 76;
const FONT = '13px sans-serif';
/** Side of a row of points, and of a point. */
const PLANE_SIDE = 150;
const POINT_SIDE = 3;
/** A report is printed, and read in light and dark previews: black on white. */
const PAPER = '#ffffff';
const INK = '#222222';
const FORGED = '#7b3fb5';

/**
 * Draws forgeries of the same noise through the rounds, a row for each round: pictures, or points on the plane.
 *
 * @param film in the order of the rounds
 */
export function drawFilmSheet(canvas: HTMLCanvasElement, film: readonly SamplesAtRound[]): void {
  const rows = evenly(film, MOST_ROWS);
  const [first] = rows;
  const onPlane = first?.points !== undefined;
  const side = onPlane ? PLANE_SIDE : (first?.pictures.size ?? 0) * ZOOM;
  const columns = onPlane ? 1 : Math.min(PICTURES_PER_ROW, first?.pictures.count ?? 0);
  canvas.width = LABEL_WIDTH + columns * (side + GAP);
  canvas.height = Math.max(1, rows.length) * (side + GAP) + GAP;
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = FONT;
  context.textBaseline = 'middle';
  context.imageSmoothingEnabled = false;
  rows.forEach(({ round, pictures, points }, row) => {
    const top = GAP + row * (side + GAP);
    context.fillStyle = INK;
    context.fillText(l10n.t('Round {0}', round), GAP, top + side / 2);
    if (points === undefined) {
      drawPictures(context, pictures, { top, side, columns });
    } else {
      drawPoints(context, points, top, spanOf(film));
    }
  });
}

/** So many of the values, the first and the last among them, as evenly as may be. */
function evenly<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) {
    return values;
  }
  const indices = Array.from({ length: most }, (_, at) =>
    Math.round((at * (values.length - 1)) / (most - 1)),
  );
  return values.filter((_, index) => indices.includes(index));
}

function drawPictures(
  context: CanvasRenderingContext2D,
  pictures: Pictures,
  { top, side, columns }: { readonly top: number; readonly side: number; readonly columns: number },
): void {
  const one = document.createElement('canvas');
  for (let column = 0; column < columns; column++) {
    drawPicture(one, pictures, column);
    context.drawImage(one, LABEL_WIDTH + column * (side + GAP), top, side, side);
  }
}

/** The largest coordinate of all points, so that every row has the same scale. */
function spanOf(film: readonly SamplesAtRound[]): number {
  return film.reduce(
    (largest, { points = [] }) => points.reduce((most, value) => Math.max(most, Math.abs(value)), largest),
    1,
  );
}

function drawPoints(
  context: CanvasRenderingContext2D,
  points: readonly number[],
  top: number,
  span: number,
): void {
  context.strokeStyle = INK;
  context.strokeRect(LABEL_WIDTH, top, PLANE_SIDE, PLANE_SIDE);
  context.fillStyle = FORGED;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = LABEL_WIDTH + (0.5 + (points[at] ?? 0) / (2 * span)) * PLANE_SIDE;
    const y = top + (0.5 - (points[at + 1] ?? 0) / (2 * span)) * PLANE_SIDE;
    context.fillRect(x - POINT_SIDE / 2, y - POINT_SIDE / 2, POINT_SIDE, POINT_SIDE);
  }
}
