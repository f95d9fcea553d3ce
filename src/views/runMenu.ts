import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session';
import { describeRun } from './describeRun';
import type { LessonPanels } from './lessonPanels';

/** What the menu cannot do with the session alone. */
export interface RunMenuActions {
  readonly showLesson: () => Promise<void>;
  readonly trainsInBackground: () => boolean;
  readonly setTrainInBackground: (on: boolean) => Promise<void>;
}

interface Choice extends vscode.QuickPickItem {
  readonly act: () => unknown;
}

/** What a person can do with a run wherever they are: stop it, see it, let it go on while it is hidden. */
export class RunMenu {
  constructor(
    private readonly session: Pick<Session, 'command' | 'run'>,
    private readonly panels: Pick<LessonPanels, 'isVisible'>,
    private readonly actions: RunMenuActions,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.showRunMenu', () => this.show()),
      registerCommand('ganLessons.stopTraining', () => this.stop()),
      registerCommand('ganLessons.toggleTrainInBackground', () => this.toggleBackground()),
    );
  }

  /** A run that stands still, in a panel that is hidden, can only be shown. */
  private async show(): Promise<void> {
    const { summary } = this.session.run;
    if (!summary?.playing && !this.panels.isVisible) {
      await this.actions.showLesson();
      return;
    }
    const choices: Choice[] = [
      ...(summary?.playing ? [{ label: `$(debug-pause) ${l10n.t('Stop')}`, act: () => this.stop() }] : []),
      { label: `$(eye) ${l10n.t('Show the lesson')}`, act: () => this.actions.showLesson() },
      {
        label: this.actions.trainsInBackground()
          ? `$(check) ${l10n.t('Train in the background')}`
          : l10n.t('Train in the background'),
        description: l10n.t('Whether the run goes on while the lesson is hidden'),
        act: () => this.toggleBackground(),
      },
    ];
    const title = summary && describeRun(summary);
    const chosen = await vscode.window.showQuickPick(choices, { ...(title !== undefined && { title }) });
    await chosen?.act();
  }

  private stop(): void {
    this.session.command('pause');
  }

  private async toggleBackground(): Promise<void> {
    await this.actions.setTrainInBackground(!this.actions.trainsInBackground());
  }
}
