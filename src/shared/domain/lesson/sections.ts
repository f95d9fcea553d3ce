import * as v from 'valibot';
import { HyperparameterChangesSchema } from '../hyperparameters';
import { MEASURES } from '../measures';
import { AnswerSpecSchema } from './answers';
import { GoalConditionSchema, GoalTimeSchema } from './goal';
import { PassageSchema } from './passage';
import { between, CountSchema, RoundSchema } from '../numbers';

/** What every section of a step has: an id that is the same in every language, a heading, and a text in HTML. */
const common = { id: v.string(), title: v.string(), html: v.string() };

/** More points than any lesson gives for one thing. */
export const MOST_TASK_POINTS = 100;

/** What a class gets for it, in points; absent: one. */
const points = v.optional(between(0, MOST_TASK_POINTS));

/** Something to foretell. The answer is locked when it is given, and what happens is shown when the run has come so far. */
const PredictionSchema = v.object({
  kind: v.literal('prediction'),
  ...common,
  answer: AnswerSpecSchema,
  /** The run shows it when so many rounds are complete. */
  revealAt: RoundSchema,
  /** The experiment in whose run it shows; absent: the run that the step begins with. */
  experiment: v.optional(v.string()),
  points,
});

export type Prediction = v.InferOutput<typeof PredictionSchema>;

/** A question that tests understanding; it may be answered again. */
const QuestionSchema = v.object({
  kind: v.literal('question'),
  ...common,
  answer: AnswerSpecSchema,
  /** Id of the earlier lesson that it comes from, for a question that refreshes. */
  from: v.optional(v.string()),
  points,
});

export type Question = v.InferOutput<typeof QuestionSchema>;

/** A run that the lesson proposes; a button starts it from round 0. */
const ExperimentSchema = v.object({
  kind: v.literal('experiment'),
  ...common,
  /** What differs from the recipe of its data. */
  run: HyperparameterChangesSchema,
  /** The round at which it stops playing by itself. */
  rounds: v.optional(RoundSchema),
});

export type Experiment = v.InferOutput<typeof ExperimentSchema>;

/** Changes to try, each a button. What a running network can take over comes at once, else a new run starts. */
const TrySchema = v.object({
  kind: v.literal('try'),
  ...common,
  choices: v.array(v.object({ label: v.string(), changes: HyperparameterChangesSchema })),
});

export type Try = v.InferOutput<typeof TrySchema>;

/** Something to reach, which the run itself decides. */
const GoalSchema = v.object({
  kind: v.literal('goal'),
  ...common,
  conditions: v.array(GoalConditionSchema),
  time: GoalTimeSchema,
  /** The experiment from whose hyperparameters the run may differ; absent: the run that the step begins with. */
  experiment: v.optional(v.string()),
  /**
   * In how many knobs the run must differ from the experiment's, at most; absent: any number. Seed and backend do not
   * count, and the same hyperparameter of both networks is one knob.
   */
  knobs: v.optional(CountSchema),
  points,
});

export type Goal = v.InferOutput<typeof GoalSchema>;

/** A formula with its symbols explained, and beside some of them their value in the run of the moment. */
const FormulaSchema = v.object({
  kind: v.literal('formula'),
  ...common,
  symbols: v.array(
    v.object({
      /** MathML in HTML. */
      html: v.string(),
      meaning: v.string(),
      live: v.optional(v.picklist(MEASURES)),
    }),
  ),
});

export type Formula = v.InferOutput<typeof FormulaSchema>;

/** What a lesson can open: parts of the panel and of the window that are not always in sight. */
export const ACTIVITIES = [
  'inspectorGame',
  'forgerGame',
  'compare',
  'code',
  'charts',
  'latentWalk',
  'overview',
  'drawPoints',
  'ownPictures',
  'sweep',
] as const;

export type ActivityName = (typeof ACTIVITIES)[number];

/** Something to do in a part of the product that a button opens. */
const ActivitySchema = v.object({
  kind: v.literal('activity'),
  ...common,
  opens: v.picklist(ACTIVITIES),
});

export type LessonActivity = v.InferOutput<typeof ActivitySchema>;

/** Pictures of the program that answer to controls of their own, apart from the run. */
export const FIGURES = ['circling', 'denoising', 'divergences', 'sliding'] as const;

export type FigureName = (typeof FIGURES)[number];

/** One of the {@link FIGURES}, with what there is to see in it. */
const FigureSchema = v.object({ kind: v.literal('figure'), ...common, shows: v.picklist(FIGURES) });

export type LessonFigure = v.InferOutput<typeof FigureSchema>;

/** What goes deeper: only its heading shows until it is opened. */
const DeeperSchema = v.object({ kind: v.literal('deeper'), ...common });

export type Deeper = v.InferOutput<typeof DeeperSchema>;

/** A piece of a step, under a heading of its own. */
export const SectionSchema = v.variant('kind', [
  PassageSchema,
  PredictionSchema,
  QuestionSchema,
  ExperimentSchema,
  TrySchema,
  GoalSchema,
  FormulaSchema,
  ActivitySchema,
  FigureSchema,
  DeeperSchema,
]);

export type Section = v.InferOutput<typeof SectionSchema>;
export type SectionKind = Section['kind'];
