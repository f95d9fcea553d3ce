import type { HyperparameterName } from '../shared/domain/hyperparameters';
import type { Lesson, LessonCard, LessonStep } from '../shared/domain/lesson';

/** Where somebody who opens a lesson begins, and which lessons there are beside it. */
export interface Opening {
  /** A step or section to begin at; absent: where they were. */
  readonly visit?: string | undefined;
  /** All lessons that can be gone to, in their order. */
  readonly course?: readonly LessonCard[];
}

/** The lesson that is taught, and where in it the person reads. */
export class LessonPlace {
  private currentLesson: Lesson | undefined;
  private currentStep: LessonStep | undefined;
  private lessons: readonly LessonCard[] = [];
  private pendingVisit: string | undefined;

  get lesson(): Lesson | undefined {
    return this.currentLesson;
  }

  /** All lessons that can be gone to, in their order. */
  get course(): readonly LessonCard[] {
    return this.lessons;
  }

  /** The step that the person reads; the first one until they have come to another. */
  get step(): LessonStep | undefined {
    return this.currentStep ?? this.currentLesson?.steps[0];
  }

  /** Another lesson; the person begins where they are told to, else where they were, else at its beginning. */
  choose(lesson: Lesson, { visit, course = [] }: Opening, lastStep: string | undefined): void {
    this.currentLesson = lesson;
    this.lessons = course;
    this.currentStep = this.stepWith(lastStep);
    this.pendingVisit = undefined;
    this.visit(visit);
  }

  /** The same lesson in other words; the person stays where they are. */
  replaceText(lesson: Lesson, course: readonly LessonCard[]): void {
    this.currentLesson = lesson;
    this.lessons = course;
    this.currentStep = lesson.steps.find(({ id }) => id === this.currentStep?.id);
  }

  /**
   * The person wants to go to this step or section.
   *
   * @returns whether there is one of this name
   */
  visit(id: string | undefined): boolean {
    const step = this.stepWith(id);
    if (step) {
      this.currentStep = step;
      this.pendingVisit = id;
    }
    return step !== undefined;
  }

  /**
   * Where a panel that begins now is to begin; `undefined` for the beginning of the text. What was asked for is gone to
   * once, also the first step, which has the introduction above it; then it is the step.
   */
  consumePendingVisit(): string | undefined {
    const { pendingVisit, currentStep, currentLesson } = this;
    this.pendingVisit = undefined;
    return pendingVisit ?? (currentStep === currentLesson?.steps[0] ? undefined : currentStep?.id);
  }

  /**
   * The person reads in this step.
   *
   * @returns whether that is another one
   */
  goTo(stepId: string): boolean {
    const step = this.currentLesson?.steps.find(({ id }) => id === stepId);
    const before = this.step;
    this.currentStep = step ?? this.currentStep;
    return this.step !== before;
  }

  /** Hyperparameters that the lesson does not speak of in the step that is read. */
  get hidden(): readonly HyperparameterName[] {
    return this.step?.hide ?? [];
  }

  /** Hyperparameters that the lesson holds fixed in the step that is read. */
  get locked(): readonly HyperparameterName[] {
    return this.step?.lock ?? [];
  }

  private stepWith(id: string | undefined): LessonStep | undefined {
    return this.currentLesson?.steps.find(
      (step) => step.id === id || step.sections.some((section) => section.id === id),
    );
  }
}
