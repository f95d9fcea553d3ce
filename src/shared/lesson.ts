import * as v from 'valibot';
import { HyperparameterChangesSchema } from './hyperparameters';
import { PhaseSchema, lastPhase, shownRound, type Position } from './phases';
import { RegionSchema } from './regions';

/**
 * When a passage belongs to what is happening. All given conditions must hold; a passage without any is read but
 * never marked by itself.
 */
export const PassageConditionSchema = v.strictObject({
  /** The phase that was done last. */
  phase: v.optional(PhaseSchema),
  /** The shown round is at least this. */
  fromRound: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The shown round is below this. */
  beforeRound: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** A generated sample on the desk was judged more likely real than not. */
  fooled: v.optional(v.boolean()),
});

export type PassageCondition = v.InferOutput<typeof PassageConditionSchema>;

/** An annotated piece of a lesson's text. */
export const PassageSchema = v.object({
  id: v.string(),
  title: v.string(),
  /** HTML made from Markdown by the host; holds no raw HTML of the author. The panel sanitises it again. */
  html: v.string(),
  condition: PassageConditionSchema,
  /** The parts of the stage that the passage speaks of, the most important first. */
  regions: v.array(RegionSchema),
  /** The points of the lecture that it covers, "L1" to "L16"; empty in lessons that do not follow it. */
  lecture: v.array(v.string()),
});

export type Passage = v.InferOutput<typeof PassageSchema>;

export const LessonStepSchema = v.object({
  id: v.string(),
  title: v.string(),
  html: v.string(),
  passages: v.array(PassageSchema),
});

export type LessonStep = v.InferOutput<typeof LessonStepSchema>;

export const LessonSchema = v.object({
  id: v.string(),
  /** Position in the course, from 1. */
  number: v.number(),
  title: v.string(),
  summary: v.string(),
  minutes: v.number(),
  level: v.picklist(['beginner', 'intermediate', 'advanced']),
  /** BCP 47 tag of the text, such as `en` or `zh-cn`. */
  language: v.string(),
  html: v.string(),
  steps: v.array(LessonStepSchema),
  /** The hyperparameters that the lesson starts with, beside the defaults of its data. */
  run: HyperparameterChangesSchema,
});

export type Lesson = v.InferOutput<typeof LessonSchema>;

export function passagesOf(lesson: Lesson): Passage[] {
  return lesson.steps.flatMap((step) => step.passages);
}

/** What of a run decides which passage belongs to it. */
export interface Moment {
  readonly position: Position;
  /** Whether the person steps from phase to phase; while whole rounds fly by only milestones are told. */
  readonly stepping: boolean;
  readonly fooled: boolean;
  /**
   * The run has not the hyperparameters that the lesson was written with. Its milestones, the passages of a later round
   * without a phase, would then be told of a run that they do not fit.
   */
  readonly ownRecipe?: boolean;
}

/** The first round counts as seen by everybody; from then on a passage of a round tells how far a run has come. */
const FIRST_MILESTONE = 2;

function isMilestone({ phase, fromRound = 0 }: PassageCondition): boolean {
  return phase === undefined && fromRound >= FIRST_MILESTONE;
}

/**
 * The passage that belongs to a moment: of all whose conditions hold the most specific, that is the one with most
 * conditions, then the latest `fromRound`, then the first in the text.
 */
export function passageAt(lesson: Lesson, moment: Moment): Passage | undefined {
  const round = shownRound(moment.position);
  const phase = moment.stepping ? lastPhase(moment.position) : undefined;
  let best: Passage | undefined;
  let bestRank: readonly [number, number] = [0, -1];
  for (const passage of passagesOf(lesson)) {
    const { condition } = passage;
    const holds =
      !(moment.ownRecipe === true && isMilestone(condition)) &&
      (condition.phase === undefined || condition.phase === phase) &&
      (condition.fromRound === undefined || round >= condition.fromRound) &&
      (condition.beforeRound === undefined || round < condition.beforeRound) &&
      (condition.fooled === undefined || condition.fooled === moment.fooled);
    const rank = [Object.keys(condition).length, condition.fromRound ?? -1] as const;
    if (holds && (rank[0] > bestRank[0] || (rank[0] === bestRank[0] && rank[1] > bestRank[1]))) {
      best = passage;
      bestRank = rank;
    }
  }
  return best;
}
