import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { LONGEST_NAME } from './report';

/** How learners sign their reports. */
interface Signature {
  readonly name: string;
  /** A student number or an e-mail address. */
  readonly id: string | undefined;
}

/**
 * Asks learners how they sign their reports. The answer is kept only as long as the window, and never preselected:
 * whoever sits at a shared machine next would sign with it.
 */
export class LearnerName {
  private last: Signature | undefined;

  /** @param memento in which version 0.1 kept the name, and in which it is not kept any more */
  constructor(memento: vscode.Memento) {
    void memento.update('learner', undefined);
  }

  /** @returns `undefined` when the person gave up */
  async ask(lessonTitle: string): Promise<Signature | undefined> {
    const title = l10n.t('Report on “{0}”', lessonTitle);
    const name = await this.askFor({
      title,
      prompt: l10n.t('Your name, as your teacher knows you. It is written in the report and nowhere else.'),
      value: this.last?.name,
      missing: l10n.t('A report needs a name.'),
    });
    if (name === undefined) {
      return undefined;
    }
    const id = await this.askFor({
      title,
      prompt: l10n.t('Your student number or e-mail, if your teacher asked for it. Press Enter to skip.'),
      value: name === this.last?.name ? this.last.id : undefined,
    });
    if (id === undefined) {
      return undefined;
    }
    this.last = { name, id: id === '' ? undefined : id };
    return this.last;
  }

  private async askFor({
    title,
    prompt,
    value = '',
    missing,
  }: {
    readonly title: string;
    readonly prompt: string;
    readonly value: string | undefined;
    /** What is said when nothing was typed; absent where that is fine. */
    readonly missing?: string;
  }): Promise<string | undefined> {
    const typed = await vscode.window.showInputBox({
      title,
      prompt,
      value,
      valueSelection: [value.length, value.length],
      ignoreFocusOut: true,
      validateInput: (text) => {
        if (text.trim() === '') {
          return missing;
        }
        return text.trim().length > LONGEST_NAME
          ? l10n.t('At most {0} characters.', LONGEST_NAME)
          : undefined;
      },
    });
    return typed?.trim();
  }
}
