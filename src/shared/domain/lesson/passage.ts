import * as v from 'valibot';
import { PhaseSchema, lastPhase, shownRound, type Position } from '../phases';
import { RegionSchema } from '../regions';
import { MOST_ROUNDS, RoundSchema, whole } from '../numbers';

/**
 * When a passage belongs to what is happening. All given conditions must hold; a passage without any is read but
 * never marked by itself.
 */
export const PassageConditionSchema = v.strictObject({
  /** The phase that was done last. */
  phase: v.optional(PhaseSchema),
  /** The shown round is at least this. */
  fromRound: v.optional(RoundSchema),
  /** The shown round is below this. */
  beforeRound: v.optional(whole(1, MOST_ROUNDS)),
  /** A generated sample of the shown batch was judged more likely real than not. */
  fooled: v.optional(v.boolean()),
});

export type PassageCondition = v.InferOutput<typeof PassageConditionSchema>;

/** An annotated piece of a lesson's text. */
export const PassageSchema = v.object({
  kind: v.literal('passage'),
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

/** What of a run decides which passage belongs to it. */
export interface Moment {
  readonly position: Position;
  /** Whether the person steps from phase to phase; while whole rounds fly by only milestones are told. */
  readonly stepping: boolean;
  readonly fooled: boolean;
  /** Ids of the passages that were written for a run with other hyperparameters; they are not told. */
  readonly unfitting?: readonly string[];
}

/** The first round counts as seen by everybody; from then on a passage of a round tells how far a run has come. */
const FIRST_MILESTONE = 2;

/** Whether a passage tells how a run has come out by a later round, whatever phase is being shown. */
export function isMilestone({ phase, fromRound = 0 }: PassageCondition): boolean {
  return phase === undefined && fromRound >= FIRST_MILESTONE;
}

/**
 * The passage that belongs to a moment: of all whose conditions hold the most specific, that is the one with most
 * conditions, then the latest `fromRound`, then the first in the text.
 */
export function mostFitting(passages: readonly Passage[], moment: Moment): Passage | undefined {
  const round = shownRound(moment.position);
  const phase = moment.stepping ? lastPhase(moment.position) : undefined;
  let best: Passage | undefined;
  let bestRank: readonly [number, number] = [0, -1];
  for (const passage of passages) {
    const { condition } = passage;
    const holds =
      moment.unfitting?.includes(passage.id) !== true &&
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
