import type uPlot from 'uplot';
import { LABEL_MARGIN, labelPlace, type LabelPlace } from './labelPlace';
import type { ChartPalette } from './palette';
import type { GoalLine, Pin } from './pins';

/** What is drawn on a chart beside its lines. */
export interface ChartMarks {
  readonly pins: readonly Pin[];
  readonly goals: readonly GoalLine[];
  readonly reference: GoalLine | undefined;
  /** The shown round, while a person looks back; absent at the latest one. */
  readonly shown: number | undefined;
}

/** Pins in a box of 12 by 12 CSS pixels above the lines; the shapes differ as well as the colours. */
export const PIN_SIZE = 12;
/** Between the pins and the highest line. */
export const PIN_GAP = 3;
const PIN_SHAPES = {
  problem: 'M6 1 11.5 11h-11Z',
  cured: 'm1.5 6.5 3 3 6-7',
  change: 'M6 1v10M2.5 4.5 6 1l3.5 3.5',
  branch: 'M3 11V1M3 8c0-3 6-2 6-6M7 3.5 9 1l2 2.5',
  milestone: 'M2.5 11V1h7L7.5 3.7l2 2.8h-7',
} as const satisfies Record<Pin['kind'], string>;

/** Goals, references, pins and the shown round; called by uPlot when it has drawn its lines. */
export function drawMarks(plot: uPlot, marks: ChartMarks, palette: ChartPalette): void {
  const { ctx } = plot;
  // uPlot draws in device pixels.
  const scale = devicePixelRatio;
  const { left, top, width, height } = plot.bbox;
  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, left, top);
  const size = { width: width / scale, height: height / scale };
  ctx.font = palette.font;
  if (marks.reference !== undefined) {
    drawLevel(plot, marks.reference, size, palette.dim, palette, 'right');
  }
  for (const goal of marks.goals) {
    drawLevel(plot, goal, size, palette.active, palette, 'left');
  }
  for (const pin of marks.pins) {
    drawPin(plot, pin, size, palette);
  }
  if (marks.shown !== undefined) {
    const x = Math.round(plot.valToPos(marks.shown, 'x')) + 0.5;
    ctx.strokeStyle = palette.active;
    ctx.lineWidth = 2;
    ctx.setLineDash([]);
    line(ctx, x, 0, x, size.height);
  }
  ctx.restore();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A dotted line at a value, with what it means beside it. */
function drawLevel(
  plot: uPlot,
  { value, label }: GoalLine,
  { width, height }: Size,
  colour: string,
  { ground, ink }: ChartPalette,
  wanted: LabelPlace['side'],
): void {
  const { ctx } = plot;
  const y = Math.round(plot.valToPos(value, 'y')) + 0.5;
  if (y < 0 || y > height + 1) {
    return;
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([2, 3]);
  line(ctx, 0, y, width, y);
  ctx.setLineDash([]);
  const { side, above } = labelPlace(
    y,
    { width, height },
    ctx.measureText(label).width,
    wanted,
    pointsOf(plot),
  );
  ctx.textAlign = side;
  ctx.textBaseline = above ? 'bottom' : 'top';
  // Wide enough to keep a line that passes through it apart from the letters.
  ctx.lineWidth = 6;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = ground;
  ctx.fillStyle = ink;
  const x = side === 'left' ? LABEL_MARGIN : width - LABEL_MARGIN;
  const baseline = above ? y - 2 : y + 3;
  ctx.strokeText(label, x, baseline);
  ctx.fillText(label, x, baseline);
}

/** All that the lines pass through, in CSS pixels. */
function pointsOf(plot: uPlot): [x: number, y: number][] {
  const [rounds, ...lines] = plot.data;
  return lines.flatMap((values) =>
    Array.from(rounds).flatMap((round, index): [x: number, y: number][] => {
      const value = values[index];
      return typeof value === 'number' ? [[plot.valToPos(round, 'x'), plot.valToPos(value, 'y')]] : [];
    }),
  );
}

function drawPin(
  plot: uPlot,
  { round, kind }: Pin,
  { width, height }: Size,
  { active, warning, dim }: ChartPalette,
): void {
  const { ctx } = plot;
  const x = Math.round(plot.valToPos(round, 'x'));
  ctx.strokeStyle = dim;
  ctx.lineWidth = 1;
  ctx.setLineDash([1, 3]);
  line(ctx, x + 0.5, 0, x + 0.5, height);
  ctx.setLineDash([]);
  ctx.save();
  ctx.translate(Math.min(Math.max(0, x - PIN_SIZE / 2), width - PIN_SIZE), -PIN_SIZE - PIN_GAP);
  const shape = new Path2D(PIN_SHAPES[kind]);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = kind === 'problem' ? warning : kind === 'cured' ? active : dim;
  ctx.stroke(shape);
  if (kind === 'problem' || kind === 'milestone') {
    ctx.fillStyle = ctx.strokeStyle;
    ctx.fill(shape);
  }
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
