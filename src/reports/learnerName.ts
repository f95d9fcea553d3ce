import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { LONGEST_NAME } from './report';

const KEY = 'learner';

/** The name that a learner writes under their reports; it is asked for each time, and offered as it was last. */
export class LearnerName {
  constructor(private readonly memento: vscode.Memento) {}

  /** @returns `undefined` when the person gave up */
  async ask(): Promise<string | undefined> {
    const known: unknown = this.memento.get(KEY);
    const typed = await vscode.window.showInputBox({
      title: l10n.t('Write Report'),
      prompt: l10n.t('Your name, as your teacher knows you. It stands in the report and nowhere else.'),
      value: typeof known === 'string' ? known : '',
      ignoreFocusOut: true,
      validateInput: (text) => {
        if (text.trim() === '') {
          return l10n.t('A report needs a name.');
        }
        return text.trim().length > LONGEST_NAME
          ? l10n.t('A name has at most {0} characters.', LONGEST_NAME)
          : undefined;
      },
    });
    const name = typed?.trim();
    if (name !== undefined && name !== '') {
      await this.memento.update(KEY, name);
      return name;
    }
    return undefined;
  }
}
