import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { OWN_LESSONS } from '../lessons/folderFiles';
import type { LessonLanguage } from '../lessons/lessonLanguage';
import { failure, success, type Result } from '../shared/result';
import { freeName, slugOf } from './slug';

/** What somebody has said of the lesson that they want to write. */
interface LessonWish {
  readonly folder: vscode.WorkspaceFolder;
  readonly title: string;
  readonly language: LessonLanguage;
}

/** The lessons that there are already. */
export interface Neighbours {
  /** The ids that are taken. */
  readonly ids: readonly string[];
  /** The highest number that a lesson of the folder has; 0 where there is none. */
  readonly lastNumber: number;
}

/** The id of a lesson whose title has no Latin letters. */
const NAMELESS = 'lesson';

/** Makes a lesson from the template, in a file that did not exist before. */
export async function createLesson(
  wish: LessonWish,
  { ids, lastNumber }: Neighbours,
): Promise<Result<vscode.Uri>> {
  const { lessonTemplate } = await import('./lessonTemplate');
  const root = vscode.Uri.joinPath(wish.folder.uri, OWN_LESSONS);
  const files = await namesIn(root);
  const id = freeName(
    slugOf(wish.title, NAMELESS),
    (name) => ids.includes(name) || files.includes(`${name}.md`),
  );
  const file = vscode.Uri.joinPath(root, `${id}.md`);
  const text = lessonTemplate(wish.language, { id, title: wish.title, number: lastNumber + 1 });
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(text) });
  return (await vscode.workspace.applyEdit(edit))
    ? success(file)
    : failure(
        l10n.t('The file {0} could not be made.', vscode.workspace.asRelativePath(file)),
        l10n.t('See whether the folder can be written to, and try again.'),
      );
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // There is no such folder yet.
    return [];
  }
}
