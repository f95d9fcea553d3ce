import * as l10n from '@vscode/l10n';
import { wholeSide } from './contactSheet';
import type { FilmMoment } from './filmMoments';
import { createSheet, write, type Sheet, type SheetStyle } from './paint';

/** What networks show of a link without cutting it. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 48;
const TITLE_FONT = 30;
const FONT = 20;
const SMALL_FONT = 15;
/** Of the first and the last picture, and of those of the strip; always whole multiples of their pixels. */
const LARGE = 320;
const SMALL = 96;
const STRIP = 10;
/** Upper edges of the large pictures and of the strip. */
const LARGE_TOP = 88;
const STRIP_TOP = 474;
/** Between the large pictures, for an arrow. */
const BETWEEN = 96;

/**
 * Before and after in one picture to post: what the same noise gave at first and gives now, and the rounds between.
 *
 * @param moments oldest first, at least one
 * @param title names the data, the seed and the round
 */
export function postcard(
  moments: readonly FilmMoment[],
  title: string,
  style: SheetStyle,
): HTMLCanvasElement {
  const sheet = createSheet(WIDTH, HEIGHT, style);
  write(sheet, style, title, MARGIN, MARGIN, TITLE_FONT);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first !== undefined && last !== undefined) {
    const right = MARGIN + LARGE + BETWEEN;
    large(sheet, style, first, MARGIN);
    write(sheet, style, '→', MARGIN + LARGE + BETWEEN / 2 - TITLE_FONT / 2, LARGE_TOP + LARGE / 2, 40);
    large(sheet, style, last, right);
    const words = l10n.t('The same noise,\nbefore and after.\nShe never saw\nan original.').split('\n');
    words.forEach((line, index) =>
      write(sheet, style, line, right + LARGE + MARGIN, LARGE_TOP + 24 + 34 * index, 24),
    );
    write(sheet, style, 'GAN Lessons', right + LARGE + MARGIN, LARGE_TOP + LARGE - FONT, FONT);
  }
  const shown = evenly(moments, STRIP);
  const apart = (WIDTH - 2 * MARGIN - SMALL) / (STRIP - 1);
  shown.forEach((moment, place) => {
    const x = MARGIN + place * apart;
    moment.draw(sheet.context, 0, x, STRIP_TOP, sideOf(moment, SMALL));
    write(sheet, style, String(moment.round), x, STRIP_TOP + SMALL + SMALL_FONT + 4, SMALL_FONT);
  });
  return sheet.canvas;
}

function large(sheet: Sheet, style: SheetStyle, moment: FilmMoment, x: number): void {
  moment.draw(sheet.context, 0, x, LARGE_TOP, sideOf(moment, LARGE));
  write(sheet, style, l10n.t('Round {0}', moment.round), x, LARGE_TOP + LARGE + FONT + 6, FONT);
}

function sideOf({ size }: FilmMoment, wanted: number): number {
  return size === undefined ? wanted : wholeSide(size, wanted);
}

/** At most so many, the first and the last among them. */
function evenly<T>(all: readonly T[], most: number): T[] {
  const count = Math.min(most, all.length);
  return Array.from(
    { length: count },
    (_, place) => all.slice(Math.round((place * (all.length - 1)) / Math.max(1, count - 1)))[0],
  ).filter((one) => one !== undefined);
}
