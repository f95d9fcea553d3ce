import * as v from 'valibot';
import { HyperparametersSchema } from '../hyperparameters';
import { PositionSchema } from '../phases';
import { RunFrameSchema, RunStartSchema } from '../run';
import { StringsSchema } from './panel';

/** From the lesson panel to its training worker. */
export const PanelToWorkerSchema = v.variant('type', [
  v.object({
    type: v.literal('start'),
    strings: v.optional(StringsSchema),
    hyperparameters: HyperparametersSchema,
    /** Come back to this run: load the checkpoint and run on to `position`. */
    resume: v.optional(
      v.object({
        checkpoint: v.instance(Uint8Array),
        backend: v.picklist(['webgl', 'cpu']),
        position: PositionSchema,
        wholeRounds: v.boolean(),
      }),
    ),
  }),
  /** Run one phase and report it. Ends playing. */
  v.object({ type: v.literal('nextPhase') }),
  /** Run to the end of the round in progress, or one whole round between two rounds. Ends playing. */
  v.object({ type: v.literal('nextRound') }),
  v.object({
    type: v.literal('play'),
    /** At most so many rounds a second; absent: as many as the machine can. */
    roundsPerSecond: v.optional(v.pipe(v.number(), v.minValue(0.01))),
  }),
  v.object({ type: v.literal('pause') }),
  v.object({ type: v.literal('liveChange'), hyperparameters: HyperparametersSchema }),
  /** The last frame is on the screen; the next may be sent. */
  v.object({ type: v.literal('frameShown') }),
]);

export type PanelToWorker = v.InferOutput<typeof PanelToWorkerSchema>;

/** From the training worker to the lesson panel. */
export const WorkerToPanelSchema = v.variant('type', [
  /** The networks exist; the first frame follows. */
  v.object({ type: v.literal('started'), start: RunStartSchema }),
  /** Coming back to a run: how many rounds have been run again, of how many. */
  v.object({ type: v.literal('resuming'), done: v.number(), total: v.number() }),
  v.object({ type: v.literal('frame'), frame: RunFrameSchema }),
  v.object({
    type: v.literal('checkpoint'),
    /** The hyperparameters in force when it was taken. */
    hyperparameters: HyperparametersSchema,
    backend: v.picklist(['webgl', 'cpu']),
    /** Always between two rounds. */
    position: PositionSchema,
    wholeRounds: v.boolean(),
    bytes: v.instance(Uint8Array),
  }),
  /** The run cannot go on, or could not start; the worker waits for another `start`. */
  v.object({ type: v.literal('failed'), message: v.string(), next: v.string() }),
]);

export type WorkerToPanel = v.InferOutput<typeof WorkerToPanelSchema>;
