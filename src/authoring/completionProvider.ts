import * as vscode from 'vscode';
import type { LessonLibrary } from '../lessons/lessonLibrary';
import { LessonDocumentText } from './lessonDocuments';
import type { Suggestion } from './suggestions';

/** What makes VS Code ask, beside letters: everything after which a name, a key or a value may begin. */
export const TRIGGERS = [' ', ':', '{', '[', ',', '#', '-'];

const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  directive: vscode.CompletionItemKind.Module,
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  reference: vscode.CompletionItemKind.Reference,
};

/** Offers what may stand in front matter, in directives and in links. */
export class LessonCompletion implements vscode.CompletionItemProvider {
  constructor(private readonly library: LessonLibrary) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    // The schemas, and with them KaTeX, are evaluated when somebody writes a lesson.
    const { suggestionsAt } = await import('./suggestions');
    const lessons = await this.library.intact();
    if (token.isCancellationRequested) {
      return [];
    }
    const content = new LessonDocumentText(document);
    const { start, end, offered } = suggestionsAt(content.text, content.offsetAt(position), lessons);
    const range = content.range(start, end);
    return offered.map((suggestion, index) => itemOf(suggestion, range, index));
  }
}

function itemOf(
  { label, kind, insert, explanation, again }: Suggestion,
  range: vscode.Range,
  index: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, KINDS[kind]);
  item.insertText = new vscode.SnippetString(insert);
  item.range = range;
  // In the order of the schema, in which things are explained.
  item.sortText = String(index).padStart(3, '0');
  if (explanation !== undefined) {
    item.documentation = explanation;
  }
  if (again) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
