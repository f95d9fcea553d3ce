import * as vscode from 'vscode';
import { LessonDocumentText } from './lessonDocuments';

/** Tells the meaning of the directive, key or value under the pointer. */
export class LessonHover implements vscode.HoverProvider {
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
