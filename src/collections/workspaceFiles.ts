import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { failure, success, type Result } from '../shared/result';
import { ReadingCancelled, type Reading } from './pace';
import type { FolderFile } from './pictureFolder';

/** The last part of a path, as people call a file or folder. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').findLast((part) => part !== '') ?? uri.path;
}

/** Folders of pictures are nested less deeply; a link that leads back upwards would never end. */
const DEEPEST = 10;
/** More files than this are no collection of pictures, but a disk. */
const MOST_FILES = 200_000;

/**
 * The files of a folder of any file system that VS Code knows, and of the folders below it; hidden folders, and those
 * that are links, are not entered.
 *
 * @throws vscode.FileSystemError when the folder cannot be read
 * @throws ReadingCancelled
 */
export async function filesBelow(folder: vscode.Uri, reading: Reading): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  await listBelow(folder, '', DEEPEST, found, reading);
  return found;
}

async function listBelow(
  folder: vscode.Uri,
  path: string,
  depth: number,
  found: FolderFile[],
  reading: Reading,
): Promise<void> {
  const { fs } = vscode.workspace;
  for (const [name, type] of await fs.readDirectory(folder)) {
    if (reading.isCancelled) {
      throw new ReadingCancelled();
    }
    if (found.length >= MOST_FILES) {
      return;
    }
    const uri = vscode.Uri.joinPath(folder, name);
    // A link to a file has both bits.
    if ((type & vscode.FileType.File) !== 0) {
      found.push(fileAt(uri, `${path}${name}`));
    } else if (type === vscode.FileType.Directory && depth > 0 && !/^[._]/.test(name)) {
      await listBelow(uri, `${path}${name}/`, depth - 1, found, reading);
    }
  }
}

/** A file and those in the same folder, itself first; alone where its folder cannot be listed. */
export async function filesBeside(file: vscode.Uri): Promise<FolderFile[]> {
  const folder = vscode.Uri.joinPath(file, '..');
  const own = nameOf(file);
  let names: readonly string[];
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    names = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  } catch {
    names = [];
  }
  return [own, ...names.filter((name) => name !== own)].map((name) =>
    fileAt(name === own ? file : vscode.Uri.joinPath(folder, name), name),
  );
}

function fileAt(uri: vscode.Uri, name: string): FolderFile {
  return {
    name,
    size: () => sizeOf(uri),
    // A copy, because in Node the bytes may be a window on a much larger buffer, which messages would carry along.
    read: async () => new Uint8Array(await vscode.workspace.fs.readFile(uri)),
  };
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
