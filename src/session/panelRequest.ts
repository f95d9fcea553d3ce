import type { Disposable, Event } from '../emitter';
import { success, type Result } from '../shared/result';
import type { Schedule } from './checkpointStore';

/** A panel that can be asked for something. */
export interface AskedPanel<Message, Answer> {
  readonly isConnected: boolean;
  readonly onDidAnswer: Event<Answer>;
  readonly onDidChange: Event<unknown>;
  post(message: Message): void;
}

/** One question to the panel. */
interface PanelQuestion<Message, Answer, Found> {
  readonly message: Message;
  /** What an answer says, if it is the one to this question. */
  readonly read: (answer: Answer) => Found | undefined;
  /** Milliseconds after which no answer is expected any more. */
  readonly limit: number;
  /** What is said when the panel was closed or covered, or fell silent. */
  readonly gone: () => Result<never>;
}

/** Asks the open panel, and settles as well when it is closed, is covered by another editor, or falls silent. */
export function askPanel<Message, Answer, Found>(
  panel: AskedPanel<Message, Answer>,
  schedule: Schedule,
  { message, read, limit, gone }: PanelQuestion<Message, Answer, Found>,
): Promise<Result<Found>> {
  if (!panel.isConnected) {
    return Promise.resolve(gone());
  }
  return new Promise((resolve) => {
    const waiting: Disposable[] = [];
    const settle = (result: Result<Found>): void => {
      for (const disposable of waiting.splice(0)) {
        disposable.dispose();
      }
      resolve(result);
    };
    waiting.push(
      panel.onDidAnswer((answer) => {
        const found = read(answer);
        if (found !== undefined) {
          settle(success(found));
        }
      }),
      panel.onDidChange(() => {
        if (!panel.isConnected) {
          settle(gone());
        }
      }),
      schedule(() => settle(gone()), limit),
    );
    panel.post(message);
  });
}
