import * as vscode from 'vscode';

/**
 * A file system in memory, as that of a repository which VS Code shows without a copy on a disk. Nobody can write to it
 * through VS Code; the file names are paths from its root.
 */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  /** Another file from now on, as when the repository moved on; VS Code is told. */
  replace(uri: vscode.Uri, text: string): void {
    this.files.set(uri.path, text);
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const text = this.files.get(uri.path);
    if (text === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return new TextEncoder().encode(text);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return this.namesIn(uri).length > 0
      ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
      : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const names = this.namesIn(uri);
    if (names.length === 0) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return names.map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  /** What lies in a folder; a folder is there as long as something lies in it. */
  private namesIn({ path }: vscode.Uri): string[] {
    const root = path.endsWith('/') ? path : `${path}/`;
    const below = Array.from(this.files.keys()).filter((file) => file.startsWith(root));
    return [...new Set(below.map((file) => file.slice(root.length).split('/')[0] ?? ''))];
  }
}
