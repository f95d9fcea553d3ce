import * as vscode from 'vscode';
import { GLOSSARY_FILE } from './courseFiles';
import { showMarkdown } from '../views/markdownPreview';
import type { LessonLanguage } from './lessonLanguage';

/**
 * Registers the command that shows the terms of the course in VS Code's own preview of Markdown.
 *
 * @param root the `lessons` folder, which has a glossary for each language
 * @param language asked each time, so that a change of the setting counts
 */
export function registerGlossary(root: vscode.Uri, language: () => LessonLanguage): vscode.Disposable {
  return vscode.commands.registerCommand('ganLessons.openGlossary', async () => {
    await showMarkdown(vscode.Uri.joinPath(root, language(), GLOSSARY_FILE));
  });
}
