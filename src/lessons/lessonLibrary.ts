import * as vscode from 'vscode';
import type { Lesson } from '../shared/lesson';
import { Emitter, type Disposable } from '../emitter';
import type { Log } from '../log';
import type { LessonDiagnostic } from './lessonDiagnostics';
import { readLessons, type LessonFile } from './lessonFiles';
import type { LessonLanguage } from './lessonLanguage';

/** A lesson that can be taught. */
export interface IntactLesson {
  readonly kind: 'intact';
  readonly file: vscode.Uri;
  readonly lesson: Lesson;
}

/** A file that an author has to repair first. */
export interface BrokenLesson {
  readonly kind: 'broken';
  readonly file: vscode.Uri;
  /** The file's name, for want of a title. */
  readonly name: string;
  /** What keeps it from being taught, in the order of the text. */
  readonly errors: readonly LessonDiagnostic[];
}

export type LessonEntry = IntactLesson | BrokenLesson;

/** The lessons that come with the extension, read when they are first asked for. */
export class LessonLibrary implements Disposable {
  private readonly changed: Emitter<void>;
  private reading: Promise<readonly LessonEntry[]> | undefined;

  /**
   * @param root the `lessons` folder
   * @param language the language to teach in, asked for whenever the lessons are read
   */
  constructor(
    private readonly root: vscode.Uri,
    private readonly language: () => LessonLanguage,
    private readonly log: Log,
  ) {
    this.changed = new Emitter(log);
  }

  /** The lessons may be different from now on. */
  get onDidChange() {
    return this.changed.event;
  }

  /** All lessons in the order of the course; empty, with the reason in the log, when there is no list of them. */
  lessons(): Promise<readonly LessonEntry[]> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** Those of them that can be taught. */
  async intact(): Promise<readonly Lesson[]> {
    return (await this.lessons()).flatMap((entry) => (entry.kind === 'intact' ? [entry.lesson] : []));
  }

  /** Forgets what was read, because the language is another. */
  refresh(): void {
    this.reading = undefined;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async read(): Promise<readonly LessonEntry[]> {
    const files = await readLessons(
      (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.root, path)),
      this.language(),
    );
    if (!files.ok) {
      this.log.error(`${files.problem.message} ${files.problem.next}`);
      return [];
    }
    return files.value.map((file) => this.entry(file));
  }

  private entry({ path, parsed }: LessonFile): LessonEntry {
    const file = vscode.Uri.joinPath(this.root, path);
    for (const { severity, message, line, column } of parsed.diagnostics) {
      this.log.warn(`${path}:${line + 1}:${column + 1}: ${severity}: ${message}`);
    }
    if (parsed.lesson) {
      return { kind: 'intact', file, lesson: parsed.lesson };
    }
    return {
      kind: 'broken',
      file,
      name: path.slice(path.lastIndexOf('/') + 1),
      errors: parsed.diagnostics.filter(({ severity }) => severity === 'error'),
    };
  }
}
