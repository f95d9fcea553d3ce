import * as vscode from 'vscode';
import { OWN_LESSONS } from '../lessons/folderFiles';
import { TextPositions } from '../lessons/lessonDiagnostics';

/** The documents in which somebody writes a lesson: the Markdown files of `.gan/lessons`. */
export const LESSON_DOCUMENTS: vscode.DocumentSelector = {
  language: 'markdown',
  pattern: `**/${OWN_LESSONS}/**/*.md`,
};

export function isLessonDocument(document: vscode.TextDocument): boolean {
  return vscode.languages.match(LESSON_DOCUMENTS, document) > 0;
}

/** A document's text with `\n` as its line ends, as the parser sees it, and the ways between its offsets and positions. */
export class LessonDocumentText {
  readonly text: string;
  private readonly positions: TextPositions;

  constructor(document: vscode.TextDocument) {
    this.text = document.getText().replaceAll('\r\n', '\n');
    this.positions = new TextPositions(this.text);
  }

  offsetAt({ line, character }: vscode.Position): number {
    return Math.min(this.positions.lineStart(line) + character, this.text.length);
  }

  range(start: number, end: number): vscode.Range {
    return new vscode.Range(this.positionAt(start), this.positionAt(end));
  }

  private positionAt(offset: number): vscode.Position {
    const { line, column } = this.positions.at(offset);
    return new vscode.Position(line, column);
  }
}
