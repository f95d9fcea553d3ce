import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { Session } from '../session/session';
import type { Phase } from '../shared/domain/phases';
import { flavourOf, type CodeDocuments } from './codeDocuments';
import { textOf, type CodeLine } from './program';
import { runInCode } from './runInCode';

/** What the follower needs of the session. */
type FollowedSession = Pick<Session, 'run' | 'onDidChange' | 'page'>;

/**
 * Keeps the program and the stage in step: the lines of the phase that was done last are marked, and a line that the
 * person chooses shows its phase on the stage. The person's choice never moves the mark, and the mark never chooses.
 */
export class CodeFollower implements Disposable {
  private readonly litLine = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.stackFrameHighlightBackground'),
    borderColor: new vscode.ThemeColor('focusBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    overviewRulerColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
  private readonly note = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('editorCodeLens.foreground') },
  });
  private readonly subscriptions: Disposable[];
  /** What each editor was scrolled to last. */
  private readonly revealed = new WeakMap<vscode.TextEditor, Phase | undefined>();
  /** What the person chose last. */
  private chosen: Phase | undefined;

  constructor(
    private readonly documents: CodeDocuments,
    private readonly session: FollowedSession,
  ) {
    this.subscriptions = [
      session.onDidChange((change) => change === 'run' && this.show()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.show()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => flavourOf(document.uri) && this.show()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.choose(event)),
    ];
    this.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.litLine.dispose();
    this.note.dispose();
  }

  private show(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const lines = this.linesIn(editor.document);
      if (lines !== undefined) {
        this.showIn(editor, lines);
      }
    }
  }

  private showIn(editor: vscode.TextEditor, lines: readonly CodeLine[]): void {
    const { phase, litLines, notes } = runInCode(lines, this.session.run.summary);
    const ranges = litLines.map((line) => editor.document.lineAt(line).range);
    editor.setDecorations(this.litLine, ranges);
    editor.setDecorations(
      this.note,
      notes.map(({ line, text }) => {
        const { end } = editor.document.lineAt(line).range;
        return { range: new vscode.Range(end, end), renderOptions: { after: { contentText: text } } };
      }),
    );
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first !== undefined && last !== undefined && this.revealed.get(editor) !== phase) {
      editor.revealRange(first.union(last), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    this.revealed.set(editor, phase);
  }

  /** The program in a document, once VS Code has put its present text there. */
  private linesIn(document: vscode.TextDocument): CodeLine[] | undefined {
    const flavour = flavourOf(document.uri);
    const lines = flavour && this.documents.lines(flavour);
    return lines && document.getText() === textOf(lines) ? lines : undefined;
  }

  private choose({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const byPerson =
      kind === vscode.TextEditorSelectionChangeKind.Mouse ||
      kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    const [selection] = selections;
    const phase = selection && this.linesIn(textEditor.document)?.[selection.active.line]?.phase;
    // A walk through the lines of one phase chooses it once; a click chooses it again.
    const isNews = phase !== this.chosen || kind === vscode.TextEditorSelectionChangeKind.Mouse;
    if (byPerson && isNews) {
      this.chosen = phase;
      if (phase !== undefined) {
        this.session.page.post({ type: 'showPhase', phase: phase });
      }
    }
  }
}
