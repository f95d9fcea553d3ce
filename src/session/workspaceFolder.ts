import * as vscode from 'vscode';
import type { Schedule } from './checkpointStore';
import type { Folder } from './folder';

/** A folder of any file system that VS Code knows; made when something is first written to it. */
export function workspaceFolder(root: vscode.Uri): Folder {
  const { fs } = vscode.workspace;
  const uri = (name: string): vscode.Uri => vscode.Uri.joinPath(root, name);
  return {
    async list() {
      const entries = (await unlessMissing(() => fs.readDirectory(root))) ?? [];
      const files = entries.filter(([, type]) => type === vscode.FileType.File);
      const found = await Promise.all(
        files.map(async ([name]) => {
          const stat = await unlessMissing(() => fs.stat(uri(name)));
          return stat && { name, modified: stat.mtime };
        }),
      );
      return found.filter((file) => file !== undefined);
    },
    async read(name) {
      // A copy, because in Node the bytes may be a window on a much larger buffer, which messages would carry along.
      return unlessMissing(async () => new Uint8Array(await fs.readFile(uri(name))));
    },
    async write(name, bytes) {
      await fs.createDirectory(root);
      await fs.writeFile(uri(name), bytes);
    },
    async rename(from, to) {
      await fs.rename(uri(from), uri(to), { overwrite: true });
    },
    async remove(name) {
      await unlessMissing(() => fs.delete(uri(name)));
    },
  };
}

async function unlessMissing<T>(work: () => PromiseLike<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw error;
  }
}

/** Timers of the host. */
export const schedule: Schedule = (callback, milliseconds) => {
  const handle = setTimeout(callback, milliseconds);
  return { dispose: () => clearTimeout(handle) };
};

/** A name of 16 random hexadecimal digits. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
