import * as l10n from '@vscode/l10n';
import type { ExportContent, ExportKind } from '../../../src/shared/wire/messages';
import { shownRound } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import { valueLabel } from '../../hyperparameters/choiceLabels';
import { resolvedColour } from '../../ui/theme';
import type { PanelState } from '../state';
import { contactSheet } from './contactSheet';
import { elementPicture } from './elementPicture';
import { filmMoments } from './filmMoments';
import { filmPages } from './filmPages';
import { pngOf, type SheetStyle } from './paint';

/** The element in which the scene stands. */
const STAGE = '.stage-place';

/** What a person takes along of what the panel shows now. */
export async function exportContent(
  kind: ExportKind,
  { frame, hyperparameters }: PanelState,
): Promise<ExportContent> {
  const stage = document.querySelector<HTMLElement>(STAGE);
  if (frame === undefined || hyperparameters === undefined || stage === null) {
    return refused(l10n.t('There is no run yet that could be taken along.'));
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
