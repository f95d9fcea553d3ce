import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';

/** How the files of reports end. */
export const REPORT_ENDING = '.md';

/** The text of a file. */
export async function readText(file: vscode.Uri): Promise<Result<string>> {
  try {
    return success(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch (error) {
    return failure(
      l10n.t('The file “{0}” cannot be read: {1}', nameOf(file), describeError(error)),
      l10n.t('Check that it is there and try again.'),
    );
  }
}

/** Writes a file anew. */
export async function writeText(file: vscode.Uri, text: string): Promise<Result<vscode.Uri>> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return success(file);
  } catch (error) {
    return failure(
      l10n.t('The file “{0}” cannot be written: {1}', nameOf(file), describeError(error)),
      l10n.t('Choose another place and try again.'),
    );
  }
}

/** The files of a folder that may be reports, in the order of their names. */
export async function reportsIn(folder: vscode.Uri): Promise<Result<readonly vscode.Uri[]>> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries.flatMap(([name, type]) =>
      (type & vscode.FileType.File) !== 0 && name.endsWith(REPORT_ENDING) ? [name] : [],
    );
    return success(names.toSorted().map((name) => vscode.Uri.joinPath(folder, name)));
  } catch (error) {
    return failure(
      l10n.t('The folder “{0}” cannot be read: {1}', nameOf(folder), describeError(error)),
      l10n.t('Choose another folder.'),
    );
  }
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where a new file is offered to be: in the first folder of the workspace, where there is one. */
export function inWorkspace(name: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
