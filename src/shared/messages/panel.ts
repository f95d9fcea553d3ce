import * as v from 'valibot';
import { SavedRunSchema } from '../checkpoint';
import { OwnCollectionSchema } from '../collection';
import { HyperparameterChangesSchema, HyperparametersSchema } from '../hyperparameters';
import { LessonSchema } from '../lesson';
import { PositionSchema } from '../phases';
import { BackendChoiceSchema, QualitySchema, RoundMetricsSchema } from '../run';
import {
  DecodePicturesSchema,
  DrawPointsSchema,
  PicturesDecodedSchema,
  PointsDrawnSchema,
} from './collection';

/** What a person can tell a run to do; the same words serve buttons, keys and commands. */
export const TransportCommandSchema = v.picklist(['togglePlay', 'nextPhase', 'nextRound', 'restart']);

export type TransportCommand = v.InferOutput<typeof TransportCommandSchema>;

/** Translations by English text, as `@vscode/l10n` takes them; absent in English. */
export const StringsSchema = v.record(v.string(), v.union([v.string(), v.object({ message: v.string() })]));

/** From the extension host to the lesson panel. The first is always a complete `snapshot`. */
export const HostToPanelSchema = v.variant('type', [
  v.object({
    type: v.literal('snapshot'),
    strings: v.optional(StringsSchema),
    lesson: LessonSchema,
    /** Of the run that is to start, or of `saved`. */
    hyperparameters: HyperparametersSchema,
    /** The run to come back to. */
    saved: v.optional(SavedRunSchema),
    /** What the run trains on, if it is the learner's own. */
    collection: v.optional(OwnCollectionSchema),
  }),
  /** Only the lesson's text changed; the run goes on. */
  v.object({ type: v.literal('lesson'), lesson: LessonSchema }),
  /** The running net takes these over at its next phase. */
  v.object({ type: v.literal('liveChange'), hyperparameters: HyperparametersSchema }),
  /** A new run from round 0. */
  v.object({
    type: v.literal('newRun'),
    hyperparameters: HyperparametersSchema,
    collection: v.optional(OwnCollectionSchema),
  }),
  DecodePicturesSchema,
  DrawPointsSchema,
  v.object({ type: v.literal('command'), command: TransportCommandSchema }),
]);

export type HostToPanel = v.InferOutput<typeof HostToPanelSchema>;

/** What the host, its tree and its status bar need to know of a run. */
export const RunSummarySchema = v.object({
  position: PositionSchema,
  playing: v.boolean(),
  wholeRounds: v.boolean(),
  backend: BackendChoiceSchema,
  metrics: v.optional(RoundMetricsSchema),
  quality: v.optional(QualitySchema),
});

export type RunSummary = v.InferOutput<typeof RunSummarySchema>;

/** From the lesson panel to the extension host. */
export const PanelToHostSchema = v.variant('type', [
  /** The panel's script runs and waits for its snapshot. */
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('summary'), summary: RunSummarySchema }),
  /** The whole run between two rounds; see `SavedRun`. */
  v.object({
    type: v.literal('checkpoint'),
    hyperparameters: HyperparametersSchema,
    backend: v.picklist(['webgl', 'cpu']),
    position: PositionSchema,
    wholeRounds: v.boolean(),
    /** See `SavedRun`. */
    collection: v.optional(v.string()),
    bytes: v.instance(Uint8Array),
    /** The person went to another moment of the run; see the worker's message of this name. */
    travelled: v.optional(v.boolean()),
  }),
  /** The person takes a remedy; the session checks it as it checks an edit of the form. */
  v.object({ type: v.literal('change'), changes: HyperparameterChangesSchema }),
  /** The person asks for a fresh run with the hyperparameters that the form shows. */
  v.object({ type: v.literal('restart') }),
  /** The person chose this passage, or came to it by stepping. */
  v.object({ type: v.literal('passage'), id: v.string() }),
  PicturesDecodedSchema,
  PointsDrawnSchema,
  /** Something that the person must know and the panel already shows; goes to the log. */
  v.object({ type: v.literal('problem'), message: v.string(), next: v.string() }),
]);

export type PanelToHost = v.InferOutput<typeof PanelToHostSchema>;
