import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session';
import { describeRun } from './describeRun';
import type { LessonPanels } from './lessonPanels';

/** What the menu cannot do with the session alone. */
interface Actions {
  readonly showLesson: () => Promise<void>;
  readonly trainsInBackground: () => boolean;
  readonly setTrainInBackground: (on: boolean) => Promise<void>;
}

interface Choice extends vscode.QuickPickItem {
  readonly act: () => unknown;
}

/** What a person can do with a run wherever they are: stop it, see it, let it go on while it is hidden. */
export function registerRunMenu(
  session: Pick<Session, 'command' | 'run'>,
  panels: Pick<LessonPanels, 'isVisible'>,
  { showLesson, trainsInBackground, setTrainInBackground }: Actions,
): vscode.Disposable {
  const stop = (): void => session.command('pause');
  const toggleBackground = (): Promise<void> => setTrainInBackground(!trainsInBackground());
  /** A run that stands still, in a panel that is hidden, can only be shown. */
  const show = async (): Promise<void> => {
    const { summary } = session.run;
    if (!summary?.playing && !panels.isVisible) {
      await showLesson();
      return;
    }
    const choices: Choice[] = [
      ...(summary?.playing ? [{ label: `$(debug-pause) ${l10n.t('Stop')}`, act: stop }] : []),
      { label: `$(eye) ${l10n.t('Show the lesson')}`, act: showLesson },
      {
        label: trainsInBackground()
          ? `$(check) ${l10n.t('Train in the background')}`
          : l10n.t('Train in the background'),
        description: l10n.t('Whether training continues while the lesson is hidden'),
        act: toggleBackground,
      },
    ];
    const title = summary && describeRun(summary);
    const chosen = await vscode.window.showQuickPick(choices, { ...(title !== undefined && { title }) });
    await chosen?.act();
  };
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('ganLessons.showRunMenu', show),
    registerCommand('ganLessons.stopTraining', stop),
    registerCommand('ganLessons.toggleTrainInBackground', toggleBackground),
  );
}
