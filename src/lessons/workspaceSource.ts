import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeError, Emitter, type Disposable } from '../emitter';
import type { Log } from '../log';
import { OWN_LESSONS, readFolder } from './folderFiles';
import type { LessonLanguage } from './lessonLanguage';
import type { FoundLesson, LessonSource } from './lessonSource';

/** In bytes. A lesson has at most a fifth of it, and what is larger is no picture for a page. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** Of a folder that is deleted or renamed only the folder itself is told, so those around the lessons are watched too. */
const WATCHED = [OWN_LESSONS.slice(0, OWN_LESSONS.indexOf('/')), OWN_LESSONS, `${OWN_LESSONS}/**`];

/** Milliseconds for which changes of files are collected: an editor, or git, writes many at a time. */
const CALM = 200;

/**
 * The lessons in `.gan/lessons` of all workspace folders, also of those that are not trusted or not on a disk: they are
 * only read, by `workspace.fs`.
 */
export class WorkspaceSource implements LessonSource {
  private readonly changed: Emitter<void>;
  readonly onDidChange;
  private readonly subscriptions: Disposable[];
  private watchers: Disposable[] = [];
  private calm: ReturnType<typeof setTimeout> | undefined;

  /** @param folders those of the workspace, asked for whenever they may be others */
  constructor(
    private readonly log: Log,
    private readonly folders: () => readonly vscode.WorkspaceFolder[] = () =>
      vscode.workspace.workspaceFolders ?? [],
  ) {
    this.changed = new Emitter(log);
    this.onDidChange = this.changed.event;
    this.subscriptions = [
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.changed.fire();
      }),
      // Not every file system tells of changes, and a watcher can miss some, but what is done in this window is known.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.touched([uri])),
      vscode.workspace.onDidCreateFiles(({ files }) => this.touched(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.touched(files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        this.touched(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
    ];
    this.watch();
  }

  async read(language: LessonLanguage): Promise<readonly FoundLesson[]> {
    const lessons = await Promise.all(this.folders().map((folder) => this.readFolder(folder, language)));
    return lessons.flat();
  }

  dispose(): void {
    clearTimeout(this.calm);
    for (const disposable of [...this.subscriptions, ...this.watchers]) {
      disposable.dispose();
    }
    this.changed.dispose();
  }

  private async readFolder(folder: vscode.WorkspaceFolder, language: LessonLanguage): Promise<FoundLesson[]> {
    const root = vscode.Uri.joinPath(folder.uri, OWN_LESSONS);
    const files = await readFolder(
      {
        list: (name) => this.list(name === '' ? root : vscode.Uri.joinPath(root, name)),
        read: (path) => readBounded(root, path),
        // As VS Code shows the file: by its byte order mark, and by the setting "files.encoding".
        decode: (path, bytes) => vscode.workspace.decode(bytes, { uri: vscode.Uri.joinPath(root, path) }),
      },
      language,
    );
    return files.map((file) => ({
      ...file,
      file: vscode.Uri.joinPath(root, file.path),
      origin: { kind: 'workspace', folder: folder.name },
    }));
  }

  private async list(folder: vscode.Uri): Promise<string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.log.warn(l10n.t('{0} could not be read: {1}', folder.toString(true), describeError(error)));
      }
      return [];
    }
  }

  private watch(): void {
    for (const watcher of this.watchers.splice(0)) {
      watcher.dispose();
    }
    const change = (): void => this.changeSoon();
    for (const folder of this.folders()) {
      for (const pattern of WATCHED) {
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern));
        this.watchers.push(
          watcher,
          watcher.onDidChange(change),
          watcher.onDidCreate(change),
          watcher.onDidDelete(change),
        );
      }
    }
  }

  private touched(files: readonly vscode.Uri[]): void {
    if (files.some((file) => isOwnLesson(file) || holdsOwnLessons(file))) {
      this.changeSoon();
    }
  }

  private changeSoon(): void {
    clearTimeout(this.calm);
    this.calm = setTimeout(() => this.changed.fire(), CALM);
  }
}

/** Whether a file is one of somebody's own lessons, or lies beside them. */
function isOwnLesson(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && uri.path.startsWith(`${vscode.Uri.joinPath(folder.uri, OWN_LESSONS).path}/`);
}

/** Whether it is the folder of somebody's own lessons, or the one around it. */
function holdsOwnLessons(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return (
    folder !== undefined &&
    WATCHED.some((name) => vscode.Uri.joinPath(folder.uri, name).toString() === uri.toString())
  );
}

/**
 * Reads a file below a folder.
 *
 * @throws when there is no such file, it is too large, no plain file, or reached by a symbolic link, which may lead anywhere
 */
async function readBounded(root: vscode.Uri, path: string): Promise<Uint8Array> {
  let uri = root;
  let stat: vscode.FileStat | undefined;
  for (const name of path.split('/')) {
    uri = vscode.Uri.joinPath(uri, name);
    stat = await vscode.workspace.fs.stat(uri);
    if ((stat.type & vscode.FileType.SymbolicLink) !== 0) {
      throw new Error(l10n.t('it is a symbolic link'));
    }
  }
  if (stat === undefined || (stat.type & vscode.FileType.File) === 0) {
    throw new Error(l10n.t('it is not a plain file'));
  }
  if (stat.size > LARGEST_FILE) {
    throw new Error(l10n.t('it is larger than {0} MB', LARGEST_FILE / 2 ** 20));
  }
  return vscode.workspace.fs.readFile(uri);
}
