import * as vscode from 'vscode';
import { readRunFile } from '../../src/runFiles/runFileCommands';
import { pageBody } from '../../src/runFiles/runFileEditor';
import { randomName } from '../../src/session/workspaceFolder';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';

const command = <T>(name: string, argument?: vscode.Uri | string): Thenable<T> =>
  vscode.commands.executeCommand<T>(`ganLessons.${name}`, argument);

/** Settles when the panel shows this round, between two rounds. */
async function atRound(round: number): Promise<void> {
  const { session } = await extensionApi();
  await eventually(`round ${round}`, () => {
    const position = session.run.summary?.position;
    return position?.round === round && position.phasesDone === 0 ? true : undefined;
  });
}

describe('A run as a file', () => {
  let folder: vscode.Uri;
  let file: vscode.Uri;

  before(async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    ok(workspace, 'No folder is open.');
    folder = vscode.Uri.joinPath(workspace.uri, `runs-${randomName()}`);
    file = vscode.Uri.joinPath(folder, 'two-rounds.ganrun');
    await vscode.workspace.fs.createDirectory(folder);
    await command('startLesson');
    const { session } = await extensionApi();
    await eventually('a run', () => session.run.summary);
    await command('restart');
    await atRound(0);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is written with its round, and opened there after another run was begun', async () => {
    for (const round of [1, 2]) {
      await command('nextRound');
      await atRound(round);
    }
    const saved = await command<vscode.Uri | undefined>('saveRun', file);
    equal(saved?.toString(), file.toString());
    await command('restart');
    await atRound(0);
    equal(await command<boolean>('openRun', file), true);
    await atRound(2);
  });

  it('shows in an editor what it holds, and opens from there by its address', async () => {
    await vscode.commands.executeCommand('vscode.open', file);
    const tab = await eventually('the editor of the file', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom ? input : undefined;
    });
    equal(tab.viewType, 'ganLessons.runFile');
    equal(tab.uri.toString(), file.toString());
    const read = await readRunFile(file);
    ok(read.ok, 'The file can be read.');
    const body = pageBody(file, read);
    ok(/<th[^>]*>Round<\/th><td>2<\/td>/.test(body), body);
    ok(
      body.includes(
        `href="command:ganLessons.openRun?${encodeURIComponent(JSON.stringify([file.toString()]))}"`,
      ),
      body,
    );
    await command('restart');
    await atRound(0);
    equal(await command<boolean>('openRun', file.toString()), true);
    await atRound(2);
  });

  it('is refused when it is no run, and the run on the stage stays where it is', async () => {
    const foreign = vscode.Uri.joinPath(folder, 'letter.ganrun');
    await vscode.workspace.fs.writeFile(foreign, new TextEncoder().encode('Dear reader'));
    equal(await command<boolean>('openRun', foreign), false);
    equal(await command<boolean>('openRun', vscode.Uri.joinPath(folder, 'missing.ganrun')), false);
    await atRound(2);
  });
});
