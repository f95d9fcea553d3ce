import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Log } from '../log';
import { unreachable } from '../shared/result';
import {
  SweepToHostSchema,
  TypedChannel,
  type HostToSweep,
  type Strings,
  type SweepToHost,
} from '../shared/wire/messages';
import type { PresentSweep, Sweeps } from '../sweeps/sweeps';
import type { WebviewResources } from './webviewResources';

/** The type under which VS Code knows the panel, in `package.json` too. */
export const SWEEP_PANEL = 'ganLessons.sweep';

/** What the panel does not do itself. */
interface SweepActions {
  readonly toStage: (index: number) => void;
  readonly saveTable: () => void;
  readonly stageIsPlaying: () => boolean;
}

/**
 * The panel of the sweep, in whose page it is trained: at most one, which goes on behind other editors, and comes back
 * after the window was reloaded.
 */
export class SweepPanels implements vscode.WebviewPanelSerializer, Disposable {
  private current:
    { readonly panel: vscode.WebviewPanel; readonly send: (message: HostToSweep) => void } | undefined;
  private saidPlaying = false;

  constructor(
    private readonly sweeps: Sweeps,
    private readonly resources: WebviewResources,
    private readonly strings: Strings | undefined,
    private readonly actions: SweepActions,
    private readonly log: Log,
  ) {}

  /** Shows the present sweep, and trains what is left of it unless the person has stopped it. */
  open(sweep: PresentSweep): void {
    if (this.current) {
      this.current.panel.reveal();
      this.current.send(this.message(sweep));
      return;
    }
    this.adopt(
      vscode.window.createWebviewPanel(
        SWEEP_PANEL,
        l10n.t('Sweep'),
        { viewColumn: vscode.ViewColumn.Active },
        { ...this.resources.options(), retainContextWhenHidden: true },
      ),
    );
  }

  /** Called by VS Code with the panel that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    let isClosed = false;
    const watch = panel.onDidDispose(() => (isClosed = true));
    const sweep = await this.sweeps.load();
    watch.dispose();
    if (isClosed) {
      return;
    }
    if (sweep.ok && !this.current) {
      this.adopt(panel);
    } else {
      panel.dispose();
    }
  }

  /** The run on the stage may play now, or no longer. */
  stageChanged(): void {
    const isPlaying = this.actions.stageIsPlaying();
    if (this.current && isPlaying !== this.saidPlaying) {
      this.saidPlaying = isPlaying;
      this.current.send({ type: 'stage', isPlaying });
    }
  }

  dispose(): void {
    this.current?.panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const channel = new TypedChannel<typeof SweepToHostSchema, HostToSweep>(
      SweepToHostSchema,
      (message) => void panel.webview.postMessage(message),
      (message) => this.handle(message),
      ({ message }) => this.log.warn(l10n.t('A message of the page of the sweep was ignored: {0}', message)),
    );
    this.current = { panel, send: (message) => channel.send(message) };
    panel.iconPath = this.resources.icon();
    panel.webview.onDidReceiveMessage((message: unknown) => channel.receive(message));
    panel.onDidDispose(() => {
      if (this.current?.panel === panel) {
        this.current = undefined;
      }
    });
    this.resources.show(panel.webview, 'sweep', {
      title: l10n.t('Sweep'),
      placeholder: l10n.t('Preparing the studio…'),
    });
  }

  private handle(message: SweepToHost): void {
    switch (message.type) {
      case 'ready': {
        const { current } = this.sweeps;
        if (current) {
          this.current?.send(this.message(current));
        }
        return;
      }
      case 'outcome':
        this.sweeps.take(message.sweep, message.outcome, message.run);
        return;
      case 'training':
        this.sweeps.setTraining(message.isOn);
        return;
      case 'toStage':
        this.actions.toStage(message.index);
        return;
      case 'saveTable':
        this.actions.saveTable();
        return;
      default:
        unreachable(message);
    }
  }

  private message({ record, collection }: PresentSweep): HostToSweep {
    this.saidPlaying = this.actions.stageIsPlaying();
    return {
      type: 'show',
      sweep: record.id,
      plan: record.plan,
      outcomes: record.outcomes,
      isTraining: record.isTraining,
      stageIsPlaying: this.saidPlaying,
      ...(this.strings && { strings: this.strings }),
      ...(collection && { collection }),
    };
  }
}
