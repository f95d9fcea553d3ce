import * as vscode from 'vscode';

/**
 * Shows Markdown in VS Code's own preview. That is an extension of VS Code's which can be switched off: then the text is
 * shown as it stands.
 */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}
