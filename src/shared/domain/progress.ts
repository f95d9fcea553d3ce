import * as v from 'valibot';
import { byId, valueOf } from './byId';
import {
  GivenAnswerSchema,
  isAnswerTo,
  isRight,
  lastingAnswer,
  tasksOf,
  type Lesson,
  type LessonStep,
  type Task,
} from './lesson';
import { MEASURES } from './measures';
import { PositionSchema } from './phases';
import { unreachable } from '../result';
import { between, ClaimedRoundSchema, FiniteSchema } from './numbers';

/** The farthest moment that a `Date` can be, in milliseconds from 1970 (ECMA-262, time values). */
const LATEST = 8.64e15;

/** Milliseconds since 1970, in UTC. */
const TimeSchema = between(-LATEST, LATEST);

/** More than anybody writes into a small field. */
export const LONGEST_REASON = 2000;
/** Of a question that is answered again and again, the first answers and the last one are kept. */
const MOST_ANSWERS = 20;

/** How sure somebody is of what they foretell. */
export const CONFIDENCES = ['guess', 'fairlySure', 'certain'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** An answer to a prediction or a question. */
export const AnswerSchema = v.object({
  given: GivenAnswerSchema,
  /** In the learner's own words; only of a prediction. */
  reason: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_REASON))),
  confidence: v.optional(v.picklist(CONFIDENCES)),
  time: TimeSchema,
  /** A run had shown what happens before this was predicted. */
  afterOutcome: v.optional(v.literal(true)),
  /** The section had been answered before the progress was reset. */
  afterReset: v.optional(v.literal(true)),
});

export type Answer = v.InferOutput<typeof AnswerSchema>;

/**
 * Hyperparameters by name, as they were then: a later version may know other names, and must still be able to read what
 * was reached.
 */
const ThenHyperparametersSchema = v.record(v.string(), v.union([v.string(), FiniteSchema]));

/** Everything that is needed to have the run of a moment again, and what was measured in it. */
export const RunFactsSchema = v.object({
  /** Complete rounds at that moment. */
  round: ClaimedRoundSchema,
  /** In force at round 0; the seed is one of them. */
  hyperparameters: ThenHyperparametersSchema,
  /** What was changed while the run went on, in the order of the moments. */
  changes: v.array(v.object({ position: PositionSchema, changes: ThenHyperparametersSchema })),
  /** On which its bits are reproducible. */
  backend: v.picklist(['webgl', 'cpu']),
  /** Digest of the learner's own collection, if it was trained on one. */
  collection: v.optional(v.string()),
  /** What decided, as far as it was a number. */
  measured: v.array(v.object({ measure: v.picklist(MEASURES), value: FiniteSchema })),
  time: TimeSchema,
});

export type RunFacts = v.InferOutput<typeof RunFactsSchema>;

/** What somebody has done in one lesson. Ids are those of its steps and sections, which all languages share. */
export const LessonProgressSchema = v.object({
  /** The step that was read last. */
  step: v.optional(v.string()),
  /** Steps that were read to their end. */
  read: v.array(v.string()),
  /** To each question and prediction, in the order in which they were given; a prediction has one. */
  answers: byId(v.array(AnswerSchema)),
  /** Predictions whose outcome a run has shown, with that run. */
  revealed: byId(RunFactsSchema),
  /** Goals that were reached, with the run that reached them first. */
  goals: byId(RunFactsSchema),
  /** Predictions whose outcome a run has shown before they were given. Absent where there is none. */
  seen: v.optional(v.array(v.string())),
  /** Questions and predictions that were answered before the progress was reset. Absent where there is none. */
  reset: v.optional(v.array(v.string())),
});

export type LessonProgress = v.InferOutput<typeof LessonProgressSchema>;

export const NO_PROGRESS: LessonProgress = { read: [], answers: {}, revealed: {}, goals: {} };

/** Something that the learner did, or that their run has shown. */
export const ProgressEventSchema = v.variant('kind', [
  /** The learner is at this step. */
  v.object({ kind: v.literal('step'), step: v.string() }),
  /** The learner has read this step to its end. */
  v.object({ kind: v.literal('read'), step: v.string() }),
  v.object({ kind: v.literal('answer'), section: v.string(), answer: AnswerSchema }),
  v.object({ kind: v.literal('revealed'), section: v.string(), run: RunFactsSchema }),
  /** A run has shown what happens, and the learner has not predicted it. */
  v.object({ kind: v.literal('seen'), section: v.string() }),
  v.object({ kind: v.literal('goal'), section: v.string(), run: RunFactsSchema }),
]);

export type ProgressEvent = v.InferOutput<typeof ProgressEventSchema>;

