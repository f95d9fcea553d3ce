import * as l10n from '@vscode/l10n';
import { measureName } from '../../src/shared/words/measureWords';
import uPlot from 'uplot';
import { columnOf, type Measure, type RunSeries } from '../../src/shared/domain/measures';

/** Size of the chart in CSS pixels: as wide as a column of text. */
const WIDTH = 560;
const HEIGHT = 220;
/** A report is printed, and read in light and dark previews: black on white. */
const INK = '#222222';
const GRID = '#dddddd';
const PAPER = '#ffffff';
const DISTANCE = '#b45309';
const KINDS = '#1d4ed8';

/**
 * Draws the distance from the originals and, where kinds are known, how many there are, over the rounds.
 *
 * @param place gets the drawing, and has to stay in the page until it was drawn
 * @returns the canvas
 */
export function drawQualityChart(place: HTMLElement, series: RunSeries): Promise<HTMLCanvasElement> {
  const distance = columnOf(series, 'miniFid');
  const kinds = valuesOf(series, 'effectiveModes');
  const hasKinds = kinds.some((value) => value !== null);
  const axis = { stroke: INK, grid: { stroke: GRID, width: 1 } };
  return new Promise((resolve) => {
    const plot: uPlot = new uPlot(
      {
        width: WIDTH,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false }, distance: { range: fromZero }, kinds: { range: fromZero } },
        axes: [
          { ...axis, label: l10n.t('Round') },
          { ...axis, scale: 'distance', label: measureName('miniFid'), stroke: DISTANCE },
          ...(hasKinds
            ? [
                {
                  scale: 'kinds',
                  side: 1 as const,
                  label: measureName('effectiveModes'),
                  stroke: KINDS,
                  grid: { show: false },
                },
              ]
            : []),
        ],
        series: [
          {},
          { scale: 'distance', stroke: DISTANCE, width: 2 },
          ...(hasKinds ? [{ scale: 'kinds', stroke: KINDS, width: 2, dash: [6, 4] }] : []),
        ],
        hooks: {
          drawClear: [
            ({ ctx }) => {
              ctx.fillStyle = PAPER;
              ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
            },
          ],
          draw: [({ ctx }) => resolve(ctx.canvas)],
        },
      },
      [[...distance.rounds], valuesOf(series, 'miniFid'), ...(hasKinds ? [kinds] : [])],
      place,
    );
    plot.redraw();
  });
}

function fromZero(_plot: uPlot, _least: number, most: number): [number, number] {
  return [0, most > 0 ? most : 1];
}

function valuesOf(series: RunSeries, measure: Measure): (number | null)[] {
  return Array.from(columnOf(series, measure).values, (value) => (Number.isFinite(value) ? value : null));
}
