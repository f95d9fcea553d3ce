import * as v from 'valibot';
import { OwnCollectionSchema } from '../../domain/collection';
import { whole } from '../../domain/numbers';
import { SweepPlanSchema } from '../../domain/sweeps/plan';
import { SavedRunSchema } from '../checkpoint';
import { MOST_TRIALS, SweepIdSchema, TrialOutcomeSchema } from '../sweep';
import { StringsSchema } from './panel';

/** From the extension host to the page of a sweep. */
export const HostToSweepSchema = v.variant('type', [
  /** What is to be trained, and what has come of it so far; comes after `ready`, and when another sweep begins. */
  v.object({
    type: v.literal('show'),
    strings: v.optional(StringsSchema),
    sweep: SweepIdSchema,
    plan: SweepPlanSchema,
    collection: v.optional(OwnCollectionSchema),
    outcomes: v.array(TrialOutcomeSchema),
    isTraining: v.boolean(),
    /** See `stage`. */
    stageIsPlaying: v.boolean(),
  }),
  /** Whether the run on the stage needs a processor for itself. */
  v.object({ type: v.literal('stage'), isPlaying: v.boolean() }),
]);

export type HostToSweep = v.InferOutput<typeof HostToSweepSchema>;

/** From that page to the extension host. */
export const SweepToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** A trial has ended; `run` is where it stands, to put it on the stage. */
  v.object({
    type: v.literal('outcome'),
    sweep: SweepIdSchema,
    outcome: TrialOutcomeSchema,
    run: v.optional(SavedRunSchema),
  }),
  /** The person has stopped the training, or lets it go on. */
  v.object({ type: v.literal('training'), isOn: v.boolean() }),
  v.object({ type: v.literal('toStage'), index: whole(0, MOST_TRIALS - 1) }),
  v.object({ type: v.literal('saveTable') }),
]);

export type SweepToHost = v.InferOutput<typeof SweepToHostSchema>;
