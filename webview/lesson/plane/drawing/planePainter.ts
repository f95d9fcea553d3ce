import type { Sheet } from '../../../../src/shared/wire/plane';
import type { PlanePicture } from '../view/picture';
import { type Place, type Projection, toPixels } from '../view/projection';
import { drawField, drawGap, drawOptimal, GridPicture } from './field';
import { drawArrows } from './arrows';
import { drawMarks, drawPercentages, drawTrails, Stamps } from './marks';
import { readPalette, type Palette } from './palette';
import { drawSheet } from './sheet';

/** How long a phase moves on the plane, in milliseconds. */
const PLANE_MOTION_MS = 650;

interface PlaneMotion {
  /** How many times as long it takes. */
  readonly slowness: number;
  /** Called when it is over. */
  readonly ended: () => void;
}

/** Draws the plane on one canvas and moves it from one moment to the next. */
export class PlanePainter {
  private palette: Palette | undefined;
  private picture: PlanePicture | undefined;
  private before: PlanePicture | undefined;
  private probe: Place | undefined;
  /** Width and height in CSS pixels. */
  private size = 0;
  /** Share of the motion that has passed. */
  private moment = 1;
  private request = 0;
  private readonly field = new GridPicture();
  private readonly gap = new GridPicture();
  private readonly stamps = new Stamps();

  constructor(private readonly canvas: HTMLCanvasElement) {}

  get projection(): Projection | undefined {
    return this.picture && this.size > 0 ? { extent: this.picture.extent, size: this.size } : undefined;
  }

  /**
   * Shows another moment; whatever was moving comes to its end.
   *
   * @param motion absent: the moment is shown at once
   */
  show(picture: PlanePicture, motion?: PlaneMotion): void {
    cancelAnimationFrame(this.request);
    this.before = this.picture;
    this.picture = picture;
    if (motion === undefined) {
      this.moment = 1;
      this.draw();
      return;
    }
    const start = performance.now();
    const step = (now: number): void => {
      const passed = Math.min(1, Math.max(0, now - start) / (motion.slowness * PLANE_MOTION_MS));
      this.moment = 1 - (1 - passed) ** 2;
      this.draw();
      if (passed < 1) {
        this.request = requestAnimationFrame(step);
      } else {
        motion.ended();
      }
    };
    step(start);
  }

  /** Redraws the same moment with other layers; a motion goes on. */
  update(picture: PlanePicture): void {
    this.picture = picture;
    this.draw();
  }

  lookAt(probe: Place | undefined): void {
    this.probe = probe;
    this.draw();
  }

  /** @param size width and height in CSS pixels */
  resize(size: number): void {
    const pixels = Math.max(1, Math.round(size * devicePixelRatio));
    this.size = size;
    if (this.canvas.width !== pixels) {
      this.canvas.width = pixels;
      this.canvas.height = pixels;
    }
    this.draw();
  }

  /** The theme has changed. */
  recolour(): void {
    this.palette = undefined;
    this.draw();
  }

  dispose(): void {
    cancelAnimationFrame(this.request);
  }

  private draw(): void {
    const { canvas, picture, projection, moment } = this;
    const context = canvas.getContext('2d');
    const place = canvas.parentElement;
    if (context === null || picture === undefined || projection === undefined || place === null) {
      return;
    }
    const palette = (this.palette ??= readPalette(place));
    const { size } = projection;
    const scale = canvas.width / size;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = palette.colours.ground;
    context.fillRect(0, 0, size, size);
    const field = blended(this.before?.field, picture.field, moment);
    const { cells, hasJudged } = picture;
    if (field !== undefined) {
      drawField(context, size, this.field, { field, cells, hasJudged }, palette);
    }
    if (picture.gap !== undefined && field !== undefined) {
      drawGap(context, size, this.gap, { field, cells }, picture.gap, palette);
    }
    if (picture.sheet !== undefined) {
      drawSheet(context, projection, blendedSheet(this.before?.sheet, picture.sheet, moment), palette);
    }
    if (picture.optimal !== undefined) {
      drawOptimal(context, size, cells, picture.optimal, palette);
    }
    drawMarks(
      context,
      projection,
      picture.marks.filter(({ kind }) => kind !== 'forged'),
      palette,
      this.stamps,
      moment,
    );
    // Below the forged points, so that each is still to be seen.
    drawTrails(context, projection, picture.marks, palette, moment);
    drawMarks(
      context,
      projection,
      picture.marks.filter(({ kind }) => kind === 'forged'),
      palette,
      this.stamps,
      moment,
    );
    // Over the points: the few arrows of a collapsed crowd would lie below it.
    drawArrows(context, projection, picture.arrows, palette, moment);
    if (picture.scene === 'judge') {
      const { fontFamily, fontSize } = getComputedStyle(canvas);
      drawPercentages(context, projection, picture.marks, palette, `${fontSize} ${fontFamily}`);
    }
    if (this.probe !== undefined) {
      drawProbe(context, projection, this.probe, palette);
    }
  }
}

/** Between two grids; the later one where there is no earlier one of the same size. */
export function blended(
  before: Float32Array | undefined,
  after: Float32Array | undefined,
  moment: number,
): Float32Array | undefined {
  if (before === undefined || after === undefined || before.length !== after.length || moment >= 1) {
    return after;
  }
  return after.map((value, i) => {
    const from = before[i] ?? value;
    return from + moment * (value - from);
  });
}

function blendedSheet(before: Sheet | undefined, after: Sheet, moment: number): Sheet {
  const points = blended(before?.points, after.points, moment);
  return points === undefined ? after : { ...after, points: new Float32Array(points) };
}

/** Half the width of the probe's cross. */
const CROSS = 9;

/** Where a person looks closer. */
function drawProbe(
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
