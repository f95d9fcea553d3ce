import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import { TypedChannel, RerunToHostSchema, type HostToRerun, type RerunToHost } from '../shared/wire/messages';
import type { Machine, RerunJob, RerunOutcome } from '../shared/wire/rerun';
import { unreachable } from '../shared/result';
import type { WebviewResources } from './webviewResources';

/** The type under which VS Code knows the panel. */
const RERUN_PANEL = 'ganLessons.rerun';

/** What came of running runs again. */
export interface RerunResult {
  /** In the order in which they came; where `isCancelled`, not of all jobs. */
  readonly outcomes: readonly RerunOutcome[];
  /** Whether the person cancelled or closed the panel. */
  readonly isCancelled: boolean;
}

/** Runs runs again, in a panel of its own that shows how far they are. */
export class RerunPanel {
  constructor(
    private readonly resources: WebviewResources,
    private readonly strings: HostToRerun['strings'],
    private readonly log: Log,
  ) {}

  /**
   * Runs all jobs, as many at a time as there are processors, and closes the panel when they are done.
   *
   * @param title what the runs are for
   */
  async run(title: string, jobs: readonly RerunJob[]): Promise<RerunResult> {
    const outcomes: RerunOutcome[] = [];
    if (jobs.length === 0) {
      return { outcomes, isCancelled: false };
    }
    const all = await this.open(title, { type: 'run', title, jobs: [...jobs] }, (message) => {
      if (message.type === 'outcome') {
        outcomes.push(message.outcome);
      }
      return outcomes.length === jobs.length ? outcomes : undefined;
    });
    return { outcomes, isCancelled: all === undefined };
  }

  /**
   * Finds out what the machine can do, while it trains a run.
   *
   * @returns `undefined` when the person cancelled or closed the panel
   */
  probe(title: string, job: RerunJob): Promise<Machine | undefined> {
    return this.open(title, { type: 'probe', title, job }, (message) =>
      message.type === 'probed' ? message.machine : undefined,
    );
  }

  /**
   * Opens the panel, and closes it when it is done. The panel keeps its page when another editor covers it, because a run
   * that was interrupted would have to begin again.
   *
   * @param task what the page is sent
   * @param take what has come of it, as soon as a message completes that
   */
  private open<T>(
    title: string,
    task: HostToRerun,
    take: (message: RerunToHost) => T | undefined,
  ): Promise<T | undefined> {
    const panel = vscode.window.createWebviewPanel(
      RERUN_PANEL,
      title,
      { viewColumn: vscode.ViewColumn.Active },
      { ...this.resources.options(), retainContextWhenHidden: true },
    );
    panel.iconPath = this.resources.icon();
    return new Promise((resolve) => {
      const channel = new TypedChannel<typeof RerunToHostSchema, HostToRerun>(
        RerunToHostSchema,
        (message) => void panel.webview.postMessage(message),
        (message) => handle(message),
        ({ message }) => this.log.warn(l10n.t('A message of the page for runs was ignored: {0}', message)),
      );
      const handle = (message: RerunToHost): void => {
        switch (message.type) {
          case 'ready':
            channel.send({ ...task, ...(this.strings && { strings: this.strings }) });
            return;
          case 'outcome':
          case 'probed': {
            const result = take(message);
            if (result !== undefined) {
              resolve(result);
              panel.dispose();
            }
            return;
          }
          case 'cancel':
            panel.dispose();
            return;
          default:
            unreachable(message);
        }
      };
      panel.webview.onDidReceiveMessage((message: unknown) => channel.receive(message));
      // A promise keeps its first value: after the last message this changes nothing.
      panel.onDidDispose(() => resolve(undefined));
      this.resources.show(panel.webview, 'rerun', {
        title,
        placeholder: l10n.t('Preparing the studio…'),
      });
    });
  }
}
