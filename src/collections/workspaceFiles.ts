import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { failure, success, type Result } from '../shared/result';
import { isPictureName, type FolderFile } from './pictureFolder';

/** The last part of a path, as people call a file or folder. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').findLast((part) => part !== '') ?? uri.path;
}

/**
 * The pictures of a folder of any file system that VS Code knows, by their names; folders in it are not entered.
 *
 * @throws vscode.FileSystemError when the folder cannot be read
 */
export async function filesOf(folder: vscode.Uri): Promise<FolderFile[]> {
  const { fs } = vscode.workspace;
  const entries = await fs.readDirectory(folder);
  const names = entries
    // A link to a file has both bits.
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && isPictureName(name))
    .map(([name]) => name);
  return Promise.all(
    names.map(async (name) => {
      const uri = vscode.Uri.joinPath(folder, name);
      // A copy, because in Node the bytes may be a window on a much larger buffer, which messages would carry along.
      return { name, size: await sizeOf(uri), read: async () => new Uint8Array(await fs.readFile(uri)) };
    }),
  );
}

/** A file as a whole, unless it is larger than that; fails when it cannot be read. */
export async function readBounded(uri: vscode.Uri, mostBytes: number): Promise<Result<Uint8Array>> {
  if ((await sizeOf(uri)) > mostBytes) {
    return failure(
      l10n.t('"{0}" is larger than {1} MB.', nameOf(uri), Math.round(mostBytes / (1024 * 1024))),
      l10n.t('Choose a smaller file.'),
    );
  }
  return success(await vscode.workspace.fs.readFile(uri));
}

/** In bytes. A link that leads nowhere counts as one byte, so that reading it is tried and its error told. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 1;
  }
}
