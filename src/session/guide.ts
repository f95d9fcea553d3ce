import * as l10n from '@vscode/l10n';
import type { Bookmark } from '../lessons/bookmark';
import type { BrokenLesson, IntactLesson, LessonLibrary } from '../lessons/lessonLibrary';
import type { LessonCard } from '../shared/domain/lesson';
import type { ProgressBook } from './progressBook';
import type { Session } from './session';

/** How the choice of a lesson came out. */
export type Choice =
  | { readonly kind: 'chosen' }
  /** The lesson is there, but cannot be read. */
  | { readonly kind: 'broken'; readonly lesson: BrokenLesson; readonly message: string }
  | { readonly kind: 'missing'; readonly message: string };

/**
 * Finds the lesson that a person means and gives it to the session. When a window opens, a command may ask for a lesson
 * while a view asks for the remembered one; one wish after the other is met, so that neither undoes half of the other.
 */
export class Guide {
  /** Settles when all wishes so far are met. */
  private wishes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: Session,
    private readonly library: LessonLibrary,
    private readonly bookmark: Bookmark,
    private readonly progress: ProgressBook,
  ) {}

  /**
   * Goes to a certain lesson.
   *
   * @param visit a step or section of it; without it, to where the person was
   */
  goTo(lessonId: string, visit?: string): Promise<Choice> {
    return this.inTurn(async () => {
      const entry = await this.find(lessonId);
      return entry
        ? this.choose(entry, visit)
        : { kind: 'missing', message: l10n.t('There is no lesson "{0}".', lessonId) };
    });
  }

  /**
   * Stays at the lesson of the session; else goes to the one that the person was at in this workspace, else to the one
   * that they were at last anywhere, else to the first.
   */
  continue(): Promise<Choice> {
    return this.inTurn(() => this.chooseRemembered());
  }

  /** The lessons may be in another language now: the session gets the new text of its lesson. */
  async refreshText(): Promise<void> {
    const { lesson } = this.session;
    const entry = lesson && (await this.find(lesson.id));
    if (entry) {
      this.session.replaceText(entry.lesson, await this.course());
    }
  }

  private inTurn(wish: () => Promise<Choice>): Promise<Choice> {
    const met = this.wishes.then(wish);
    this.wishes = met.catch(() => undefined);
    return met;
  }

  private async chooseRemembered(): Promise<Choice> {
    if (this.session.lesson) {
      return { kind: 'chosen' };
    }
    for (const lessonId of [this.bookmark.lessonId, this.progress.lastLesson]) {
      const remembered = lessonId === undefined ? undefined : await this.find(lessonId);
      if (remembered) {
        return this.choose(remembered);
      }
    }
    const entries = await this.library.lessons();
    const [broken] = entries.filter((entry) => entry.kind === 'broken');
    const [first] = entries.filter((entry) => entry.kind === 'intact');
    if (first) {
      return this.choose(first);
    }
    return broken
      ? { kind: 'broken', lesson: broken, message: describeBroken(broken) }
      : { kind: 'missing', message: l10n.t('There is no lesson.') };
  }

  private async find(lessonId: string): Promise<IntactLesson | undefined> {
    const entries = await this.library.lessons();
    return entries.find(
      (entry): entry is IntactLesson => entry.kind === 'intact' && entry.lesson.id === lessonId,
    );
  }

  private async choose(entry: IntactLesson, visit?: string): Promise<Choice> {
    await this.session.choose(entry.lesson, { visit, course: await this.course() });
    await this.bookmark.remember(entry.lesson.id);
    return { kind: 'chosen' };
  }

  private async course(): Promise<LessonCard[]> {
    const entries = await this.library.lessons();
    return entries.filter((entry) => entry.kind === 'intact').map(cardOf);
  }
}

function cardOf({ lesson, origin }: IntactLesson): LessonCard {
  const { id, number, title, summary, minutes, level } = lesson;
  const folder = origin.kind === 'workspace' ? { folder: origin.folder } : {};
  return { id, number, title, summary, minutes, level, ...folder };
}

function describeBroken({ name, errors }: BrokenLesson): string {
  const [first] = errors;
  return l10n.t(
    'The lesson "{0}" cannot be read. Line {1}: {2}',
    name,
    (first?.line ?? 0) + 1,
    first?.message ?? '',
  );
}
