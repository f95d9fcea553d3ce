import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import { AuthoringCommands, type AuthoringServices } from './authoringCommands';
import { LessonCompletion, TRIGGERS } from './completionProvider';
import { LessonDiagnosticsView } from './lessonDiagnosticsView';
import { LESSON_DOCUMENTS, LessonDocumentText } from './lessonDocuments';

/** All that helps those who write lessons of their own. */
export function registerAuthoring(services: AuthoringServices): Disposable {
  const { registerCompletionItemProvider, registerHoverProvider } = vscode.languages;
  return vscode.Disposable.from(
    new AuthoringCommands(services).register(),
    new LessonDiagnosticsView(services.library),
    registerCompletionItemProvider(LESSON_DOCUMENTS, new LessonCompletion(services.library), ...TRIGGERS),
    registerHoverProvider(LESSON_DOCUMENTS, new LessonHover()),
  );
}

/** Tells the meaning of the directive, key or value under the pointer. */
class LessonHover implements vscode.HoverProvider {
  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const { explanationAt } = await import('./explanations');
    const content = new LessonDocumentText(document);
    const explanation = explanationAt(content.text, content.offsetAt(position));
    return (
      explanation &&
      new vscode.Hover(
        new vscode.MarkdownString().appendText(explanation.text),
        content.range(explanation.start, explanation.end),
      )
    );
  }
}
