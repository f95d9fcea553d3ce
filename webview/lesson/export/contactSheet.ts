import * as l10n from '@vscode/l10n';
import type { FilmMoment } from './filmMoments';
import { createSheet, write, type SheetStyle } from './paint';

const MARGIN = 16;
const GAP = 4;
const FONT = 13;
/** Room for a line of text. */
const LINE = 24;
/** Room for "Round 10000" before a row. */
const LABEL = 88;
/** About as wide as pictures are shown; always a whole multiple of their pixels. */
const TILE = 48;
/** Width of a plot of points, and plots in a row. */
const PLOT = 144;
const COLUMNS = 5;

/** A side near {@link TILE} at which every pixel is a square of whole pixels. */
export function wholeSide(size: number, wanted: number): number {
  return size * Math.max(1, Math.round(wanted / size));
}

/**
 * All rounds of the film on one sheet: a row of pictures for each round, or a plot of the points for each.
 *
 * @param title what is written above
 */
export function contactSheet(
  moments: readonly FilmMoment[],
  title: string,
  style: SheetStyle,
): HTMLCanvasElement {
  const [first] = moments;
  return first?.size === undefined
    ? plots(moments, title, style)
    : rows(moments, wholeSide(first.size, TILE), title, style);
}

function rows(
  moments: readonly FilmMoment[],
  side: number,
  title: string,
  style: SheetStyle,
): HTMLCanvasElement {
  const most = Math.max(...moments.map(({ count }) => count));
  const sheet = createSheet(
    2 * MARGIN + LABEL + most * (side + GAP),
    2 * MARGIN + LINE + moments.length * (side + GAP),
    style,
  );
  write(sheet, style, title, MARGIN, MARGIN + FONT / 2, FONT);
  for (const [row, moment] of moments.entries()) {
    const y = MARGIN + LINE + row * (side + GAP);
    write(sheet, style, l10n.t('Round {0}', moment.round), MARGIN, y + side / 2, FONT);
    for (let index = 0; index < moment.count; index++) {
      moment.draw(sheet.context, index, MARGIN + LABEL + index * (side + GAP), y, side);
    }
  }
  return sheet.canvas;
}

function plots(moments: readonly FilmMoment[], title: string, style: SheetStyle): HTMLCanvasElement {
  const lines = Math.ceil(moments.length / COLUMNS);
  const sheet = createSheet(
    2 * MARGIN + COLUMNS * (PLOT + GAP),
    2 * MARGIN + LINE + lines * (PLOT + LINE),
    style,
  );
  write(sheet, style, title, MARGIN, MARGIN + FONT / 2, FONT);
  for (const [place, moment] of moments.entries()) {
    const x = MARGIN + (place % COLUMNS) * (PLOT + GAP);
    const y = MARGIN + LINE + Math.floor(place / COLUMNS) * (PLOT + LINE);
    moment.draw(sheet.context, 0, x, y, PLOT);
    write(sheet, style, l10n.t('Round {0}', moment.round), x, y + PLOT + FONT / 2, FONT);
  }
  return sheet.canvas;
}
