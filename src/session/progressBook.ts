import * as l10n from '@vscode/l10n';
import { describeError, Emitter, type Disposable, type Event } from '../emitter';
import type { Log } from '../log';
import type { Lesson } from '../shared/domain/lesson';
import { NO_PROGRESS, withEvent, type LessonProgress, type ProgressEvent } from '../shared/domain/progress';
import { readBook, type Book } from './progressReading';

/**
 * Where progress is kept, as VS Code's `Memento` does it. What was written is read at once, but until the promise settles
 * an echo of an earlier write may take its place, and even be what is kept.
 */
export interface ProgressMemory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The key of the progress in all lessons; it is synced. */
export const PROGRESS_KEY = 'progress';
/** A value that could not be read stays under this key, which is not synced, when a new one takes its place. */
const UNREADABLE_KEY = 'progress.unreadable';
/** An echo that takes the place of a write is rare; this many in a row mean that the memory does not work. */
const MOST_LOSSES = 5;

/** A memory for as long as the program runs. */
export class TransientMemory implements ProgressMemory {
  private readonly values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

/** The progress in a lesson is another: somebody learned, or the whole of it was put in place of the old one. */
export interface ProgressChange {
  readonly lessonId: string;
  readonly cause: 'learned' | 'replaced';
}

/**
 * The progress in all lessons. It is read anew whenever it is asked for, because another window, or another machine by
 * way of settings sync, may have written to it; only while a write is under way, the book knows better than the memory.
 */
export class ProgressBook implements Disposable {
  private readonly changed: Emitter<ProgressChange>;
  /** What was read last, and from which value. */
  private known: { readonly stored: unknown; readonly book: Book } | undefined;
  /** What the memory may not tell yet. */
  private unsaved: Book | undefined;
  private isSaving = false;

  constructor(
    private readonly memory: ProgressMemory,
    private readonly log: Log,
  ) {
    this.changed = new Emitter(log);
  }

  get onDidChange(): Event<ProgressChange> {
    return this.changed.event;
  }

  /** The lesson that somebody was at last, in whatever window. */
  get lastLesson(): string | undefined {
    return this.read().last;
  }

  of(lessonId: string): LessonProgress {
    return this.read().lessons.get(lessonId) ?? NO_PROGRESS;
  }

  /** Writes down what happened in a lesson. */
  record(lesson: Lesson, event: ProgressEvent): void {
    const book = this.read();
    const before = book.lessons.get(lesson.id) ?? NO_PROGRESS;
    const after = withEvent(lesson, before, event);
    if (after !== before) {
      this.write({ last: lesson.id, lessons: new Map(book.lessons).set(lesson.id, after) });
      this.changed.fire({ lessonId: lesson.id, cause: 'learned' });
    }
  }

  /** Notes that somebody is at this lesson. */
  open(lessonId: string): void {
    const book = this.read();
    if (book.last !== lessonId) {
      this.write({ ...book, last: lessonId });
    }
  }

  /** Puts other progress in the place of that in a lesson. */
  replace(lessonId: string, progress: LessonProgress): void {
    const book = this.read();
    this.write({ ...book, lessons: new Map(book.lessons).set(lessonId, progress) });
    this.changed.fire({ lessonId, cause: 'replaced' });
  }

  /** Hands over what waits for an earlier write, as far as the host still lets it. */
  dispose(): void {
    if (this.unsaved) {
      this.memory.update(PROGRESS_KEY, valueOf(this.unsaved)).then(undefined, this.tell);
    }
    this.changed.dispose();
  }

  private read(): Book {
    if (this.unsaved) {
      return this.unsaved;
    }
    const stored = this.memory.get(PROGRESS_KEY);
    if (this.known && this.known.stored === stored) {
      return this.known.book;
    }
    const { book, dropped } = readBook(stored);
    this.known = { stored, book };
    if (dropped > 0) {
      this.log.warn(
        l10n.t(
          'Parts of the progress in the lessons could not be read ({0}) and were skipped. The whole value is still in the global state of the extension, as "{1}".',
          dropped,
          UNREADABLE_KEY,
        ),
      );
      this.memory.update(UNREADABLE_KEY, stored).then(undefined, this.tell);
    }
    return book;
  }

  private write(book: Book): void {
    this.unsaved = book;
    if (!this.isSaving) {
      void this.save();
    }
  }

  /** One write after the other, until everything is kept. What could not be kept is tried again with the next write. */
  private async save(): Promise<void> {
    this.isSaving = true;
    try {
      let losses = 0;
      for (let book = this.unsaved; book; book = this.unsaved) {
        const isKept = await this.keep(valueOf(book));
        losses = isKept ? 0 : losses + 1;
        if (losses === MOST_LOSSES) {
          throw new Error(l10n.t('VS Code kept an earlier state instead.'));
        }
        if (isKept && this.unsaved === book) {
          this.unsaved = undefined;
        }
      }
    } catch (error) {
      this.tell(error);
    } finally {
      this.isSaving = false;
    }
  }

  /** @returns whether the memory has it now, or what another window has written since */
  private async keep(value: unknown): Promise<boolean> {
    const stored = (): string => JSON.stringify(this.memory.get(PROGRESS_KEY));
    const [before, wanted] = [stored(), JSON.stringify(value)];
    await this.memory.update(PROGRESS_KEY, value);
    const after = stored();
    return after === wanted || after !== before;
  }

  private readonly tell = (error: unknown): void =>
    this.log.warn(l10n.t('The progress in the lessons could not be kept: {0}', describeError(error)));
}

function valueOf({ last, lessons }: Book): unknown {
  return { version: 1, ...(last !== undefined && { last }), lessons: Object.fromEntries(lessons) };
}
