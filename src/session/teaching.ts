import {
  experimentsOf,
  hyperparametersOf,
  type Experiment,
  type Lesson,
  type LessonCard,
} from '../shared/domain/lesson';
import type { HyperparameterChanges, Hyperparameters } from '../shared/domain/hyperparameters';
import type { HostToPanel } from '../shared/wire/messages';
import type { LessonProgress, ProgressEvent } from '../shared/domain/progress';
import { LessonPlace, type Opening } from './lessonPlace';
import type { ProgressBook } from './progressBook';

/** The lesson that is taught: where in it the person reads, what they have learned, and what it proposes to run. */
export class Teaching {
  readonly place = new LessonPlace();

  constructor(private readonly book: ProgressBook) {}

  get lesson(): Lesson | undefined {
    return this.place.lesson;
  }

  /** What was learned in this lesson. */
  get progress(): LessonProgress | undefined {
    return this.lesson && this.book.of(this.lesson.id);
  }

  /** Another lesson. */
  choose(lesson: Lesson, opening: Opening): void {
    this.book.open(lesson.id);
    this.place.choose(lesson, opening, this.book.of(lesson.id).step);
  }

  /** What a panel that begins must know of the lesson; `undefined` while no lesson was chosen. */
  begin():
    Pick<Extract<HostToPanel, { type: 'snapshot' }>, 'lesson' | 'course' | 'progress' | 'visit'> | undefined {
    const { lesson, progress, place } = this;
    if (!lesson || !progress) {
      return undefined;
    }
    const visit = place.consumePendingVisit();
    return { lesson, course: [...place.course], progress, ...(visit !== undefined && { visit }) };
  }

  /**
   * Writes down what the learner did, or what their run has shown.
   *
   * @returns whether the learner is in another step now
   */
  learn(event: ProgressEvent): boolean {
    if (!this.lesson) {
      return false;
    }
    this.book.record(this.lesson, event);
    return event.kind === 'step' && this.place.goTo(event.step);
  }

  /** An experiment of the lesson. */
  experiment(id: string | undefined): Experiment | undefined {
    return this.lesson && experimentsOf(this.lesson).find((experiment) => experiment.id === id);
  }

  /** What is changed by one of the choices of a `try` section. */
  choiceOf(sectionId: string, choice: number): HyperparameterChanges | undefined {
    const section = this.lesson?.steps.flatMap(({ sections }) => sections).find(({ id }) => id === sectionId);
    return section?.kind === 'try' ? section.choices[choice]?.changes : undefined;
  }

  /** What an experiment, or without one the lesson itself, starts with. */
  recipe(experiment: string | undefined, backend: Hyperparameters['backend']): Hyperparameters {
    return hyperparametersOf(this.lesson, this.experiment(experiment), backend);
  }

  /** The same lesson in other words. */
  replaceText(lesson: Lesson, course: readonly LessonCard[]): void {
    this.place.replaceText(lesson, course);
  }
}
