import type { Plane } from '../../src/shared/wire/plane';
import type { RunFrame } from '../../src/shared/wire/run';
import { drawPicture } from '../ui/pixels';

/** Samples of one picture, two rows of them: enough to see whether they are of one kind. */
const MOST_SAMPLES = 8;
const ROWS = 2;
/** Side of the picture of a plane in pixels, and of a point. */
const PLANE_SIDE = 120;
const POINT_SIDE = 2;
/** Seen in light and in dark themes: neither black nor white. */
const REAL = '#2f9e6080';
const GENERATED = '#9a5fd0';

/** The last samples of a run as the address of a PNG: pictures in a grid, pixel for pixel, or points on the plane. */
export function lastPicture({ fixedSamples, plane }: Pick<RunFrame, 'fixedSamples' | 'plane'>): string {
  const canvas = document.createElement('canvas');
  if (plane === undefined) {
    drawGrid(canvas, fixedSamples);
  } else {
    drawPlane(canvas, plane);
  }
  return canvas.toDataURL('image/png');
}

function drawGrid(canvas: HTMLCanvasElement, pictures: RunFrame['fixedSamples']): void {
  const count = Math.min(MOST_SAMPLES, pictures.count);
  const columns = Math.ceil(count / ROWS);
  canvas.width = columns * pictures.size;
  canvas.height = ROWS * pictures.size;
  const context = canvas.getContext('2d');
  const one = document.createElement('canvas');
  for (let index = 0; index < count; index++) {
    drawPicture(one, pictures, index);
    context?.drawImage(one, (index % columns) * pictures.size, Math.floor(index / columns) * pictures.size);
  }
}

function drawPlane(canvas: HTMLCanvasElement, { extent, real, generated }: Plane): void {
  canvas.width = PLANE_SIDE;
  canvas.height = PLANE_SIDE;
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  for (const [{ points }, colour] of [
    [real, REAL],
    [generated, GENERATED],
  ] as const) {
    context.fillStyle = colour;
    for (let at = 0; at + 1 < points.length; at += 2) {
      const x = (0.5 + (points[at] ?? 0) / (2 * extent)) * PLANE_SIDE;
      const y = (0.5 - (points[at + 1] ?? 0) / (2 * extent)) * PLANE_SIDE;
      context.fillRect(x - POINT_SIDE / 2, y - POINT_SIDE / 2, POINT_SIDE, POINT_SIDE);
    }
  }
}
