import * as v from 'valibot';
import { between, FiniteSchema } from '../numbers';

/** One of the answers that a person can choose. */
const OptionSchema = v.object({
  /** HTML, as everywhere in a lesson: made from Markdown by the host, sanitised again by the panel. */
  html: v.string(),
  correct: v.boolean(),
  /** Shown when it was chosen: why it is right, or which misconception it is and why that is wrong. */
  feedback: v.string(),
});

export type Option = v.InferOutput<typeof OptionSchema>;

/** What can be answered, and what is right. */
export const AnswerSpecSchema = v.variant('type', [
  /** Exactly one option is correct. */
  v.object({ type: v.literal('single'), options: v.array(OptionSchema) }),
  /** Any number of options is correct, and right is whoever chooses exactly those. */
  v.object({ type: v.literal('multiple'), options: v.array(OptionSchema) }),
  /** A number; right is what differs from `value` by at most `tolerance`. */
  v.object({
    type: v.literal('number'),
    value: FiniteSchema,
    tolerance: between(0, Number.MAX_VALUE),
    /** What the number counts, as in "rounds"; may be empty. */
    unit: v.string(),
    /** HTML, shown with every answer. */
    feedback: v.string(),
  }),
]);

export type AnswerSpec = v.InferOutput<typeof AnswerSpecSchema>;
