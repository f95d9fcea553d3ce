import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { describeRun, explainRun } from './describeRun';

/** The item in the status bar: round and quality of the run, for as long as there is one. */
export class RunStatus implements Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly subscription: Disposable;

  constructor(private readonly session: Session) {
    this.item = vscode.window.createStatusBarItem('ganLessons.run', vscode.StatusBarAlignment.Right);
    this.item.name = l10n.t('GAN Lessons');
    this.item.command = 'ganLessons.showRunMenu';
    this.subscription = session.onDidChange((change) => change === 'run' && this.update());
    this.update();
  }

  dispose(): void {
    this.subscription.dispose();
    this.item.dispose();
  }

  private update(): void {
    const { lesson, run } = this.session;
    const { summary } = run;
    if (!summary || !lesson) {
      this.item.hide();
      return;
    }
    const words = describeRun(summary);
    const { keepingProblem } = run;
    const icon = summary.playing ? 'play' : 'debug-pause';
    this.item.text = `$(${icon}) ${words}${keepingProblem ? ' $(warning)' : ''}`;
    const warning = keepingProblem ? `\n${keepingProblem.message} ${keepingProblem.next}` : '';
    this.item.tooltip = `${lesson.title}\n${explainRun(summary)}${warning}`;
    const state = summary.playing ? l10n.t('playing') : l10n.t('paused');
    this.item.accessibilityInformation = { label: `${lesson.title}: ${words}, ${state}`, role: 'button' };
    this.item.show();
  }
}
