import * as l10n from '@vscode/l10n';
import type {
  AnimationPages,
  ExportContent,
  ExportKind,
  ExportRequest,
  PanelToHost,
} from '../../../src/shared/wire/messages';
import { shownRound } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { resolvedColour } from '../../ui/theme';
import type { PanelState } from '../state';
import { contactSheet, wholeSide } from './contactSheet';
import { elementPicture } from './elementPicture';
import { type FilmMoment, filmMoments } from './filmMoments';
import { postcard } from './postcard';
import { type SheetStyle, createSheet, pngOf, write } from './paint';

/** The element in which the scene stands. */
const STAGE = '.stage-place';

/** What a person takes along of what the panel shows now. */
export async function exportContent(
  kind: ExportKind,
  { frame, hyperparameters }: PanelState,
): Promise<ExportContent> {
  const stage = document.querySelector<HTMLElement>(STAGE);
  if (frame === undefined || hyperparameters === undefined || stage === null) {
    return refused(l10n.t('There is no run to export yet.'));
  }
  const style = styleAt(stage);
  const title = l10n.t(
    '{0}, seed {1}, up to round {2}',
    valueLabel(hyperparameters.data),
    hyperparameters.seed,
    shownRound(frame.position),
  );
  switch (kind) {
    case 'stage':
      return png(await elementPicture(stage, title, style));
    case 'contactSheet':
      return png(await pngOf(contactSheet(filmMoments(frame, style.forged), title, style)));
    case 'postcard':
      return png(await pngOf(postcard(filmMoments(frame, style.forged), title, style)));
    case 'animation':
      return filmPages(filmMoments(frame, style.forged), style);
    case 'metrics':
      return metrics(frame);
    default:
      return unreachable(kind);
  }
}

function metrics({ series }: RunFrame): ExportContent {
  return series === undefined || series.rounds.length + series.qualityRounds.length === 0
    ? refused(l10n.t('Nothing has been measured yet.'))
    : { kind: 'series', series };
}

function png(bytes: Uint8Array<ArrayBuffer> | undefined): ExportContent {
  return bytes === undefined
    ? { kind: 'refused', message: l10n.t('The picture could not be drawn.'), next: l10n.t('Try again.') }
    : { kind: 'png', bytes };
}

function refused(message: string): ExportContent {
  return { kind: 'refused', message, next: l10n.t('Play some rounds and try again.') };
}

function styleAt(place: HTMLElement): SheetStyle {
  return {
    ground: resolvedColour(place, 'var(--vscode-editor-background)'),
    ink: resolvedColour(place, 'var(--vscode-editor-foreground)'),
    forged: resolvedColour(place, 'var(--forged)'),
    fontFamily: getComputedStyle(place).fontFamily,
  };
}

const MARGIN = 8;
const GAP = 4;
const FONT = 14;
const LINE = 28;
/** Pictures in a row. */
const COLUMNS = 4;
const TILE = 88;
/** Width of a plot of points. */
const PLOT = 280;

/** Every round of the film as a page of its own, all of one size: what the same noise becomes, round by round. */
function filmPages(moments: readonly FilmMoment[], style: SheetStyle): AnimationPages {
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

/** What the host is told that asked for something to take along; what goes wrong is part of the answer. */
export async function answerExport(
  { request, kind }: ExportRequest,
  state: PanelState,
): Promise<Extract<PanelToHost, { type: 'exported' }>> {
  try {
    return { type: 'exported', request, content: await exportContent(kind, state) };
  } catch (error) {
    const message = l10n.t('The picture could not be drawn.');
    const next = error instanceof Error ? error.message : String(error);
    return { type: 'exported', request, content: { kind: 'refused', message, next } };
  }
}
