import * as v from 'valibot';
import { HyperparametersSchema } from '../../../src/shared/domain/hyperparameters';
import { PositionSchema } from '../../../src/shared/domain/phases';
import { QualitySchema, RoundMetricsSchema } from '../../../src/shared/domain/measures';
import { RunEventSchema, TRAINING_PROBLEMS } from '../../../src/shared/wire/run';
import { CountSchema, RoundSchema } from '../../../src/shared/domain/numbers';

/** A measurement with what only the diagnosis reads; see `QualityRecord`. */
const QualityRecordSchema = v.object({
  ...QualitySchema.entries,
  modeCounts: v.optional(v.array(CountSchema)),
});

/** An event as checkpoint files hold it. Those of version 0.1 call a problem an problem. */
const StoredEventSchema = v.union([
  RunEventSchema,
  v.pipe(
    v.object({ kind: v.literal('illness'), round: RoundSchema, illness: v.picklist(TRAINING_PROBLEMS) }),
    v.transform(({ round, illness }) => ({ kind: 'problem' as const, round, problem: illness })),
  ),
]);

/**
 * What a checkpoint keeps of the run's other rounds. No weights: a run is determined bit for bit, so they can be had
 * again by running it from its beginning, with each change at its moment.
 */
export const StoredHistorySchema = v.object({
  /** In force at round 0, before any change. */
  start: HyperparametersSchema,
  changes: v.array(v.object({ position: PositionSchema, hyperparameters: HyperparametersSchema })),
  /** How far the run had come; later than the checkpoint when the person was looking back. */
  latest: PositionSchema,
  /** Thinned series; see `Series`. */
  rounds: v.array(RoundMetricsSchema),
  quality: v.array(QualityRecordSchema),
  /** See `EventLog`; absent in checkpoints from before there was one. */
  events: v.optional(v.array(StoredEventSchema)),
});

export type StoredHistory = v.InferOutput<typeof StoredHistorySchema>;
