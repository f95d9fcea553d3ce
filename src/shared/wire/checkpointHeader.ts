import * as v from 'valibot';
import { HyperparametersSchema } from '../domain/hyperparameters';
import { QualitySchema, RoundMetricsSchema } from '../domain/measures';
import {
  CountSchema,
  FiniteSchema,
  PictureSizeSchema,
  RoundSchema,
  SampleCountSchema,
  whole,
} from '../domain/numbers';
import { TENSOR_GROUPS } from '../domain/networkTensors';
import { PositionSchema } from '../domain/phases';
import {
  GeneratorBatchSchema,
  JudgedBatchSchema,
  RunEventSchema,
  RunFrameSchema,
  SamplesAtRoundSchema,
  ShownHintsSchema,
  TRAINING_PROBLEMS,
} from './run';

const Uint32Schema = whole(0, 0xffffffff);

/** Everything that a source of random numbers remembers. */
export const RandomStateSchema = v.object({
  a: Uint32Schema,
  b: Uint32Schema,
  c: Uint32Schema,
  counter: Uint32Schema,
  /** Normal numbers come in pairs; this is the second of a pair whose first was handed out. */
  spareNormal: v.optional(FiniteSchema),
});

export type RandomState = v.InferOutput<typeof RandomStateSchema>;

/** What training draws at random, each from a stream of its own. */
const SamplingStateSchema = v.object({
  /** Which real samples make up a batch. */
  real: RandomStateSchema,
  /** Latent vectors. */
  latent: RandomStateSchema,
  /** Classes of generated samples; absent in runs from before there were conditional pairs. */
  classes: v.optional(RandomStateSchema),
  /** Noise on what the discriminator sees. */
  instanceNoise: RandomStateSchema,
  /** Where between a real and a generated sample the gradient penalty looks. */
  mixing: RandomStateSchema,
});

export type SamplingState = v.InferOutput<typeof SamplingStateSchema>;

/** A measurement with what only the diagnosis reads; see `QualityRecord`. */
const QualityRecordSchema = v.object({
  ...QualitySchema.entries,
  modeCounts: v.optional(v.array(CountSchema)),
});

/** An event as checkpoint files hold it. Those of version 0.1 call a problem an illness. */
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
const StoredHistorySchema = v.object({
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

/** A live change in the middle of the round that follows the checkpoint. */
const ChangeInRoundSchema = v.object({
  /** Phases of that round that were done when it came. */
  phasesDone: PositionSchema.entries.phasesDone,
  hyperparameters: HyperparametersSchema,
});

export type ChangeInRound = v.InferOutput<typeof ChangeInRoundSchema>;

const LengthsSchema = v.pipe(v.array(CountSchema), v.readonly());
/** Pictures without their bytes, which stand behind the header. */
const PictureHeaderSchema = v.object({ count: SampleCountSchema, size: PictureSizeSchema });

export type PictureHeader = v.InferOutput<typeof PictureHeaderSchema>;

const ShownHintsHeaderSchema = v.object({ ...ShownHintsSchema.entries, pictures: PictureHeaderSchema });

export type ShownHintsHeader = v.InferOutput<typeof ShownHintsHeaderSchema>;

/** The JSON of a checkpoint file: everything but tensors and the bytes of pictures. */
export const CheckpointHeaderSchema = v.object({
  hyperparameters: HyperparametersSchema,
  completeRounds: RoundSchema,
  sampling: SamplingStateSchema,
  generatorSteps: CountSchema,
  discriminatorSteps: CountSchema,
  /** Length of each tensor, by group. */
  tensors: v.object(v.entriesFromList(TENSOR_GROUPS, LengthsSchema)),
  history: v.object({
    recent: v.array(RoundMetricsSchema),
    quality: v.optional(QualitySchema),
    initialQuality: v.optional(QualitySchema),
  }),
  film: v.array(
    v.object({
      ...SamplesAtRoundSchema.entries,
      pictures: PictureHeaderSchema,
      hints: v.optional(ShownHintsHeaderSchema),
    }),
  ),
  noise: RunFrameSchema.entries.noise,
  pile: v.optional(v.object({ ...JudgedBatchSchema.entries, pictures: PictureHeaderSchema })),
  handIn: v.optional(
    v.object({
      ...GeneratorBatchSchema.entries,
      pictures: PictureHeaderSchema,
      picturesAfter: v.optional(PictureHeaderSchema),
      hints: v.optional(
        v.object({
          ...ShownHintsHeaderSchema.entries,
          followed: PictureHeaderSchema,
          mean: ShownHintsHeaderSchema,
        }),
      ),
    }),
  ),
  changes: v.array(ChangeInRoundSchema),
  collection: v.optional(v.string()),
  past: v.optional(StoredHistorySchema),
});

export type CheckpointHeader = v.InferOutput<typeof CheckpointHeaderSchema>;

/**
 * The header of a file, if it is one.
 *
 * @param text its JSON
 */
export function parseHeader(text: string): CheckpointHeader | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(CheckpointHeaderSchema, json);
  return parsed.success ? parsed.output : undefined;
}

/** How many picture bytes a header speaks of. */
export function pictureBytesOf({ film, pile, handIn }: CheckpointHeader): number {
  const hints = handIn?.hints;
  return [
    ...film.flatMap((frame) => [frame.pictures, frame.hints?.pictures]),
    ...[pile?.pictures, handIn?.pictures, handIn?.picturesAfter],
    ...[hints?.pictures, hints?.followed, hints?.mean.pictures],
  ]
    .map((pictures) => (pictures === undefined ? 0 : pictures.count * pictures.size * pictures.size * 4))
    .reduce((sum, length) => sum + length, 0);
}
