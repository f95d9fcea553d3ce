import * as vscode from 'vscode';
import { equal } from './assert';
import { eventually } from './eventually';

function labels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

describe('The glossary', () => {
  it('opens as a page to read, with a command', async () => {
    await vscode.commands.executeCommand('ganLessons.openGlossary');
    const tab = await eventually('the glossary', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.includes('glossary.md')),
    );
    equal(tab.input instanceof vscode.TabInputWebview, true, `It is not a preview: ${labels().join(', ')}.`);
    await vscode.window.tabGroups.close(tab);
  });
});
