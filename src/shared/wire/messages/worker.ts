import * as v from 'valibot';
import { OwnSamplesSchema } from '../../domain/collection';
import { QualitySchema } from '../../domain/measures';
import { GameCommandSchema, GameReportSchema } from '../games';
import { HyperparametersSchema } from '../../domain/hyperparameters';
import { LatentPathSchema } from '../latent';
import { PositionSchema } from '../../domain/phases';
import { PlaneLayerSchema } from '../plane';
import { PicturesSchema, RunFrameSchema, RunStartSchema } from '../run';
import { UntilSchema } from '../until';
import { StringsSchema } from './panel';
import { ChangeNumberSchema } from './runChange';
import { between, FASTEST, RoundSchema, SampleCountSchema, TicketSchema } from '../../domain/numbers';

/** From the lesson panel to its training worker. */
export const PanelToWorkerSchema = v.variant('type', [
  v.object({
    type: v.literal('start'),
    strings: v.optional(StringsSchema),
    hyperparameters: HyperparametersSchema,
    /** What the run trains on, if it is the learner's own. */
    collection: v.optional(OwnSamplesSchema),
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
    roundsPerSecond: v.optional(between(0.01, FASTEST)),
    /** Stop at the first complete round at which this is so. */
    until: v.optional(UntilSchema),
  }),
  /** Look back: show the run as it was when so many rounds were complete. Ends playing. */
  v.object({
    type: v.literal('rewind'),
    round: RoundSchema,
    /** Of the round after those; the moment is then shown as the phase that was done last, also when this is 0. */
    phasesDone: v.optional(PositionSchema.entries.phasesDone),
  }),
  /** To the latest moment of the run. Ends playing. */
  v.object({ type: v.literal('backToNow') }),
  /** Give up what comes after the shown moment; a live change while looking back does so, too. */
  v.object({ type: v.literal('branch') }),
  v.object({ type: v.literal('pause') }),
  /** Paint what lies between fixed samples; the answer is `walked`, with the same ticket. */
  v.object({ type: v.literal('walk'), ticket: TicketSchema, path: LatentPathSchema }),
  /** Take these over at the next phase; the answer is `applied` or `refused`, with the same number. */
  v.object({
    type: v.literal('liveChange'),
    change: ChangeNumberSchema,
    hyperparameters: HyperparametersSchema,
  }),
  /** What is to be seen on the plane; what is not asked for is not computed. Without it, the default layers. */
  v.object({ type: v.literal('layers'), layers: v.array(PlaneLayerSchema) }),
  /** A person plays; `ticket` names the game, comes back with every answer, and is another one for each game. */
  v.object({ type: v.literal('game'), ticket: TicketSchema, command: GameCommandSchema }),
  /** The last frame is on the screen; the next may be sent. */
  v.object({ type: v.literal('frameShown') }),
]);

export type PanelToWorker = v.InferOutput<typeof PanelToWorkerSchema>;

/** From the training worker to the lesson panel. */
export const WorkerToPanelSchema = v.variant('type', [
  /** The networks exist; the first frame follows. */
  v.object({ type: v.literal('started'), start: RunStartSchema }),
  /** A sign of life: a round that takes long goes on. */
  v.object({ type: v.literal('working') }),
  /** Coming back to a run: how many rounds have been run again, of how many. */
  v.object({ type: v.literal('resuming'), done: RoundSchema, total: RoundSchema }),
  v.object({
    type: v.literal('frame'),
    frame: RunFrameSchema,
    /** How many of the samples over time are left out; see `FrameCompleter`. */
    keptSamples: v.optional(SampleCountSchema),
    /** Whether the series is left out; see `FrameCompleter`. */
    keptSeries: v.optional(v.boolean()),
    /** Whether the changes of `history`, and the events, are left out. */
    keptChanges: v.optional(v.boolean()),
    keptEvents: v.optional(v.boolean()),
  }),
  v.object({
    type: v.literal('checkpoint'),
    /** The hyperparameters in force when it was taken. */
    hyperparameters: HyperparametersSchema,
    backend: v.picklist(['webgl', 'cpu']),
    /** Always between two rounds. */
    position: PositionSchema,
    wholeRounds: v.boolean(),
    bytes: v.instance(Uint8Array),
    /** The run went to another of its moments: what counts now are its position and hyperparameters of then. */
    travelled: v.optional(v.boolean()),
  }),
  /** The run stopped playing by itself; a frame shows where it stands. */
  v.object({ type: v.literal('halted'), reason: v.picklist(['reached', 'notFinite']) }),
  /** A live change is in force from now on. */
  v.object({
    type: v.literal('applied'),
    change: ChangeNumberSchema,
    hyperparameters: HyperparametersSchema,
  }),
  /** A live change does not go together with the rest; the run goes on as it was. */
  v.object({
    type: v.literal('refused'),
    change: ChangeNumberSchema,
    message: v.string(),
    next: v.string(),
  }),
  v.object({
    type: v.literal('walked'),
    ticket: TicketSchema,
    pictures: PicturesSchema,
    /** Of truncated samples; absent while the generator gives something that is not a number. */
    quality: v.optional(QualitySchema),
  }),
  v.object({ type: v.literal('game'), ticket: TicketSchema, report: GameReportSchema }),
  /** The run cannot go on, or could not start; the worker waits for another `start`. */
  v.object({ type: v.literal('failed'), message: v.string(), next: v.string() }),
]);

export type WorkerToPanel = v.InferOutput<typeof WorkerToPanelSchema>;
