import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import type { LessonEntry, LessonLibrary } from '../lessons/lessonLibrary';
import { picturePaths } from '../lessons/translation/places';
import { isLessonDocument, LessonDocumentText } from './lessonDocuments';
import { isSameLesson, lessonsFolderOf, placeOfLesson } from './lessonFolder';
import type { LessonProblem } from './lessonProblems';
import { originalLesson } from './originalLesson';

/** Milliseconds without a key after which a text is looked at. */
const CALM = 300;

/**
 * Underlines what is wrong with the lessons that are open, as they are written, and lists what keeps the others of the
 * workspace from being taught.
 */
export class LessonDiagnosticsView implements Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ganLessons');
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: readonly Disposable[];
  /** Files that are not open and have problems. */
  private listed: vscode.Uri[] = [];

  constructor(private readonly library: LessonLibrary) {
    const { workspace } = vscode;
    this.subscriptions = [
      this.collection,
      workspace.onDidOpenTextDocument((document) => this.lookSoon(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.lookSoon(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      // Another lesson may have taken an id, or given one up.
      library.onDidChange(() => {
        workspace.textDocuments.forEach((document) => this.lookSoon(document));
        void this.lookAtClosed();
      }),
    ];
    workspace.textDocuments.forEach((document) => this.lookSoon(document));
  }

  dispose(): void {
    for (const handle of this.waiting.values()) {
      clearTimeout(handle);
    }
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private lookSoon(document: vscode.TextDocument): void {
    if (!isLessonDocument(document)) {
      return;
    }
    const name = document.uri.toString();
    clearTimeout(this.waiting.get(name));
    this.waiting.set(
      name,
      setTimeout(() => {
        this.waiting.delete(name);
        void this.look(document);
      }, CALM),
    );
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const { problemsIn } = await import('./lessonProblems');
    const entries = await this.library.lessons();
    this.listClosed(entries);
    const others = entries.flatMap((entry) =>
      entry.kind === 'intact' && !isSameLesson(entry.file, uri) ? [entry.lesson] : [],
    );
    const original = await originalLesson(uri);
    const { problems, images } = problemsIn(new LessonDocumentText(document).text, others, original);
    const missing = await Promise.all(images.map((image) => missingImage(uri, image)));
    if (!document.isClosed && document.version === version) {
      this.collection.set(uri, [...problems, ...missing.flat()].map(diagnosticOf));
    }
  }

  /** What keeps lessons from being taught that are not open; those that are open say it themselves. */
  private listClosed(entries: readonly LessonEntry[]): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const isClosed = (file: vscode.Uri): boolean => !open.has(file.toString());
    this.listed.filter(isClosed).forEach((file) => this.collection.delete(file));
    this.listed = [];
    for (const entry of entries) {
      if (entry.kind === 'broken' && entry.origin.kind === 'workspace' && isClosed(entry.file)) {
        this.listed.push(entry.file);
        this.collection.set(
          entry.file,
          entry.errors.map((error) => diagnosticOf({ ...error, end: error.column + 1 })),
        );
      }
    }
  }

  private async lookAtClosed(): Promise<void> {
    this.listClosed(await this.library.lessons());
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.collection.delete(uri);
    void this.lookAtClosed();
  }
}

async function missingImage(
  lesson: vscode.Uri,
  { path, line, column, end }: { path: string; line: number; column: number; end: number },
): Promise<LessonProblem[]> {
  const folder = lessonsFolderOf(lesson);
  for (const place of picturePaths(placeOfLesson(lesson), path)) {
    try {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, place));
      return [];
    } catch {
      // It may be beside the lesson in another language.
    }
  }
  const message = l10n.t('There is no picture "{0}" in the folder of the lesson.', path);
  return [{ severity: 'warning', message, line, column, end }];
}

function diagnosticOf({ severity, message, line, column, end }: LessonProblem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, column, line, end),
    message,
    severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'GAN Lessons';
  return diagnostic;
}
