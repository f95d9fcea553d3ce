import * as v from 'valibot';
import { HyperparameterChangesSchema, HYPERPARAMETER_NAMES } from '../hyperparameters';
import { mostFitting, type Moment, type Passage } from './passage';
import { SectionSchema } from './sections';
import { CountSchema } from '../numbers';

const NamesSchema = v.optional(v.array(v.picklist(HYPERPARAMETER_NAMES)), []);

const LessonStepSchema = v.object({
  id: v.string(),
  title: v.string(),
  html: v.string(),
  /** In the order of the text. */
  sections: v.array(SectionSchema),
  /** Hyperparameters that the form does not show while this step is read. */
  hide: NamesSchema,
  /** Hyperparameters that the form shows but does not let be changed while this step is read. */
  lock: NamesSchema,
});

export type LessonStep = v.InferOutput<typeof LessonStepSchema>;

export const LessonSchema = v.object({
  id: v.string(),
  /** Position in the course, from 1. */
  number: CountSchema,
  title: v.string(),
  summary: v.string(),
  minutes: CountSchema,
  level: v.picklist(['beginner', 'intermediate', 'advanced']),
  /** Ids of the lessons that it builds on. */
  needs: v.optional(v.array(v.string()), []),
  /** BCP 47 tag of the text, such as `en` or `zh-cn`. */
  language: v.string(),
  html: v.string(),
  steps: v.array(LessonStepSchema),
  /** The hyperparameters that the lesson starts with, beside the defaults of its data. */
  run: HyperparameterChangesSchema,
});

export type Lesson = v.InferOutput<typeof LessonSchema>;

/** What of a lesson stands on a card that leads to it. */
export const LessonCardSchema = v.object({
  ...v.pick(LessonSchema, ['id', 'number', 'title', 'summary', 'minutes', 'level']).entries,
  /** The workspace folder that it is from; absent for a lesson of the course. */
  folder: v.optional(v.string()),
});

export type LessonCard = v.InferOutput<typeof LessonCardSchema>;

/** The passages of a step, in the order of the text. */
export function passagesOfStep({ sections }: Pick<LessonStep, 'sections'>): Passage[] {
  return sections.filter((section) => section.kind === 'passage');
}

export function passagesOf(lesson: Lesson): Passage[] {
  return lesson.steps.flatMap(passagesOfStep);
}

/** The passage that belongs to a moment; see {@link mostFitting}. */
export function passageAt(lesson: Lesson, moment: Moment): Passage | undefined {
  return mostFitting(passagesOf(lesson), moment);
}
