import { ClassNamesSchema } from '../domain/collection';
import * as v from 'valibot';
import { HyperparameterChangesSchema, HyperparametersSchema } from '../domain/hyperparameters';
import { QualitySchema, RoundMetricsSchema, RunSeriesSchema } from '../domain/measures';
import { PositionSchema } from '../domain/phases';
import { PlaneSchema } from './plane';
import {
  between,
  CountSchema,
  FiniteSchema,
  PictureSizeSchema,
  RoundSchema,
  SampleCountSchema,
  ShareSchema,
} from '../domain/numbers';

/** Square pictures of the same size, one after the other, as RGBA bytes ready for `ImageData`. */
export const PicturesSchema = v.pipe(
  v.object({
    count: SampleCountSchema,
    /** Width and height of each in pixels. */
    size: PictureSizeSchema,
    rgba: v.instance(Uint8ClampedArray),
  }),
  v.check(({ count, size, rgba }) => rgba.length === count * size * size * 4, 'rgba has the wrong length'),
);

export type Pictures = v.InferOutput<typeof PicturesSchema>;

/**
 * What is shown of a batch: a fixed number of the batch's real and generated samples, shuffled. Which fields
 * are there depends on how far the round has come; `pictures` come first, `truth` last.
 */
export const JudgedBatchSchema = v.object({
  pictures: PicturesSchema,
  /** How many samples the discriminator judges in all; the cards are some of them. */
  total: SampleCountSchema,
  /** True for real samples. The panel shows it from `reveal` on. */
  truth: v.array(v.boolean()),
  /** D(x) = P(real) for each card, once judged. */
  probabilities: v.optional(v.array(ShareSchema)),
  /** The same after `trainDiscriminator`. */
  probabilitiesAfter: v.optional(v.array(ShareSchema)),
});

export type JudgedBatch = v.InferOutput<typeof JudgedBatchSchema>;

/** Gradients by the pixels of some pictures. */
export const ShownHintsSchema = v.object({
  /** Each as an offset from grey, scaled to its own largest value. */
  pictures: PicturesSchema,
  /** Their true sizes: the Euclidean norm of each. */
  norms: v.array(between(0, Number.MAX_VALUE)),
});

export type ShownHints = v.InferOutput<typeof ShownHintsSchema>;

/**
 * What flows back to the generator: for each picture, minus the gradient of the generator's loss by its pixels, which
 * points where the discriminator's logit rises.
 */
export const HintsSchema = v.object({
  ...ShownHintsSchema.entries,
  /** Each picture after one step of fixed length along its hint. */
  followed: PicturesSchema,
  /** The mean over the whole batch. */
  mean: ShownHintsSchema,
});

export type Hints = v.InferOutput<typeof HintsSchema>;

/** Fresh generated samples on their way through the discriminator and back, from `forgeAgain` on. */
export const GeneratorBatchSchema = v.object({
  pictures: PicturesSchema,
  total: SampleCountSchema,
  probabilities: v.array(ShareSchema),
  /** The same latent vectors painted and scored again after `trainGenerator`. */
  picturesAfter: v.optional(PicturesSchema),
  probabilitiesAfter: v.optional(v.array(ShareSchema)),
  /** For each of `pictures`; absent while rounds pass whole, and when a number is not finite. */
  hints: v.optional(HintsSchema),
});

export type GeneratorBatch = v.InferOutput<typeof GeneratorBatchSchema>;

/** Generated samples of the same latent vectors at an earlier round. */
export const SamplesAtRoundSchema = v.object({
  round: RoundSchema,
  pictures: PicturesSchema,
  /** For each of `pictures`; absent in older files, of the present while rounds fly by, and for what is not finite. */
  hints: v.optional(ShownHintsSchema),
  /** In a run on points: x and y of one generated point after the other. */
  points: v.optional(v.array(FiniteSchema)),
});

export type SamplesAtRound = v.InferOutput<typeof SamplesAtRoundSchema>;

/** A round of the largest networks that can be wanted takes minutes; nobody waits for a day. */
const LONGEST_ROUND_MS = 24 * 3600 * 1000;

/** What can be wrong with a run. */
export const TRAINING_PROBLEMS = [
  'modeCollapse',
  'modeDropping',
  'vanishingGradient',
  'discriminatorOverwhelmed',
  'forgerTooWeak',
  'oscillation',
  'notFinite',
  'memorisation',
] as const;

/** A diagnosis for a person. */
export const FindingSchema = v.object({
  problem: v.picklist(TRAINING_PROBLEMS),
  /** One or two sentences with the numbers that show it. */
  evidence: v.string(),
  /** Changes of which each alone was seen to solve it, the best first. */
  fixes: v.array(HyperparameterChangesSchema),
  /** A round at which nothing was wrong yet, if there was one. */
  healthyRound: v.optional(RoundSchema),
});

export type Finding = v.InferOutput<typeof FindingSchema>;

