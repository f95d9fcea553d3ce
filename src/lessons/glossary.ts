import * as vscode from 'vscode';
import { GLOSSARY_FILE } from './courseFiles';
import type { LessonLanguage } from './lessonLanguage';

/**
 * Registers the command that shows the terms of the course in VS Code's own preview of Markdown.
 *
 * @param root the `lessons` folder, which has a glossary for each language
 * @param language asked each time, so that a change of the setting counts
 */
export function registerGlossary(root: vscode.Uri, language: () => LessonLanguage): vscode.Disposable {
  return vscode.commands.registerCommand('ganLessons.openGlossary', async () => {
    const file = vscode.Uri.joinPath(root, language(), GLOSSARY_FILE);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', file);
    } catch {
      // The preview is an extension of VS Code's that can be switched off; the table can be read as text, too.
      await vscode.commands.executeCommand('vscode.open', file);
    }
  });
}
