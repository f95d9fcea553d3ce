import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { whenShown } from '../collections/whenShown';
import type { Schedule } from '../session/checkpointStore';
import { askPanel } from '../session/panelRequest';
import type { Session } from '../session/session';
import type { ExportContent, ExportKind } from '../shared/wire/messages';
import { shownRound } from '../shared/domain/phases';
import { failure, unreachable, type Problem, type Result } from '../shared/result';
import { encodeFilm } from './gif';
import { metricsTable } from './metricsTable';
import { saveFile, type NewFile } from './saveFile';

/** The slowest machine draws the stage in a few seconds. */
const LONGEST_DRAWING_MS = 30_000;

/** What the commands need of the session. */
type ExportedSession = Pick<Session, 'page' | 'run'>;

/** The commands that let a person take along what they see: pictures, a film, a table. */
export class ExportCommands {
  private requests = 0;

  /** @param openLesson shows the lesson that the person was at, in its panel */
  constructor(
    private readonly session: ExportedSession,
    private readonly schedule: Schedule,
    private readonly openLesson: () => Promise<void>,
  ) {}

  register(): vscode.Disposable {
    const command = (name: string, kind: ExportKind): vscode.Disposable =>
      vscode.commands.registerCommand(name, (target: unknown) =>
        this.export(kind, target instanceof vscode.Uri ? target : undefined),
      );
    return vscode.Disposable.from(
      command('ganLessons.exportStage', 'stage'),
      command('ganLessons.exportContactSheet', 'contactSheet'),
      command('ganLessons.exportPostcard', 'postcard'),
      command('ganLessons.exportFilm', 'animation'),
      command('ganLessons.exportMetrics', 'metrics'),
    );
  }

  /**
   * Takes something along.
   *
   * @param target where to; without it the person is asked
   * @returns where it is; `undefined` when the person gave up or was told why there is nothing
   */
  private async export(kind: ExportKind, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    if (!this.session.page.isConnected) {
      await this.openLesson();
    }
    if (!(await whenShown(this.session.page))) {
      tell(panelIsGone().problem);
      return undefined;
    }
    const file = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: titleOf(kind), cancellable: true },
      (progress, token) => this.make(kind, progress, token),
    );
    if (!file.ok) {
      tell(file.problem);
      return undefined;
    }
    return file.value && saveFile(file.value, target);
  }

  private async make(
    kind: ExportKind,
    progress: vscode.Progress<{ increment: number }>,
    token: vscode.CancellationToken,
  ): Promise<Result<NewFile | undefined>> {
    const answer = await this.askPanel(kind);
    if (!answer.ok) {
      return answer;
    }
    if (token.isCancellationRequested) {
      return { ok: true, value: undefined };
    }
    return this.fileOf(kind, answer.value, progress, token);
  }

  private askPanel(kind: ExportKind): Promise<Result<ExportContent>> {
    this.requests += 1;
    const request = this.requests;
    return askPanel(this.session.page, this.schedule, {
      message: { type: 'export', request, kind },
      read: (answer) =>
        answer.type === 'exported' && answer.request === request ? answer.content : undefined,
      limit: LONGEST_DRAWING_MS,
      gone: panelIsGone,
    });
  }

  private async fileOf(
    kind: ExportKind,
    content: ExportContent,
    progress: vscode.Progress<{ increment: number }>,
    token: vscode.CancellationToken,
  ): Promise<Result<NewFile | undefined>> {
    const file = (ending: string, words: string, bytes: Uint8Array): Result<NewFile> => ({
      ok: true,
      value: {
        name: `${this.baseName(kind)}.${ending}`,
        kind: words,
        endings: [ending],
        bytes,
        isForVsCode: true,
      },
    });
    switch (content.kind) {
      case 'refused':
        return failure(content.message, content.next);
      case 'png':
        return file('png', l10n.t('PNG picture'), content.bytes);
      case 'series':
        return file('csv', l10n.t('CSV table'), new TextEncoder().encode(metricsTable(content.series)));
      case 'animation': {
        let told = 0;
        const bytes = await encodeFilm(content, {
          progressed: (share) => {
            progress.report({ increment: 100 * (share - told) });
            told = share;
          },
          get isCancelled() {
            return token.isCancellationRequested;
          },
          pause: () => new Promise((resolve) => void this.schedule(resolve, 0)),
        });
        return bytes ? file('gif', l10n.t('Animated GIF'), bytes) : { ok: true, value: undefined };
      }
      default:
        return unreachable(content);
    }
  }

  /** The name of a file that tells what it shows: "portraits-round-57-film". */
  private baseName(kind: ExportKind): string {
    const { summary, current } = this.session.run;
    const round = summary ? shownRound(summary.position) : 0;
    return `${current.data}-round-${round}-${nameOf(kind)}`;
  }
}

function tell({ message, next }: Problem): void {
  void vscode.window.showErrorMessage(`${message} ${next}`);
}

function nameOf(kind: ExportKind): string {
  return kind === 'contactSheet' ? 'contact-sheet' : kind;
}

function titleOf(kind: ExportKind): string {
  switch (kind) {
    case 'stage':
      return l10n.t('Drawing the stage');
    case 'contactSheet':
      return l10n.t('Drawing the contact sheet');
    case 'postcard':
      return l10n.t('Drawing the postcard');
    case 'animation':
      return l10n.t('Making the film');
    case 'metrics':
      return l10n.t('Writing down what was measured');
    default:
      return unreachable(kind);
  }
}

function panelIsGone(): { readonly ok: false; readonly problem: Problem } {
  return {
    ok: false,
    problem: {
      message: l10n.t('Nothing was exported, because the lesson panel was closed or covered.'),
      next: l10n.t('Open the lesson and try again.'),
    },
  };
}
