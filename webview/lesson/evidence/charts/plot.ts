import uPlot from 'uplot';
import { unreachable } from '../../../../src/shared/result';
import type { ChartData } from './data';
import { drawMarks, PIN_GAP, PIN_SIZE, type ChartMarks } from './marks';
import { readChartPalette, type ChartPalette } from './palette';
import type { Axis } from './scales';
import type { LineLook } from './specs';

/** What is drawn of a moment. */
export interface PlotPicture {
  readonly data: ChartData;
  readonly axis: Axis;
  /** Latest round of the run, where the horizontal axis ends. */
  readonly latest: number;
  readonly marks: ChartMarks;
  /** Writes a number beside the axis. */
  readonly format: (value: number) => string;
}

/** Height of the drawing and room for the numbers beside it, in CSS pixels. */
const PLOT_HEIGHT = 92;
const AXIS_WIDTH = 40;

/** uPlot watches the pointer by itself; here the chart does, so that keyboard and pointer go the same way. */
const IGNORE = (): null => null;

/** One chart on a canvas, drawn by uPlot in the colours of the theme. */
export class Plot {
  private readonly plot: uPlot;
  private palette: ChartPalette;
  private picture: PlotPicture;

  /**
   * @param place gets the canvas; its width is the chart's
   * @param looks of the lines, in the order of the data
   */
  constructor(
    private readonly place: HTMLElement,
    looks: readonly LineLook[],
    picture: PlotPicture,
  ) {
    this.picture = picture;
    this.palette = readChartPalette(place);
    const inColour = (name: LineColour | 'dim' | 'grid') => () => this.palette[name];
    this.plot = new uPlot(
      {
        width: Math.max(1, place.clientWidth),
        height: PLOT_HEIGHT,
        padding: [PIN_SIZE + PIN_GAP, 1, 4, 0],
        legend: { show: false },
        cursor: {
          y: false,
          drag: { x: false, y: false },
          points: { size: 7 },
          bind: {
            mousedown: IGNORE,
            mouseup: IGNORE,
            mousemove: IGNORE,
            mouseenter: IGNORE,
            mouseleave: IGNORE,
            click: IGNORE,
            dblclick: IGNORE,
          },
        },
        scales: {
          x: { time: false, range: () => [0, Math.max(1, this.picture.latest)] },
          y: {
            distr: picture.axis.isLogarithmic ? 3 : 1,
            range: () => [this.picture.axis.low, this.picture.axis.high],
          },
        },
        axes: [
          { show: false },
          {
            size: AXIS_WIDTH,
            gap: 6,
            font: this.palette.font,
            stroke: inColour('dim'),
            grid: { stroke: inColour('grid'), width: 1 },
            ticks: { show: false },
            splits: () => [...this.picture.axis.splits],
            filter: (_, splits) => splits,
            values: (_, splits) => splits.map((value) => this.picture.format(value)),
          },
        ],
        series: [{}, ...looks.map((look) => lineOf(look, inColour))],
        hooks: { draw: [(plot) => drawMarks(plot, this.picture.marks, this.palette)] },
      },
      aligned(picture.data),
      place,
    );
  }

  /** Shows another moment. */
  show(picture: PlotPicture): void {
    this.picture = picture;
    this.plot.setData(aligned(picture.data));
  }

  /** @param index which of the rounds is pointed at; absent: none */
  pointAt(index: number | undefined): void {
    const round = index === undefined ? undefined : this.picture.data.rounds[index];
    const left = round === undefined ? -1 : this.plot.valToPos(round, 'x');
    this.plot.setCursor({ left, top: left < 0 ? -1 : 1 }, false);
  }

  /**
   * The place on the axis, in rounds, that is under the pointer.
   *
   * @param clientX in CSS pixels from the left edge of the page
   */
  roundUnder(clientX: number): number {
    return this.plot.posToVal(clientX - this.plot.over.getBoundingClientRect().left, 'x');
  }

  resize(width: number): void {
    if (width > 0 && width !== this.plot.width) {
      this.plot.setSize({ width, height: PLOT_HEIGHT });
    }
  }

  /** The theme has changed. */
  recolour(): void {
    this.palette = readChartPalette(this.place);
    this.plot.redraw();
  }

  dispose(): void {
    this.plot.destroy();
  }
}

function aligned({ rounds, lines }: ChartData): uPlot.AlignedData {
  return [[...rounds], ...lines.map((line) => [...line])];
}

/** Real is solid, forged is dashed, so that they can be told apart without colours. */
function lineOf(look: LineLook, inColour: (name: LineColour) => () => string): uPlot.Series {
  const dash = dashOf(look);
  return {
    stroke: inColour(colourOf(look)),
    width: 2,
    spanGaps: true,
    points: { show: false },
    ...(dash && { dash: [...dash] }),
  };
}

type LineColour = 'ink' | 'real' | 'forged' | 'active';

function colourOf(look: LineLook): LineColour {
  switch (look) {
    case 'plain':
      return 'ink';
    case 'other':
      return 'active';
    case 'real':
    case 'forged':
      return look;
    default:
      return unreachable(look);
  }
}

/** How long the dashes of a line and the gaps between them are, in CSS pixels; absent for a solid line. */
export function dashOf(look: LineLook): readonly number[] | undefined {
  switch (look) {
    case 'forged':
      return [6, 4];
    case 'other':
      return [2, 3];
    case 'real':
    case 'plain':
      return undefined;
    default:
      return unreachable(look);
  }
}
