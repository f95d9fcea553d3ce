import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import type { Session } from '../session/session';
import type { ReportedProblem } from '../session/sessionEvents';
import { pointCollection, pointsOf, tooFew, type OwnCollection } from '../shared/domain/collection';
import { failure, success, type Result } from '../shared/result';
import {
  describeCollection,
  describeInFull,
  summarize,
  type CollectionReport,
  type ReadCollection,
} from './collectionReport';
import { arrayFiles, readPictureArrays } from './arrays/pictureArrays';
import { MOST_TABLE_BYTES } from './limits';
import type { PanelDecoder } from './panelDecoder';
import { hasPictures, readPictureFolder } from './pictureFolder';
import { ReadingCancelled, type Reading } from './pace';
import { collectPoints, isProblem } from './pointsTable';
import { openTable } from './table/open';
import { askAboutTable } from './tableDialog';
import { filesBelow, filesBeside, nameOf, readBounded } from './workspaceFiles';
import { whenShown } from './whenShown';

/** The commands that bring a learner's own collection into the lesson. */
export class CollectionCommands {
  /** @param openLesson shows the lesson that the person was at, in its panel */
  constructor(
    private readonly session: Session,
    private readonly decoder: PanelDecoder,
    private readonly openLesson: () => Promise<void>,
    private readonly log: Log,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    const drawn = this.session.events.panelAnswered.event((answer) => {
      if (answer.type === 'pointsDrawn') {
        this.useDrawing(answer.points);
      }
    });
    return vscode.Disposable.from(
      drawn,
      registerCommand('ganLessons.useOwnPictures', (folder: unknown) => this.useOwnPictures(folder)),
      registerCommand('ganLessons.useOwnPoints', (file: unknown) => this.useOwnPoints(file)),
      registerCommand('ganLessons.drawPoints', () => this.drawPoints()),
      registerCommand('ganLessons.describeCollection', () => this.describe()),
    );
  }

  /**
   * Trains on the pictures of a folder, or of a file that holds many.
   *
   * @param target a `Uri`; without it the person is asked
   * @returns what became of the files; `undefined` when the person gave up
   */
  async useOwnPictures(target?: unknown): Promise<CollectionReport | undefined> {
    const chosen = target instanceof vscode.Uri ? target : await askForPictures();
    if (!chosen || !(await this.showLesson())) {
      return undefined;
    }
    const name = nameOf(chosen);
    const read = await withProgress(l10n.t('Reading the pictures of "{0}"', name), async (reading) => {
      const { type } = await vscode.workspace.fs.stat(chosen);
      if ((type & vscode.FileType.Directory) === 0) {
        const beside = await filesBeside(chosen);
        return readPictureArrays(
          name,
          beside.filter((file) => file.name === name),
          beside,
          reading,
        );
      }
      const files = await filesBelow(chosen, reading);
      const arrays = hasPictures(files) ? [] : arrayFiles(files);
      return arrays.length > 0
        ? readPictureArrays(name, arrays, files, reading)
        : readPictureFolder(name, files, (chunk) => this.decoder.decode([...chunk]), reading);
    });
    return read && this.finish(read);
  }

  /**
   * Trains on the points of a table.
   *
   * @param file a `Uri`; without it the person is asked
   * @returns what became of its lines; `undefined` when the person gave up
   */
  async useOwnPoints(file?: unknown): Promise<CollectionReport | undefined> {
    const chosen = file instanceof vscode.Uri ? file : await askForTable();
    const read = chosen && (await readTable(chosen));
    return read && (await this.showLesson()) ? this.finish(read) : undefined;
  }

  /** Lets the person draw points in the lesson panel, going on from what was drawn before. */
  async drawPoints(): Promise<void> {
    if (await this.showLesson()) {
      const before = this.session.collections.latest('drawnPoints');
      this.session.page.post({ type: 'drawPoints', points: before ? pointsOf(before) : new Float32Array() });
    }
  }

  private useDrawing(points: Float32Array): void {
    const problem = tooFew('drawnPoints', points.length / 2);
    if (problem) {
      tellProblem(problem);
    } else {
      this.session.trainOn(pointCollection('drawnPoints', l10n.t('Drawn points'), points));
    }
  }

  private async showLesson(): Promise<boolean> {
    await this.openLesson();
    const shown = await whenShown(this.session.page);
    if (!shown) {
      tellProblem({
        message: l10n.t('The lesson panel did not open.'),
        next: l10n.t('Start the lesson and try it again.'),
      });
    }
    return shown;
  }

  /** Trains on what was read and tells the person what became of it. */
  private finish(read: Result<ReadCollection>): CollectionReport | undefined {
    if (!read.ok) {
      tellProblem(read.problem);
      return undefined;
    }
    const { report, collection, pictureSize } = read.value;
    if (collection) {
      this.session.trainOn(collection, pictureSize);
    }
    this.log.info(describeInFull(report));
    void this.tellReport(report, collection);
    return report;
  }

