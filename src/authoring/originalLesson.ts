import * as vscode from 'vscode';
import { languageOf } from '../lessons/lessonLanguage';
import { lessonPlace, originalPaths } from '../lessons/translation/places';
import type { Lesson } from '../shared/domain/lesson';
import { lessonsFolderOf, lessonText, placeOfLesson } from './lessonFolder';

/** The lesson that a file translates, as it is at the moment; `undefined` where there is none that can be taught. */
export async function originalLesson(file: vscode.Uri): Promise<Lesson | undefined> {
  for (const path of originalPaths(placeOfLesson(file))) {
    const text = await lessonText(vscode.Uri.joinPath(lessonsFolderOf(file), path));
    if (text !== undefined) {
      const { parseLesson } = await import('../lessons/lessonParser');
      return parseLesson(text, { language: lessonPlace(path)?.language ?? languageOf(text) }).lesson;
    }
  }
  return undefined;
}
