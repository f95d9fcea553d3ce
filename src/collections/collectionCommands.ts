import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import type { Session } from '../session/session';
import type { ReportedProblem } from '../session/sessionEvents';
import { pointCollection, pointsOf, tooFew } from '../shared/domain/collection';
import { failure, success, type Result } from '../shared/result';
import { describeInFull, summarize, type CollectionReport, type ReadCollection } from './collectionReport';
import { MOST_TABLE_BYTES } from './limits';
import type { PanelDecoder } from './panelDecoder';
import { readPictureFolder } from './pictureFolder';
import { ReadingCancelled, type Reading } from './pace';
import { collectPoints, isProblem } from './pointsTable';
import { openTable } from './table/open';
import { askAboutTable } from './tableDialog';
import { filesBelow, nameOf, readBounded } from './workspaceFiles';
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
    );
  }

  /**
   * Trains on the pictures of a folder.
   *
   * @param folder a `Uri`; without it the person is asked
   * @returns what became of the files; `undefined` when the person gave up
   */
  async useOwnPictures(folder?: unknown): Promise<CollectionReport | undefined> {
    const chosen = folder instanceof vscode.Uri ? folder : await askForFolder();
    if (!chosen || !(await this.showLesson())) {
      return undefined;
    }
    const read = await withProgress(
      l10n.t('Reading the pictures of "{0}"', nameOf(chosen)),
      async (reading) =>
        readPictureFolder(
          nameOf(chosen),
          await filesBelow(chosen, reading),
          (files) => this.decoder.decode([...files]),
          reading,
        ),
    );
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
    const { report, collection } = read.value;
    if (collection) {
      this.session.trainOn(collection);
    }
    this.log.info(describeInFull(report));
    void tellReport(report);
    return report;
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

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Folder of PNG, JPEG or WebP pictures'),
      openLabel: l10n.t('Use These Pictures'),
      ...(defaultUri && { defaultUri }),
    })) ?? [];
  return folder;
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

async function tellReport(report: CollectionReport): Promise<void> {
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const details = l10n.t('Show Details');
  const show = report.problem || report.refused.length > 0 ? showWarningMessage : showInformationMessage;
  if ((await show(summarize(report), details)) === details) {
    const content = describeInFull(report);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ content, language: 'markdown' }),
    );
  }
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
