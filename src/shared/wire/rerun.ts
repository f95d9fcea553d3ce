import * as v from 'valibot';
import { HyperparametersSchema } from '../domain/hyperparameters';
import { RunSeriesSchema } from '../domain/measures';
import { PositionSchema } from '../domain/phases';
import { CountSchema, RateSchema, RoundSchema } from '../domain/numbers';

/** A run that is to be run again from its first weights, to see what it says. */
export const RerunJobSchema = v.object({
  id: v.string(),
  /** What it is called on the page that shows how far it is. */
  title: v.string(),
  /** In force at round 0. */
  hyperparameters: HyperparametersSchema,
  /** What was changed while it went on, in the order of the moments; each as it was in force from there on. */
  changes: v.array(v.object({ position: PositionSchema, hyperparameters: HyperparametersSchema })),
  /** How many rounds are to be complete. */
  round: RoundSchema,
});

export type RerunJob = v.InferOutput<typeof RerunJobSchema>;

/** PNG files that show what a run came to. */
export const RerunPicturesSchema = v.object({
  /** Generated samples of the same latent vectors at rounds from the first to the last: a row for each. */
  samplesOverTime: v.instance(Uint8Array),
  /** The measure of quality over the rounds. */
  chart: v.instance(Uint8Array),
});

export type RerunPictures = v.InferOutput<typeof RerunPicturesSchema>;

/** What came of running a run again. */
export const RerunOutcomeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('done'),
    id: v.string(),
    /** On which it ran; on another than before its last digits differ. */
    backend: v.picklist(['webgl', 'cpu']),
    /** Complete rounds; fewer than wanted when its numbers ceased to be finite. */
    round: RoundSchema,
    series: RunSeriesSchema,
    pictures: RerunPicturesSchema,
  }),
  v.object({ kind: v.literal('failed'), id: v.string(), message: v.string(), next: v.string() }),
]);

export type RerunOutcome = v.InferOutput<typeof RerunOutcomeSchema>;

/** More than the name of any browser or graphics processor. */
const LONGEST_NAME = 500;

const NameSchema = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

/** What a page finds out about the machine that it is on. */
export const MachineSchema = v.object({
  userAgent: NameSchema,
  /** Logical ones. */
  processors: CountSchema,
  /** The renderer of WebGL 2; absent without WebGL 2. */
  webgl: v.optional(NameSchema),
  /** The adapter of WebGPU; absent when there is none. */
  webgpu: v.optional(NameSchema),
  /** Animation frames a second; 0 when none came. */
  frameRate: RateSchema,
  /** What trained, and how fast; absent when it failed. */
  training: v.optional(v.object({ backend: v.picklist(['webgl', 'cpu']), roundsPerSecond: RateSchema })),
});

export type Machine = v.InferOutput<typeof MachineSchema>;
