import * as l10n from '@vscode/l10n';
import type { Schedule } from '../session/checkpointStore';
import { askPanel, type AskedPanel } from '../session/panelRequest';
import type { DecodePictures as DecodeMessage, PanelAnswer, PicturesDecoded } from '../shared/wire/messages';
import { failure, type Result } from '../shared/result';
import { LONGEST_DECODING_MS } from './limits';

/** What decoding needs of the session: its panel is the only place where a browser decodes pictures. */
export type DecodingPanel = AskedPanel<DecodeMessage, PanelAnswer>;

/**
 * Has the open lesson panel decode pictures. Each request waits for its own answer, and ends as well when the panel is
 * closed, is covered by another editor, or falls silent.
 */
export class PanelDecoder {
  private requests = 0;

  constructor(
    private readonly panel: DecodingPanel,
    private readonly schedule: Schedule,
  ) {}

  /** @param files are sent in one message */
  decode(files: DecodeMessage['files']): Promise<Result<PicturesDecoded>> {
    this.requests += 1;
    const request = this.requests;
    return askPanel(this.panel, this.schedule, {
      message: { type: 'decodePictures', request, files },
      read: (answer) =>
        answer.type === 'picturesDecoded' && answer.request === request ? answer : undefined,
      limit: LONGEST_DECODING_MS,
      gone: panelIsGone,
    });
  }
}

function panelIsGone(): Result<never> {
  return failure(
    l10n.t('The pictures could not be decoded, because the lesson panel was closed or covered meanwhile.'),
    l10n.t('Choose the folder again and leave the lesson in sight until it is read.'),
  );
}
