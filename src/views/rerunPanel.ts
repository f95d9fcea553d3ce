import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import { TypedChannel, RerunToHostSchema, type HostToRerun, type RerunToHost } from '../shared/wire/messages';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
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
   * Runs all jobs, as many at a time as there are processors, and closes the panel when they are done. The panel keeps its page when another
   * editor covers it, because a run that was interrupted would have to begin again.
   *
   * @param title what the runs are for
   */
  run(title: string, jobs: readonly RerunJob[]): Promise<RerunResult> {
    if (jobs.length === 0) {
      return Promise.resolve({ outcomes: [], isCancelled: false });
    }
    const panel = vscode.window.createWebviewPanel(
      RERUN_PANEL,
      title,
      { viewColumn: vscode.ViewColumn.Active },
      { ...this.resources.options(), retainContextWhenHidden: true },
    );
    panel.iconPath = this.resources.icon();
    return new Promise((resolve) => {
      const outcomes: RerunOutcome[] = [];
      const channel = new TypedChannel<typeof RerunToHostSchema, HostToRerun>(
        RerunToHostSchema,
        (message) => void panel.webview.postMessage(message),
        (message) => handle(message),
        ({ message }) => this.log.warn(l10n.t('A message of the page for runs was ignored: {0}', message)),
      );
      const handle = (message: RerunToHost): void => {
        switch (message.type) {
          case 'ready':
            channel.send({
              type: 'run',
              title,
              jobs: [...jobs],
              ...(this.strings && { strings: this.strings }),
            });
            return;
          case 'outcome':
            outcomes.push(message.outcome);
            if (outcomes.length === jobs.length) {
              resolve({ outcomes, isCancelled: false });
              panel.dispose();
            }
            return;
          case 'cancel':
            panel.dispose();
            return;
          default:
            unreachable(message);
        }
      };
      panel.webview.onDidReceiveMessage((message: unknown) => channel.receive(message));
      // A promise keeps its first value: after the last outcome this changes nothing.
      panel.onDidDispose(() => resolve({ outcomes, isCancelled: true }));
      this.resources.show(panel.webview, 'rerun', {
        title,
        placeholder: l10n.t('Preparing the studio…'),
      });
    });
  }
}