  private async tellReport(report: CollectionReport, collection: OwnCollection | undefined): Promise<void> {
    const { showInformationMessage, showWarningMessage } = vscode.window;
    const details = l10n.t('Show Details');
    const order = l10n.t('Order by Class');
    const actions = collection?.labels ? [order, details] : [details];
    const show = report.problem || report.refused.length > 0 ? showWarningMessage : showInformationMessage;
    const chosen = await show(summarize(report), ...actions);
    if (chosen === details) {
      await showMarkdown(describeInFull(report));
    } else if (chosen === order) {
      this.session.run.change({ conditional: 'yes' });
    }
  }

  /** Shows how the collection of the run was read, and what its classes are. */
  private async describe(): Promise<void> {
    const collection = this.session.collections.ofRun;
    if (collection === undefined) {
      tellProblem({
        message: l10n.t('This run trains on none of your own collections.'),
        next: l10n.t('Bring one with the command "GAN: Use My Own Pictures…" or "GAN: Use My Own Points…".'),
      });
      return;
    }
    await showMarkdown(describeCollection(collection));
  }
}

/** Reads a table, as far as the person accepts what was understood of it. */
async function readTable(file: vscode.Uri): Promise<Result<ReadCollection> | undefined> {
  const name = nameOf(file);
  const title = l10n.t('Reading the points of "{0}"', name);
  const source = await withProgress(title, async (reading) => {
    const bytes = await readBounded(file, MOST_TABLE_BYTES);
    return bytes.ok ? success(await openTable(name, bytes.value, reading)) : bytes;
  });
  if (!source?.ok) {
    return source;
  }
  if (isProblem(source.value)) {
    return { ok: false, problem: source.value };
  }
  const table = await askAboutTable(name, source.value, async (work) => {
    const read = await withProgress(title, async (reading) => success(await work(reading)));
    if (read?.ok === false) {
      tellProblem(read.problem);
    }
    return read?.ok ? read.value : undefined;
  });
  if (table === undefined) {
    return undefined;
  }
  return isProblem(table)
    ? success({ report: { data: 'ownPoints', name, used: 0, refused: [], problem: table } })
    : success(collectPoints(name, table.layout, table.choice, table.chosen));
}

/** @returns `undefined` when the person cancelled it */
function withProgress<T>(
  title: string,
  work: (reading: Reading) => Promise<Result<T> | undefined>,
): Thenable<Result<T> | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    try {
      return await work({
        progress: (done, total) =>
          progress.report({ message: l10n.t('{0} of {1}', done, total), increment: 100 / total }),
        get isCancelled() {
          return token.isCancellationRequested;
        },
      });
    } catch (error) {
      if (error instanceof ReadingCancelled) {
        return undefined;
      }
      // A file system may refuse a folder for any reason of its own.
      const detail = error instanceof Error ? error.message : String(error);
      return failure(l10n.t('It could not be read: {0}', detail), l10n.t('Choose another one.'));
    }
  });
}

/** One dialog cannot offer both files and folders everywhere. */
async function askForPictures(): Promise<vscode.Uri | undefined> {
  const folder = {
    label: `$(folder) ${l10n.t('A folder')}`,
    description: l10n.t('PNG, JPEG or WebP; folders within it become classes'),
    isFolder: true,
  };
  const file = {
    label: `$(file-binary) ${l10n.t('A file of many pictures')}`,
    description: l10n.t('idx of MNIST, .npy, .npz'),
    isFolder: false,
  };
  const title = l10n.t('Use My Own Pictures');
  const kind = await vscode.window.showQuickPick([folder, file], { title });
  if (kind === undefined) {
    return undefined;
  }
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: !kind.isFolder,
      canSelectFolders: kind.isFolder,
      title,
      openLabel: l10n.t('Use These Pictures'),
      ...(defaultUri && { defaultUri }),
    })) ?? [];
  return chosen;
}

async function askForTable(): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Table with two columns of numbers'),
      openLabel: l10n.t('Use These Points'),
      filters: { [l10n.t('Table')]: ['csv', 'tsv', 'txt', 'npy', 'npz', 'json'] },
      ...(defaultUri && { defaultUri }),
    })) ?? [];
  return file;
}

async function showMarkdown(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  await vscode.window.showTextDocument(document);
}

/** Shows a problem as a notification. */
export function tellProblem({ message, next, action }: ReportedProblem): void {
  const text = `${message} ${next}`;
  if (!action) {
    void vscode.window.showWarningMessage(text);
    return;
  }
  void vscode.window.showWarningMessage(text, action.label).then((chosen) => chosen && action.act());
}
