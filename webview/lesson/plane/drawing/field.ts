import type { Optimal } from '../../../../src/shared/wire/plane';
import { contour, type Segment } from '../view/contour';
import { opinionColour, type Palette, type Rgb } from './palette';

/** How much of its colour the field keeps before the inspector has been asked. */
const UNASKED = 0.35;
const UNDECIDED = 0.5;

/** Colours of a grid's values: RGBA for each of so many levels. */
const LEVELS = 256;

/** A small picture with one pixel for each square of a grid, kept and painted anew. */
export class GridPicture {
  private readonly canvas = document.createElement('canvas');

  /**
   * @param colours RGBA of {@link LEVELS} levels, one after the other
   * @param levelOf the level of a square, 0 to 1, by its place in the grid, row by row from low y
   */
  paint(cells: number, colours: Uint8ClampedArray, levelOf: (index: number) => number): HTMLCanvasElement {
    if (this.canvas.width !== cells) {
      this.canvas.width = cells;
      this.canvas.height = cells;
    }
    const context = this.canvas.getContext('2d');
    if (context !== null) {
      const image = context.createImageData(cells, cells);
      for (let index = 0; index < cells * cells; index++) {
        const colour = 4 * Math.round(levelOf(index) * (LEVELS - 1));
        // The rows of a picture go down.
        const pixel = 4 * ((cells - 1 - Math.floor(index / cells)) * cells + (index % cells));
        for (let channel = 0; channel < 4; channel++) {
          image.data[pixel + channel] = colours[colour + channel] ?? 0;
        }
      }
      context.putImageData(image, 0, 0);
    }
    return this.canvas;
  }
}

/** @param colourOf red, green, blue and opacity, all from 0 to 255, of a level from 0 to 1 */
function colourTable(colourOf: (level: number) => readonly [...Rgb, number]): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * LEVELS);
  for (let level = 0; level < LEVELS; level++) {
    table.set(colourOf(level / (LEVELS - 1)), 4 * level);
  }
  return table;
}

/** Colours of a function of the level, computed once for each palette. */
class ColourTables {
  private readonly tables = new WeakMap<Palette, Uint8ClampedArray>();

  constructor(private readonly colourOf: (level: number, palette: Palette) => readonly [...Rgb, number]) {}

  of(palette: Palette): Uint8ClampedArray {
    const known = this.tables.get(palette);
    if (known !== undefined) {
      return known;
    }
    const table = colourTable((level) => this.colourOf(level, palette));
    this.tables.set(palette, table);
    return table;
  }
}

const OPAQUE = 255;
const OPINIONS = new ColourTables((opinion, palette) => [
  ...opinionColour(opinion, palette, palette.fieldStrength),
  OPAQUE,
]);
const FAINT_FIELD = new ColourTables((opinion, palette) => [
  ...opinionColour(opinion, palette, UNASKED * palette.fieldStrength),
  OPAQUE,
]);
/** So much of the field is seen through the fullest shade. */
const GAP_OPACITY = 0.85;
const GAPS = new ColourTables((gap, { warning }) => [...warning, OPAQUE * GAP_OPACITY * gap]);

/** The inspector's opinion of the whole plane, smoothly. */
export function drawField(
  context: CanvasRenderingContext2D,
  size: number,
  picture: GridPicture,
  { field, cells, hasJudged }: { field: Float32Array; cells: number; hasJudged: boolean },
  palette: Palette,
): void {
  const colours = (hasJudged ? OPINIONS : FAINT_FIELD).of(palette);
  const pixels = picture.paint(cells, colours, (index) => field[index] ?? UNDECIDED);
  drawSmoothly(context, pixels, size);
  if (hasJudged) {
    context.strokeStyle = palette.colours.dim;
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    drawSegments(context, contour(field, cells, UNDECIDED), size / cells, size);
    context.setLineDash([]);
  }
}

/** The shade is full where the inspector is wrong by this much. */
const LARGE_GAP = 0.5;
/** Where there are fewer points than this part of the most, the discriminator may say what it likes. */
const CROWDED = 0.1;

/** How far the inspector is from the optimal one, where there are points. */
export function drawGap(
  context: CanvasRenderingContext2D,
  size: number,
  picture: GridPicture,
  { field, cells }: { field: Float32Array; cells: number },
  { answers, crowd }: Optimal,
  palette: Palette,
): void {
  const pixels = picture.paint(cells, GAPS.of(palette), (index) => {
    const gap = Math.abs((field[index] ?? 0) - (answers[index] ?? 0));
    const matters = Math.min(1, (crowd[index] ?? 0) / CROWDED);
    return matters * Math.min(1, gap / LARGE_GAP);
  });
  drawSmoothly(context, pixels, size);
}

/** What the lines of the optimal discriminator say, and how they are dashed. */
const OPTIMAL_LINES = [
  { level: 0.25, dash: [2, 4] },
  { level: 0.5, dash: [] },
  { level: 0.75, dash: [8, 4] },
] as const;

/** Part of the greatest crowd below which a place counts as empty. */
const EMPTY = 0.002;

/** Lines of equal opinion of the optimal discriminator. */
export function drawOptimal(
  context: CanvasRenderingContext2D,
  size: number,
  cells: number,
  { answers, crowd }: Optimal,
  { colours }: Palette,
): void {
  for (const { level, dash } of OPTIMAL_LINES) {
    // Where there are no points, D* has no meaning.
    const segments = contour(answers, cells, level).filter(
      ([x, y]) => (crowd[Math.floor(y) * cells + Math.floor(x)] ?? 0) > EMPTY,
    );
    for (const [colour, width] of [
      [colours.ground, 3.5],
      [colours.ink, 1.5],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash(width > 2 ? [] : [...dash]);
      drawSegments(context, segments, size / cells, size);
    }
  }
  context.setLineDash([]);
}

function drawSmoothly(context: CanvasRenderingContext2D, pixels: HTMLCanvasElement, size: number): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(pixels, 0, 0, size, size);
}

function drawSegments(
  context: CanvasRenderingContext2D,
  segments: readonly Segment[],
  cell: number,
  size: number,
): void {
  context.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    context.moveTo(x1 * cell, size - y1 * cell);
    context.lineTo(x2 * cell, size - y2 * cell);
  }
  context.stroke();
}
