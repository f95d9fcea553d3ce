import * as vscode from 'vscode';
import { SPECS, type Hyperparameters } from './shared/domain/hyperparameters';
import { chooseLanguage, type LessonLanguage } from './lessons/lessonLanguage';

const SECTION = 'ganLessons';
const SETTINGS = ['language', 'backend', 'trainInBackground', 'characterKeys'] as const;

type SettingName = (typeof SETTINGS)[number];

/** The language to teach in, from `ganLessons.language` and VS Code's own. */
export function lessonLanguage(): LessonLanguage {
  return chooseLanguage(read('language'), vscode.env.language);
}

/** `ganLessons.backend`; anything else than a backend stands for the default. */
export function preferredBackend(): Hyperparameters['backend'] {
  const setting = read('backend');
  return SPECS.backend.choices.find((backend) => backend === setting) ?? SPECS.backend.initial;
}

/** `ganLessons.trainInBackground`: whether a run that plays goes on while its panel is hidden. */
export function trainsInBackground(): boolean {
  return read('trainInBackground') === true;
}

/** Turns `ganLessons.trainInBackground` on or off, for all windows. */
export function setTrainInBackground(on: boolean): Promise<void> {
  return write('trainInBackground', on);
}

/** `ganLessons.characterKeys`: whether keys that write a character do something in the lesson panel. */
export function characterKeys(): boolean {
  return read('characterKeys') !== false;
}

/** Turns `ganLessons.characterKeys` on or off, for all windows. */
export function setCharacterKeys(on: boolean): Promise<void> {
  return write('characterKeys', on);
}

/** Calls back when one of the settings is another, with its name. */
export function onDidChangeSetting(callback: (name: SettingName) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    for (const name of SETTINGS) {
      if (event.affectsConfiguration(`${SECTION}.${name}`)) {
        callback(name);
      }
    }
  });
}

function read(name: string): unknown {
  return vscode.workspace.getConfiguration(SECTION).get(name);
}

async function write(name: SettingName, value: boolean): Promise<void> {
  const { Global } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration(SECTION).update(name, value, Global);
}
