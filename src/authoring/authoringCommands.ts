import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import { OWN_LESSONS } from '../lessons/folderFiles';
import { LANGUAGES, LESSON_LANGUAGES, type LessonLanguage } from '../lessons/lessonLanguage';
import type { BrokenLesson, LessonLibrary } from '../lessons/lessonLibrary';
import { createLesson, type Neighbours } from './createLesson';
import { isLessonDocument } from './lessonDocuments';
import { sectionIds } from './sectionIds';
import { languagesFor, translateLesson } from './translateLesson';

/** What the commands of those who write lessons need of the rest. */
export interface AuthoringServices {
  readonly library: LessonLibrary;
  readonly language: () => LessonLanguage;
  /** Shows a lesson beside the editor, at a step or section of it. */
  readonly preview: (lessonId: string, place: string | undefined) => Promise<void>;
}

/** GAN: New Lesson, GAN: Preview Lesson and GAN: Translate Lesson. */
export class AuthoringCommands {
  constructor(private readonly services: AuthoringServices) {}

  register(): Disposable {
    const { registerCommand } = vscode.commands;
    return vscode.Disposable.from(
      registerCommand('ganLessons.newLesson', () => this.newLesson()),
      registerCommand('ganLessons.previewLesson', (file: unknown) =>
        this.previewLesson(file instanceof vscode.Uri ? file : undefined),
      ),
      registerCommand('ganLessons.translateLesson', (file: unknown) =>
        this.translateLesson(file instanceof vscode.Uri ? file : undefined),
      ),
    );
  }

  private async newLesson(): Promise<void> {
    const folder = await chooseFolder();
    const title = folder && (await askTitle());
    const language = title === undefined ? undefined : await this.askLanguage();
    if (!folder || title === undefined || language === undefined) {
      return;
    }
    const made = await createLesson({ folder, title, language }, await this.neighbours(folder));
    if (!made.ok) {
      await vscode.window.showErrorMessage(`${made.problem.message} ${made.problem.next}`);
      return;
    }
    this.services.library.refresh();
    await vscode.window.showTextDocument(made.value, { viewColumn: vscode.ViewColumn.One, preview: false });
    await this.previewLesson(made.value);
  }

  /** @param file without it, the file in the active editor */
  private async previewLesson(file = vscode.window.activeTextEditor?.document.uri): Promise<void> {
    const entries = await this.services.library.lessons();
    const entry = entries.find((one) => one.file.toString() === file?.toString());
    switch (entry?.kind) {
      case undefined:
        await vscode.window.showErrorMessage(
          l10n.t('This is not a lesson. Lessons are Markdown files in the folder {0}.', OWN_LESSONS),
        );
        return;
      case 'broken':
        await tellProblem(entry);
        return;
      case 'intact':
        await this.services.preview(entry.lesson.id, placeOfCursor(entry.file));
    }
  }

  /** @param file without it, the lesson in the active editor, else one that is asked for */
  private async translateLesson(file = activeLesson()): Promise<void> {
    const source = file ?? (await this.chooseOwnLesson());
    const language = source && (await chooseTarget(await languagesFor(source)));
    if (!source || !language) {
      return;
    }
    const made = await translateLesson(source, language);
    if (!made.ok) {
      await vscode.window.showErrorMessage(`${made.problem.message} ${made.problem.next}`);
      return;
    }
    this.services.library.refresh();
    const { file: translation, begin } = made.value;
    await vscode.window.showTextDocument(source, { viewColumn: vscode.ViewColumn.One, preview: false });
    await vscode.window.showTextDocument(translation, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
      selection: new vscode.Range(begin, begin),
    });
  }

  /** One of the lessons of the workspace; `undefined` when none is chosen, or there is none. */
  private async chooseOwnLesson(): Promise<vscode.Uri | undefined> {
    const entries = await this.services.library.lessons();
    const own = entries.filter(({ origin }) => origin.kind === 'workspace');
    const picks = own.map((entry) => ({
      label: entry.kind === 'intact' ? `${entry.lesson.number}. ${entry.lesson.title}` : entry.name,
      description: vscode.workspace.asRelativePath(entry.file),
      file: entry.file,
    }));
    if (picks.length === 0) {
      await vscode.window.showErrorMessage(
        l10n.t('There are no lessons in {0} of this folder. Make one with GAN: New Lesson.', OWN_LESSONS),
      );
      return undefined;
    }
    const pick = await vscode.window.showQuickPick(picks, { placeHolder: l10n.t('Which lesson?') });
    return pick?.file;
  }

  private async neighbours({ uri }: vscode.WorkspaceFolder): Promise<Neighbours> {
    const entries = await this.services.library.lessons();
    const root = `${vscode.Uri.joinPath(uri, OWN_LESSONS).toString()}/`;
    return {
      ids: entries.flatMap((entry) => (entry.kind === 'intact' ? [entry.lesson.id] : [])),
      lastNumber: Math.max(
        0,
        ...entries.map((entry) =>
          entry.kind === 'intact' && entry.file.toString().startsWith(root) ? entry.lesson.number : 0,
        ),
      ),
    };
  }

  private async askLanguage(): Promise<LessonLanguage | undefined> {
    const own = this.services.language();
    const languages = [own, ...LESSON_LANGUAGES.filter((language) => language !== own)];
    const picks = languages.map((language) => ({ label: LANGUAGES[language].name, language }));
    const pick = await vscode.window.showQuickPick(picks, {
      title: l10n.t('New lesson'),
      placeHolder: l10n.t('In which language is it written?'),
    });
    return pick?.language;
  }
}

/** The file in the active editor, if it is a lesson. */
function activeLesson(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isLessonDocument(document) ? document.uri : undefined;
}

/** The language to translate to: asked for only where there are several. */
async function chooseTarget(languages: readonly LessonLanguage[]): Promise<LessonLanguage | undefined> {
  const picks = languages.map((language) => ({ label: LANGUAGES[language].name, language }));
  const [only, ...others] = picks;
  const pick =
    others.length === 0
      ? only
      : await vscode.window.showQuickPick(picks, { placeHolder: l10n.t('To which language?') });
  return pick?.language;
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return vscode.window.showWorkspaceFolderPick({ placeHolder: l10n.t('In which folder?') });
  }
  const [folder] = folders;
  if (!folder) {
    const open = l10n.t('Open Folder');
    const message = l10n.t('Open a folder first: lessons are saved in it.');
    if ((await vscode.window.showErrorMessage(message, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder');
    }
  }
  return folder;
}

async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: l10n.t('New lesson'),
    prompt: l10n.t('What is its title? You can change it later.'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A lesson has a title.') : undefined),
  });
  return title?.trim();
}

/** The step or section in which the cursor of an open lesson is. */
function placeOfCursor(file: vscode.Uri): string | undefined {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === file.toString(),
  );
  if (!editor) {
    return undefined;
  }
  const end = editor.document.lineAt(editor.selection.active.line).range.end;
  const before = editor.document.getText(new vscode.Range(new vscode.Position(0, 0), end));
  return sectionIds(before.replaceAll('\r\n', '\n')).at(-1)?.id;
}

async function tellProblem({ file, name, errors }: BrokenLesson): Promise<void> {
  const [first] = errors;
  const show = l10n.t('Show Problem');
  const message = l10n.t(
    'The lesson "{0}" cannot be read. Line {1}: {2}',
    name,
    (first?.line ?? 0) + 1,
    first?.message ?? '',
  );
  if ((await vscode.window.showErrorMessage(message, show)) === show) {
    const at = new vscode.Position(first?.line ?? 0, first?.column ?? 0);
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
  }
}
