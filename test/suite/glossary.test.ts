import * as vscode from 'vscode';
import { eventually } from './eventually';

describe('The glossary', () => {
  it('opens as a page to read, with a command', async () => {
    await vscode.commands.executeCommand('ganLessons.openGlossary');
    const tab = await eventually('a preview of the glossary', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label, input }) => label.includes('glossary.md') && input instanceof vscode.TabInputWebview),
    );
    await vscode.window.tabGroups.close(tab);
  });
});
