import * as v from 'valibot';
import { RunIdSchema, SavedRunSchema } from '../checkpoint';
import { OwnCollectionSchema } from '../../domain/collection';
import { HyperparameterChangesSchema, HyperparametersSchema } from '../../domain/hyperparameters';
import { ACTIVITIES, LessonCardSchema, LessonSchema } from '../../domain/lesson';
import { QualitySchema, RoundMetricsSchema } from '../../domain/measures';
import { PhaseSchema, PositionSchema } from '../../domain/phases';
import { LessonProgressSchema, ProgressEventSchema } from '../../domain/progress';
import { BackendChoiceSchema } from '../run';
import { GlossarySchema } from './glossary';
import { ExportedSchema, ExportRequestSchema, type ExportAnswer } from './export';
import { RunCommandSchema } from './panelCommand';
import {
  MeasuredSchema,
  MeasureSchema,
  PresentingSchema,
  PresentSchema,
  type MeasureAnswer,
} from './presenting';
import { ChangeNumberSchema } from './runChange';
import {
  DecodePicturesSchema,
  DrawPointsSchema,
  PicturesDecodedSchema,
  PointsDrawnSchema,
  type CollectionAnswer,
} from './collection';
import { CountSchema, IndexSchema, RoundSchema } from '../../domain/numbers';

/** What a person can tell a run to do; the same words serve buttons, keys and commands. */
const TransportCommandSchema = v.picklist([
  'togglePlay',
  'pause',
  'nextPhase',
  'previousPhase',
  'nextRound',
  'previousRound',
  'slower',
  'faster',
  'restart',
]);

export type TransportCommand = v.InferOutput<typeof TransportCommandSchema>;

/** What a person has set once and for all, in the settings or in the panel. */
const PreferencesSchema = v.object({
  type: v.literal('preferences'),
  /** Whether keys that write a character, such as B, do something in the panel. */
  characterKeys: v.boolean(),
});

/** Translations by English text, as `@vscode/l10n` takes them; absent in English. */
export const StringsSchema = v.record(v.string(), v.union([v.string(), v.object({ message: v.string() })]));

export type Strings = v.InferOutput<typeof StringsSchema>;

/** What a run belongs to, and what can be had in its place. */
const runFields = {
  run: RunIdSchema,
  /** The experiment of the lesson that it was started as; absent for the lesson's own run. */
  experiment: v.optional(v.string()),
  /** The run that was given up for this one and can be gone back to. */
  before: v.optional(v.object({ round: RoundSchema })),
};

/** From the extension host to the lesson panel. The first is always a complete `snapshot`. */
export const HostToPanelSchema = v.variant('type', [
  v.object({
    type: v.literal('snapshot'),
    strings: v.optional(StringsSchema),
    lesson: LessonSchema,
    /** All lessons that can be gone to, in their order. */
    course: v.array(LessonCardSchema),
    progress: LessonProgressSchema,
    /** What decides the order in which this learner reads options; absent where they are read as written. */
    optionOrder: v.optional(CountSchema),
    /** The step or section to begin at; absent: the beginning of the text. */
    visit: v.optional(v.string()),
    /** Of the run that is to start, or of `saved`. */
    hyperparameters: HyperparametersSchema,
    /** The run to come back to. */
    saved: v.optional(SavedRunSchema),
    /** What the run trains on, if it is the learner's own. */
    collection: v.optional(OwnCollectionSchema),
    /** What to open as soon as there is a run. */
    opens: v.optional(v.picklist(ACTIVITIES)),
    ...runFields,
  }),
  /** Only the lesson's text changed; the run goes on. */
  v.object({ type: v.literal('lesson'), lesson: LessonSchema, course: v.array(LessonCardSchema) }),
  /** The progress is another than what the panel itself has told: it was reset, or came back. */
  v.object({ type: v.literal('progress'), progress: LessonProgressSchema }),
  /** Go to this step or section of the notes. */
  v.object({ type: v.literal('visit'), id: v.string() }),
  /** Open this part of the panel; there is a button in it that does the same. */
  v.object({ type: v.literal('open'), opens: v.picklist(ACTIVITIES) }),
  /** Take these over at the next phase; the answer is `applied` or `refused`, with the same run and number. */
  v.object({
    type: v.literal('liveChange'),
    run: RunIdSchema,
    change: ChangeNumberSchema,
    hyperparameters: HyperparametersSchema,
  }),
  /** A new run from round 0, or back to one that was given up. */
  v.object({
    type: v.literal('newRun'),
    hyperparameters: HyperparametersSchema,
    collection: v.optional(OwnCollectionSchema),
    /** The run to come back to. */
    saved: v.optional(SavedRunSchema),
    /** Play at once, up to this round. */
    playTo: v.optional(RoundSchema),
    ...runFields,
  }),
  /** The last checkpoint of the run is on disk. */
  v.object({ type: v.literal('kept'), run: RunIdSchema }),
  /** It could not be written; that is tried again. */
  v.object({ type: v.literal('notKept'), run: RunIdSchema, message: v.string(), next: v.string() }),
  /** Let the person compare two runs. */
  v.object({
    type: v.literal('compare'),
    /** In what the form differs from the run. */
    wanted: HyperparameterChangesSchema,
  }),
  /** Whether the run goes on playing while the panel is hidden; follows the snapshot. */
  v.object({ type: v.literal('background'), trains: v.boolean() }),
  /** Light what belongs to a phase; the run stays where it is. */
  v.object({ type: v.literal('showPhase'), phase: PhaseSchema }),
  DecodePicturesSchema,
  DrawPointsSchema,
  ExportRequestSchema,
  PresentSchema,
  MeasureSchema,
  v.object({ type: v.literal('command'), command: TransportCommandSchema }),
  PreferencesSchema,
  GlossarySchema,
]);

