import * as l10n from '@vscode/l10n';
import type { AnimationPages } from '../../../src/shared/wire/messages';
import { wholeSide } from './contactSheet';
import type { FilmMoment } from './filmMoments';
import { createSheet, write, type SheetStyle } from './paint';

const MARGIN = 8;
const GAP = 4;
const FONT = 14;
const LINE = 28;
/** Pictures in a row. */
const COLUMNS = 4;
const TILE = 80;
/** Width of a plot of points. */
const PLOT = 280;

/** Every round of the film as a page of its own, all of one size: what the same noise becomes, round by round. */
export function filmPages(moments: readonly FilmMoment[], style: SheetStyle): AnimationPages {
  const most = Math.max(...moments.map(({ count }) => count));
  const size = moments[0]?.size;
  const side = size === undefined ? PLOT : wholeSide(size, TILE);
  const columns = Math.min(COLUMNS, most);
  const width = 2 * MARGIN + columns * (side + GAP) - GAP;
  const height = 2 * MARGIN + Math.ceil(most / columns) * (side + GAP) + LINE;
  const pages = moments.map((moment) => {
    const sheet = createSheet(width, height, style);
    for (let index = 0; index < moment.count; index++) {
      const x = MARGIN + (index % columns) * (side + GAP);
      moment.draw(sheet.context, index, x, MARGIN + Math.floor(index / columns) * (side + GAP), side);
    }
    write(sheet, style, l10n.t('Round {0}', moment.round), MARGIN, height - MARGIN - LINE / 2, FONT);
    return sheet.context.getImageData(0, 0, width, height).data;
  });
  return { kind: 'animation', width, height, pages };
}