/** Something of note in the course of a run, at the number of complete rounds when it came. */
export const RunEventSchema = v.variant('kind', [
  /** A problem was found that had not been there before. */
  v.object({ kind: v.literal('problem'), round: RoundSchema, problem: v.picklist(TRAINING_PROBLEMS) }),
  /** Nothing is wrong any more. */
  v.object({ kind: v.literal('cured'), round: RoundSchema }),
  /** Hyperparameters were changed while the run went on. */
  v.object({ kind: v.literal('change'), round: RoundSchema, changes: HyperparameterChangesSchema }),
  /** The run went on from here another time, and gave up what it had had after this round. */
  v.object({ kind: v.literal('branch'), round: RoundSchema }),
]);

export type RunEvent = v.InferOutput<typeof RunEventSchema>;

/** The rounds that can be gone to. */
export const ReachableRoundsSchema = v.object({
  firstRound: RoundSchema,
  /** How far the run has come; later than the shown position while the person looks back. */
  latest: PositionSchema,
  /** What was changed while the run went on, up to its latest moment, in the order of the moments. */
  changes: v.optional(v.array(v.object({ position: PositionSchema, changes: HyperparameterChangesSchema }))),
});

export type ReachableRounds = v.InferOutput<typeof ReachableRoundsSchema>;

/** Everything that the stage shows of one moment of a run; complete in itself, so that any frame may be dropped. */
export const RunFrameSchema = v.object({
  position: PositionSchema,
  playing: v.boolean(),
  /** Rounds are passing whole, without their phases being shown one by one. */
  wholeRounds: v.boolean(),
  /** How long the last played round took, in milliseconds; absent where that was less than a second. */
  roundMs: v.optional(between(0, LONGEST_ROUND_MS)),
  /** One of the generator's latent vectors, scaled to 0..1, for the noise that falls on the canvas. */
  noise: v.array(ShareSchema),
  /** Generated samples of the latent vectors that stay the same through the run, painted by the averaged generator. */
  fixedSamples: PicturesSchema,
  /** The latent vector of the first fixed sample, scaled as `noise`. */
  fixedNoise: v.optional(v.array(ShareSchema)),
  /** What the generator made of `noise`, one picture; from `forge` on. The generator batch begins with its own. */
  canvas: v.optional(PicturesSchema),
  batch: v.optional(JudgedBatchSchema),
  generatorBatch: v.optional(GeneratorBatchSchema),
  /** Of the round in progress, once its losses are known, else of the last complete round. */
  metrics: v.optional(RoundMetricsSchema),
  quality: v.optional(QualitySchema),
  /** The same at round 0, to compare with. */
  initialQuality: v.optional(QualitySchema),
  /** Share of all samples judged right, over the last five rounds; absent before the first. */
  recentAccuracy: v.optional(ShareSchema),
  /** Strictly increasing in `round`, thinned so that their number stays bounded. */
  samplesOverTime: v.array(SamplesAtRoundSchema),
  /** Absent where the run's rounds are not recorded. */
  history: v.optional(ReachableRoundsSchema),
  /** What was measured up to the shown round; absent where the run's rounds are not recorded. */
  series: v.optional(RunSeriesSchema),
  /** The round up to which `series` goes where it is behind: while rounds fly by, it comes less often than frames. */
  seriesUpTo: v.optional(RoundSchema),
  /** What was found wrong with the run by the shown round; empty for a healthy one and for one too young to tell. */
  diagnoses: v.optional(v.array(FindingSchema)),
  /** What was of note up to the latest moment of the run, in the order of the rounds. */
  events: v.optional(v.array(RunEventSchema)),
  /** In a run on points, which has no pictures. */
  plane: v.optional(PlaneSchema),
});

export type RunFrame = v.InferOutput<typeof RunFrameSchema>;

/** Which backend trains, and why it was chosen. */
export const BackendChoiceSchema = v.object({
  backend: v.picklist(['webgl', 'cpu']),
  /** One sentence for a person. */
  reason: v.string(),
});

export type BackendChoice = v.InferOutput<typeof BackendChoiceSchema>;

/** One layer of a network, for a person. */
export const LayerShapeSchema = v.object({
  /** "dense", "convolution 4 x 4". */
  name: v.string(),
  /** Without the batch. */
  outputShape: v.array(CountSchema),
  parameters: CountSchema,
});

export type LayerShape = v.InferOutput<typeof LayerShapeSchema>;

/** What is known of a run as soon as its networks exist. */
export const RunStartSchema = v.object({
  backend: BackendChoiceSchema,
  /** In force at round 0; absent for a run that comes from a checkpoint without its past. */
  beginning: v.optional(HyperparametersSchema),
  generatorParameters: CountSchema,
  discriminatorParameters: CountSchema,
  generatorShapes: v.optional(v.array(LayerShapeSchema)),
  discriminatorShapes: v.optional(v.array(LayerShapeSchema)),
  /** Classes that can be ordered from a conditional generator, 0 to this minus 1; absent for an unconditional one. */
  classes: v.optional(SampleCountSchema),
  /** What the classes are called, where somebody has named them. */
  classNames: v.optional(ClassNamesSchema),
  /** Some of the real collection, to show the data set. */
  collectionPictures: PicturesSchema,
});

export type RunStart = v.InferOutput<typeof RunStartSchema>;