/**
 * The progress after an event; the same object when it changes nothing. What is not of the lesson is ignored, a
 * prediction keeps its first answer, and what was reached stays reached.
 */
export function withEvent(lesson: Lesson, progress: LessonProgress, event: ProgressEvent): LessonProgress {
  switch (event.kind) {
    case 'step':
      return withStep(lesson, progress, event.step);
    case 'read':
      return withRead(lesson, progress, event.step);
    case 'answer': {
      const task = taskOf(lesson, event.section);
      const before = answersTo(progress, event.section);
      if (
        task === undefined ||
        task.kind === 'goal' ||
        !isAnswerTo(task.answer, event.answer.given) ||
        (task.kind === 'prediction' && before.length > 0)
      ) {
        return progress;
      }
      const answer: Answer = {
        ...event.answer,
        given: lastingAnswer(task.answer, event.answer.given),
        ...(isSeen(progress, event.section) && { afterOutcome: true }),
        ...(progress.reset?.includes(event.section) === true && { afterReset: true }),
      };
      const answers = [...before.slice(0, MOST_ANSWERS - 1), answer];
      return { ...progress, answers: { ...progress.answers, [event.section]: answers } };
    }
    case 'revealed':
      return taskOf(lesson, event.section)?.kind === 'prediction' &&
        !Object.hasOwn(progress.revealed, event.section)
        ? { ...progress, revealed: { ...progress.revealed, [event.section]: event.run } }
        : progress;
    case 'seen':
      return taskOf(lesson, event.section)?.kind === 'prediction' &&
        answersTo(progress, event.section).length === 0 &&
        !isSeen(progress, event.section)
        ? { ...progress, seen: [...(progress.seen ?? []), event.section] }
        : progress;
    case 'goal':
      return taskOf(lesson, event.section)?.kind === 'goal' && !Object.hasOwn(progress.goals, event.section)
        ? { ...progress, goals: { ...progress.goals, [event.section]: event.run } }
        : progress;
    default:
      return unreachable(event);
  }
}

/** Whether a run has shown what happens before this prediction was given. */
export function isSeen({ seen }: LessonProgress, prediction: string): boolean {
  return seen?.includes(prediction) === true;
}

/** The progress after a reset: nothing is done, and what was answered and seen before is not taken for new. */
export function resetProgress({ answers, revealed, seen = [], reset = [] }: LessonProgress): LessonProgress {
  const allSeen = [...new Set([...seen, ...Object.keys(revealed)])];
  const allReset = [...new Set([...reset, ...Object.keys(answers)])];
  return {
    ...NO_PROGRESS,
    ...(allSeen.length > 0 && { seen: allSeen }),
    ...(allReset.length > 0 && { reset: allReset }),
  };
}

/** What was answered to a question or prediction, the first answer first. */
export function answersTo({ answers }: LessonProgress, id: string): readonly Answer[] {
  return valueOf(answers, id) ?? [];
}

/** Whether a prediction was given and its outcome seen, a question answered rightly once, or a goal reached. */
export function isTaskDone(task: Task, progress: LessonProgress): boolean {
  switch (task.kind) {
    case 'prediction':
      return answersTo(progress, task.id).length > 0 && Object.hasOwn(progress.revealed, task.id);
    case 'question':
      return answersTo(progress, task.id).some(({ given }) => isRight(task.answer, given));
    case 'goal':
      return Object.hasOwn(progress.goals, task.id);
    default:
      return unreachable(task);
  }
}

/** Whether a step is done: all that it asks for, or, where it asks for nothing, read to its end. */
export function isStepDone(step: LessonStep, progress: LessonProgress): boolean {
  const tasks = tasksOf(step);
  return tasks.length > 0
    ? tasks.every((task) => isTaskDone(task, progress))
    : progress.read.includes(step.id);
}

/** The steps of a lesson that are done. */
export function doneSteps(lesson: Lesson, progress: LessonProgress): LessonStep[] {
  return lesson.steps.filter((step) => isStepDone(step, progress));
}

/** Being at a step says nothing of whether it was read: that is said by going on from its end. */
function withStep(lesson: Lesson, progress: LessonProgress, stepId: string): LessonProgress {
  return progress.step === stepId || lesson.steps.every(({ id }) => id !== stepId)
    ? progress
    : { ...progress, step: stepId };
}

function withRead(lesson: Lesson, progress: LessonProgress, stepId: string): LessonProgress {
  return progress.read.includes(stepId) || lesson.steps.every(({ id }) => id !== stepId)
    ? progress
    : { ...progress, read: [...progress.read, stepId] };
}

function taskOf(lesson: Lesson, id: string): Task | undefined {
  return lesson.steps.flatMap(tasksOf).find((task) => task.id === id);
}
