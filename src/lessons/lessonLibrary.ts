import type * as vscode from 'vscode';
import type { Lesson } from '../shared/domain/lesson';
import { Emitter, type Disposable, type Event } from '../emitter';
import type { Log } from '../log';
import type { LessonDiagnostic } from './lessonDiagnostics';
import type { LessonLanguage } from './lessonLanguage';
import type { FoundLesson, LessonOrigin, LessonSource } from './lessonSource';
import { refuseDuplicates } from './uniqueLessons';

/** So many faults of a file are in the log; all are underlined in the file itself. */
const MOST_LOGGED = 5;

interface LibraryEntry {
  readonly file: vscode.Uri;
  readonly origin: LessonOrigin;
}

/** A lesson that can be taught. */
export interface IntactLesson extends LibraryEntry {
  readonly kind: 'intact';
  readonly lesson: Lesson;
}

/** A file that an author has to repair first. */
export interface BrokenLesson extends LibraryEntry {
  readonly kind: 'broken';
  /** The file's name, for want of a title. */
  readonly name: string;
  /** What keeps it from being taught, in the order of the text. */
  readonly errors: readonly LessonDiagnostic[];
}

export type LessonEntry = IntactLesson | BrokenLesson;

/** The lessons of all sources, those of the first source first; each source is read when it is first asked for. */
export class LessonLibrary implements Disposable {
  private readonly changed: Emitter<void>;
  private readonly readings = new Map<LessonSource, Promise<readonly FoundLesson[]>>();
  private readonly subscriptions: readonly Disposable[];
  /** What was logged of each file. */
  private readonly logged = new Map<string, string>();

  /** @param language the language to teach in, asked for whenever lessons are read */
  constructor(
    private readonly sources: readonly LessonSource[],
    private readonly language: () => LessonLanguage,
    private readonly log: Log,
  ) {
    this.changed = new Emitter(log);
    this.subscriptions = sources.map((source) =>
      source.onDidChange(() => {
        this.readings.delete(source);
        this.changed.fire();
      }),
    );
  }

  /** The lessons may be different from now on. */
  get onDidChange(): Event<void> {
    return this.changed.event;
  }

  /** All lessons in the order of the sources and of what each of them has. */
  async lessons(): Promise<readonly LessonEntry[]> {
    const found = await Promise.all(this.sources.map((source) => this.lessonsOf(source)));
    return refuseDuplicates(found.flat()).map(entryOf);
  }

  /** Those of them that can be taught. */
  async intact(): Promise<readonly Lesson[]> {
    return (await this.lessons()).flatMap((entry) => (entry.kind === 'intact' ? [entry.lesson] : []));
  }

  /** Forgets what was read, because the language is another. */
  refresh(): void {
    this.readings.clear();
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, ...this.sources]) {
      disposable.dispose();
    }
    this.changed.dispose();
  }

  private lessonsOf(source: LessonSource): Promise<readonly FoundLesson[]> {
    const reading = this.readings.get(source) ?? this.read(source);
    this.readings.set(source, reading);
    return reading;
  }

  private async read(source: LessonSource): Promise<readonly FoundLesson[]> {
    const found = await source.read(this.language());
    for (const lesson of found) {
      this.logFaults(lesson);
    }
    return found;
  }

  /** The first faults of a file, once for as long as they stay the same. */
  private logFaults({ file, path, parsed }: FoundLesson): void {
    const lines = parsed.diagnostics
      .slice(0, MOST_LOGGED)
      .map(
        ({ severity, message, line, column }) => `${path}:${line + 1}:${column + 1}: ${severity}: ${message}`,
      );
    const omitted = parsed.diagnostics.length - lines.length;
    const text = [...lines, ...(omitted > 0 ? [`${path}: ${omitted} more`] : [])].join('\n');
    if (text !== '' && this.logged.get(file.toString()) !== text) {
      this.log.warn(text);
    }
    this.logged.set(file.toString(), text);
  }
}

function entryOf({ file, origin, path, parsed }: FoundLesson): LessonEntry {
  return parsed.lesson
    ? { kind: 'intact', file, origin, lesson: parsed.lesson }
    : {
        kind: 'broken',
        file,
        origin,
        name: path.slice(path.lastIndexOf('/') + 1),
        errors: parsed.diagnostics.filter(({ severity }) => severity === 'error'),
      };
}
