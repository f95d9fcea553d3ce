import * as v from 'valibot';
import { MEASURES } from '../domain/measures';
import { FiniteSchema, RoundSchema, whole } from '../domain/numbers';
import { SweepPlanSchema } from '../domain/sweeps/plan';
import { recordOf } from '../recordOf';

/** More trials in a window than this would be trained overnight. */
export const MOST_TRIALS = 32;

/** A few pictures of a few thousand pixels as PNG, in base 64. */
const LONGEST_PICTURE = 300_000;
const LONGEST_SENTENCE = 2000;

const SentenceSchema = v.pipe(v.string(), v.maxLength(LONGEST_SENTENCE));
const TrialIndexSchema = whole(0, MOST_TRIALS - 1);

/** What came of a trial, as it is shown and kept. */
export const TrialOutcomeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('done'),
    index: TrialIndexSchema,
    /** Complete rounds; fewer than wanted when its numbers ceased to be finite. */
    round: RoundSchema,
    /** The last values that are numbers. */
    measures: v.object(recordOf(MEASURES, () => v.exactOptional(FiniteSchema))),
    /** Its last samples, as the address of a PNG. */
    picture: v.pipe(v.string(), v.startsWith('data:image/png;base64,'), v.maxLength(LONGEST_PICTURE)),
  }),
  v.object({
    kind: v.literal('failed'),
    index: TrialIndexSchema,
    message: SentenceSchema,
    next: SentenceSchema,
  }),
]);

export type TrialOutcome = v.InferOutput<typeof TrialOutcomeSchema>;

/** Names a sweep in its messages and its files. */
export const SweepIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** A sweep, as it is kept. */
export const SweepRecordSchema = v.object({
  version: v.literal(1),
  id: SweepIdSchema,
  plan: SweepPlanSchema,
  /** Digest of the learner's own collection that it trains on; absent for other data. */
  collection: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
  /** Whether what is left is to be trained. */
  isTraining: v.boolean(),
  /** At most one of each trial, in the order in which they came. */
  outcomes: v.pipe(v.array(TrialOutcomeSchema), v.maxLength(MOST_TRIALS)),
});

export type SweepRecord = v.InferOutput<typeof SweepRecordSchema>;
