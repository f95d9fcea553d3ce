import type { Disposable } from '../emitter';
import type { Schedule } from '../session/checkpointStore';
import type { Lesson } from '../shared/domain/lesson';

/** VS Code does nothing, and says nothing of it, while the view has not got its items; then it is asked again. */
export const RETRY_MS = 1000;
/** A machine that is so busy that the view is not there by then has a person wait for other things. */
export const MOST_TRIES = 20;

/** What is asked to show the steps of a lesson. */
interface LessonsView {
  /** To reveal something in a hidden view would bring the view to the front. */
  isVisible(): boolean;
  reveal(lesson: Lesson): void;
}

/** Unfolds the lesson that was opened, and asks again until its steps are shown. */
export class Unfolding implements Disposable {
  /** The opened lesson until its steps are shown. */
  private folded: Lesson | undefined;
  private tries = 0;
  private retry: Disposable | undefined;

  constructor(
    private readonly view: LessonsView,
    private readonly schedule: Schedule,
  ) {}

  /** @param lesson the one that was opened just now; `undefined` when none is open any more */
  begin(lesson: Lesson | undefined): void {
    this.folded = lesson;
    this.tries = 0;
    this.goOn();
  }

  /** Asks once more, as when the view has become visible. */
  goOn(): void {
    if (this.folded === undefined || !this.view.isVisible() || this.tries === MOST_TRIES) {
      return;
    }
    this.tries++;
    this.retry?.dispose();
    this.retry = this.schedule(() => this.goOn(), RETRY_MS);
    this.view.reveal(this.folded);
  }

  /** The steps of a lesson are shown, or a person has folded it. */
  settle(lessonId: string): void {
    if (this.folded?.id === lessonId) {
      this.folded = undefined;
      this.retry?.dispose();
    }
  }

  dispose(): void {
    this.retry?.dispose();
  }
}
