import * as vscode from 'vscode';
import { randomName } from '../../src/session/workspaceFolder';
import { equal, ok } from './assert';
import { eventually } from './eventually';
import { extensionApi } from './extensionApi';

/** Milliseconds that VS Code, or a run, may take to show something on a busy machine. */
const LIMIT = 60_000;

/** Settles when something is so, looked at whenever a document or the session changes. */
async function until(what: string, holds: () => boolean): Promise<void> {
  const { session } = await extensionApi();
  const subscriptions: { dispose(): unknown }[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Waited in vain for ${what}.`)), LIMIT);
      const check = () => {
        if (holds()) {
          clearTimeout(timer);
          resolve();
        }
      };
      subscriptions.push(
        vscode.workspace.onDidChangeTextDocument(check),
        vscode.window.onDidChangeVisibleTextEditors(check),
        session.onDidChange(check),
      );
      check();
    });
  } finally {
    subscriptions.forEach((subscription) => subscription.dispose());
  }
}

function shownProgram(ending: string): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(
    ({ document: { uri } }) => uri.scheme === 'gan-code' && uri.path.endsWith(ending),
  );
}

describe('The program of the run', () => {
  after(async () => {
    const { session } = await extensionApi();
    session.run.reset();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside the lesson, in the language of its library', async () => {
    await vscode.commands.executeCommand('ganLessons.followInCode', 'pytorch');
    await eventually('the program', () => shownProgram('.py')?.document.languageId === 'python' || undefined);
    ok(shownProgram('.py')?.document.getText().includes('import torch'), 'It is no PyTorch.');
    await vscode.commands.executeCommand('ganLessons.followInCode', 'tensorflow');
    await eventually(
      'the other program',
      () => shownProgram('.ts')?.document.languageId === 'typescript' || undefined,
    );
    await eventually(
      'both programs in one place beside the lesson',
      () => vscode.window.tabGroups.all.length === 2 || undefined,
    );
  });

  it('follows the hyperparameters of the run', async () => {
    const { session } = await extensionApi();
    await vscode.commands.executeCommand('ganLessons.followInCode', 'pytorch');
    await until('a run', () => session.run.summary !== undefined);
    session.run.edit('batchSize', 48);
    await until(
      'the new batch size',
      () => shownProgram('.py')?.document.getText().includes('(48,)') === true,
    );
  });

  it('is saved where it is told', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder, 'No folder is open.');
    const target = vscode.Uri.joinPath(folder, `${randomName()}.py`);
    await vscode.commands.executeCommand('ganLessons.followInCode', 'pytorch');
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>('ganLessons.saveCode', target);
    equal(saved?.toString(), target.toString());
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await eventually(
      'an editor with what was saved',
      () => shownProgram('.py')?.document.getText() === text || undefined,
    );
    await vscode.workspace.fs.delete(target);
  });

  it('says so when it cannot be saved, and writes nothing', async () => {
    const nowhere = vscode.Uri.parse('no-such-files:/program.py');
    equal(await vscode.commands.executeCommand('ganLessons.saveCode', nowhere), undefined);
  });
});
