import * as vscode from 'vscode';
import { lessonPlace, type LessonPlace } from '../lessons/translation/places';

/** Where the file of a lesson is in the folder with lessons around it. */
export function placeOfLesson(file: vscode.Uri): LessonPlace {
  const [folder = '', name = ''] = file.path.split('/').slice(-2);
  return lessonPlace(`${folder}/${name}`) ?? { name };
}

/** The folder with lessons that a lesson is in, by itself or in the folder of its language. */
export function lessonsFolderOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, placeOfLesson(file).language === undefined ? '..' : '../..');
}

/** Whether two files are a lesson in two languages, or the same file. */
export function isSameLesson(file: vscode.Uri, other: vscode.Uri): boolean {
  return (
    placeOfLesson(file).name === placeOfLesson(other).name &&
    lessonsFolderOf(file).toString() === lessonsFolderOf(other).toString()
  );
}

/** The text of a lesson as its author sees it, also before it is saved; `undefined` where there is no such file. */
export async function lessonText(file: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  try {
    const text =
      open?.getText() ??
      (await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { uri: file }));
    return text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
