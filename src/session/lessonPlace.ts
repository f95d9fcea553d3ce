import type { Lesson, LessonStep } from '../shared/lesson';

/** The lesson that is taught, and where in it the person reads. */
export class LessonPlace {
  private currentLesson: Lesson | undefined;
  private currentStep: LessonStep | undefined;

  get lesson(): Lesson | undefined {
    return this.currentLesson;
  }

  /** The step of the passage that the person reads; absent until they have come to one. */
  get step(): LessonStep | undefined {
    return this.currentStep;
  }

  /** Another lesson, at its beginning. */
  choose(lesson: Lesson): void {
    this.currentLesson = lesson;
    this.currentStep = undefined;
  }

  /** The same lesson in other words; the person stays where they are. */
  replaceText(lesson: Lesson): void {
    this.currentLesson = lesson;
    this.currentStep = lesson.steps.find(({ id }) => id === this.currentStep?.id);
  }

  /**
   * The person reads this passage.
   *
   * @returns whether that is in another step
   */
  goTo(passageId: string): boolean {
    const step = this.currentLesson?.steps.find(({ sections }) =>
      sections.some(({ id }) => id === passageId),
    );
    if (!step || step === this.currentStep) {
      return false;
    }
    this.currentStep = step;
    return true;
  }
}
