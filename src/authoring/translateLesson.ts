import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { languageOf, LESSON_LANGUAGES, type LessonLanguage } from '../lessons/lessonLanguage';
import { translationDraft, untranslatedAt } from '../lessons/translation/draft';
import { pathOf } from '../lessons/translation/places';
import { failure, success, type Result } from '../shared/result';
import { lessonsFolderOf, lessonText, placeOfLesson } from './lessonFolder';

/** A lesson in another language, and where its author begins. */
interface Translation {
  readonly file: vscode.Uri;
  /** The first part whose words are still those of the original, else the beginning. */
  readonly begin: vscode.Position;
}

/** The languages that a lesson can be translated to: all but its own. */
export async function languagesFor(file: vscode.Uri): Promise<LessonLanguage[]> {
  const own = placeOfLesson(file).language ?? languageOf((await lessonText(file)) ?? '');
  return LESSON_LANGUAGES.filter((language) => language !== own);
}

/** Finds a lesson in another language, or makes its file: all of the lesson, with what is to be translated marked. */
export async function translateLesson(
  file: vscode.Uri,
  language: LessonLanguage,
): Promise<Result<Translation>> {
  const text = await lessonText(file);
  if (text === undefined) {
    return failure(
      l10n.t('The file {0} could not be read.', vscode.workspace.asRelativePath(file)),
      l10n.t('See whether it is still there, and try again.'),
    );
  }
  const folder = lessonsFolderOf(file);
  const { name } = placeOfLesson(file);
  const beside = vscode.Uri.joinPath(folder, name);
  const besideText = await lessonText(beside);
  if (besideText !== undefined && languageOf(besideText) === language) {
    return success({ file: beside, begin: beginOf(besideText) });
  }
  const made = vscode.Uri.joinPath(folder, pathOf({ language, name }));
  const madeText = await lessonText(made);
  if (madeText !== undefined) {
    return success({ file: made, begin: beginOf(madeText) });
  }
  const draft = translationDraft(text);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(made, { overwrite: false, contents: new TextEncoder().encode(draft) });
  return (await vscode.workspace.applyEdit(edit))
    ? success({ file: made, begin: beginOf(draft) })
    : failure(
        l10n.t('The file {0} could not be made.', vscode.workspace.asRelativePath(made)),
        l10n.t('See whether the folder can be written to, and try again.'),
      );
}

function beginOf(text: string): vscode.Position {
  const [first = 0] = untranslatedAt(text);
  return new vscode.Position(text.slice(0, first).split('\n').length - 1, 0);
}
