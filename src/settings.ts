import * as vscode from 'vscode';
import { SPECS, type Hyperparameters } from './shared/hyperparameters';
import { chooseLanguage, type LessonLanguage } from './lessons/lessonLanguage';

const SECTION = 'ganLessons';

/** The language to teach in, from `ganLessons.language` and VS Code's own. */
export function lessonLanguage(): LessonLanguage {
  return chooseLanguage(read('language'), vscode.env.language);
}

/** `ganLessons.backend`; anything else than a backend stands for the default. */
export function preferredBackend(): Hyperparameters['backend'] {
  const setting = read('backend');
  return SPECS.backend.choices.find((backend) => backend === setting) ?? SPECS.backend.initial;
}

/** Calls back when one of the settings is another, with its name. */
export function onDidChangeSetting(callback: (name: 'language' | 'backend') => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    for (const name of ['language', 'backend'] as const) {
      if (event.affectsConfiguration(`${SECTION}.${name}`)) {
        callback(name);
      }
    }
  });
}

function read(name: string): unknown {
  return vscode.workspace.getConfiguration(SECTION).get(name);
}