export type HostToPanel = v.InferOutput<typeof HostToPanelSchema>;

/** What the host, its tree and its status bar need to know of a run. */
const RunSummarySchema = v.object({
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
  v.object({ type: v.literal('summary'), run: RunIdSchema, summary: RunSummarySchema }),
  /** A live change is in force from now on. */
  v.object({
    type: v.literal('applied'),
    run: RunIdSchema,
    change: ChangeNumberSchema,
    hyperparameters: HyperparametersSchema,
  }),
  /** A live change is not in force; the run goes on as it was. */
  v.object({
    type: v.literal('refused'),
    run: RunIdSchema,
    change: ChangeNumberSchema,
    message: v.string(),
    next: v.string(),
  }),
  /** The whole run between two rounds; see `SavedRun`. */
  v.object({
    type: v.literal('checkpoint'),
    run: RunIdSchema,
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
  /** A compared run becomes the run of the lesson, which is given up. */
  v.object({ type: v.literal('takeOver'), run: SavedRunSchema }),
  /** The person takes a fix; the session checks it as it checks an edit of the form. */
  v.object({ type: v.literal('change'), changes: HyperparameterChangesSchema }),
  /** The person asks for a fresh run with the hyperparameters that the form shows. */
  v.object({ type: v.literal('restart') }),
  /** Something that the learner did, or that the run has shown; the session writes it down. */
  v.object({ type: v.literal('progress'), event: ProgressEventSchema }),
  /** The person starts an experiment of the lesson. */
  v.object({ type: v.literal('experiment'), id: v.string(), play: v.boolean() }),
  /** The person takes one of the choices of a `try` section. */
  v.object({
    type: v.literal('try'),
    section: v.string(),
    choice: IndexSchema,
  }),
  /** The person goes back to the run that was given up for this one. */
  v.object({ type: v.literal('runBefore') }),
  /** The person follows a link to another lesson, or to a step or section of it. */
  v.object({ type: v.literal('openLesson'), lesson: v.string(), id: v.optional(v.string()) }),
  /** The person wants to do something that is not done in the panel. */
  v.object({ type: v.literal('activity'), opens: v.picklist(ACTIVITIES) }),
  PicturesDecodedSchema,
  PointsDrawnSchema,
  ExportedSchema,
  PresentingSchema,
  MeasuredSchema,
  RunCommandSchema,
  /** The person has set these in the panel. */
  PreferencesSchema,
  /** Something that the person must know and the panel already shows; goes to the log. */
  v.object({ type: v.literal('problem'), message: v.string(), next: v.string() }),
]);

export type PanelToHost = v.InferOutput<typeof PanelToHostSchema>;

/** What the panel says about what it was asked for. */
export type PanelAnswer = CollectionAnswer | ExportAnswer | MeasureAnswer;
