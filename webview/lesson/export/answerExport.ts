import * as l10n from '@vscode/l10n';
import type { ExportRequest, PanelToHost } from '../../../src/shared/wire/messages';
import type { PanelState } from '../state';
import { exportContent } from './exportContent';

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
