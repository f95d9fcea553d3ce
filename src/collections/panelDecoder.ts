import * as l10n from '@vscode/l10n';
import type { Disposable, Event } from '../emitter';
import type { Schedule } from '../session/checkpointStore';
import type { CollectionAnswer, DecodePictures as DecodeMessage, PicturesDecoded } from '../shared/messages';
import { failure, success, type Result } from '../shared/result';
import { LONGEST_DECODING_MS } from './limits';

/** What decoding needs of the session: its panel is the only place where a browser decodes pictures. */
export interface DecodingPanel {
  readonly isShown: boolean;
  readonly onDidAnswer: Event<CollectionAnswer>;
  readonly onDidChange: Event<unknown>;
  ask(message: DecodeMessage): void;
}

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
    if (!this.panel.isShown) {
      return Promise.resolve(panelIsGone());
    }
    this.requests += 1;
    const request = this.requests;
    return new Promise((resolve) => {
      const waiting: Disposable[] = [];
      const settle = (result: Result<PicturesDecoded>) => {
        for (const disposable of waiting.splice(0)) {
          disposable.dispose();
        }
        resolve(result);
      };
      waiting.push(
        this.panel.onDidAnswer((answer) => {
          if (answer.type === 'picturesDecoded' && answer.request === request) {
            settle(success(answer));
          }
        }),
        this.panel.onDidChange(() => {
          if (!this.panel.isShown) {
            settle(panelIsGone());
          }
        }),
        this.schedule(() => settle(panelIsGone()), LONGEST_DECODING_MS),
      );
      this.panel.ask({ type: 'decodePictures', request, files });
    });
  }
}

function panelIsGone(): Result<never> {
  return failure(
    l10n.t('The pictures could not be decoded, because the lesson panel was closed or covered meanwhile.'),
    l10n.t('Choose the folder again and leave the lesson in sight until it is read.'),
  );
}
