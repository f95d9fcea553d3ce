import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import { describeRun, explainRun } from './describeRun';

/** Shows round and quality of the run in the status bar, for as long as there is one. */
export function showRunStatus(session: Session): Disposable {
  const item = vscode.window.createStatusBarItem('ganLessons.run', vscode.StatusBarAlignment.Right);
  item.name = l10n.t('GAN Lessons');
  item.command = 'ganLessons.showRunMenu';
  const subscription = session.onDidChange((change) => change === 'run' && update(item, session));
  update(item, session);
  return {
    dispose() {
      subscription.dispose();
      item.dispose();
    },
  };
}

function update(item: vscode.StatusBarItem, { lesson, run }: Session): void {
  const { summary } = run;
  const keepingProblem = run.keeping.problem;
  if (!summary || !lesson) {
    item.hide();
    return;
  }
  const words = describeRun(summary);
  const icon = summary.playing ? 'play' : 'debug-pause';
  item.text = `$(${icon}) ${words}${keepingProblem ? ' $(warning)' : ''}`;
  const warning = keepingProblem ? `\n${keepingProblem.message} ${keepingProblem.next}` : '';
  item.tooltip = `${lesson.title}\n${explainRun(summary)}${warning}`;
  const state = summary.playing ? l10n.t('playing') : l10n.t('paused');
  item.accessibilityInformation = { label: `${lesson.title}: ${words}, ${state}`, role: 'button' };
  item.show();
}
