import * as v from 'valibot';
import { MEASURES } from '../measures';
import { FiniteSchema, RoundSchema } from '../numbers';

/** What a run must have reached, in one of its measures. All conditions of a goal are judged at the same round. */
export const GoalConditionSchema = v.object({
  measure: v.picklist(MEASURES),
  is: v.picklist(['below', 'above']),
  value: FiniteSchema,
});

export type GoalCondition = v.InferOutput<typeof GoalConditionSchema>;

/**
 * When a goal is judged: at exactly a round (`at` alone), or at every measured round within bounds, of which one must do
 * (`by`, `from` or both).
 */
export const GoalTimeSchema = v.object({
  at: v.optional(RoundSchema),
  /** The last round at which it counts. */
  by: v.optional(RoundSchema),
  /** The first round at which it counts. */
  from: v.optional(RoundSchema),
});

export type GoalTime = v.InferOutput<typeof GoalTimeSchema>;
