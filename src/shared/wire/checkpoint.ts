import * as v from 'valibot';
import { HyperparametersSchema } from '../domain/hyperparameters';
import { ClaimedPositionSchema, laterPosition } from '../domain/phases';

/** Names one run: another one for every run that begins, the same for as long as it goes on. */
export const RunIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/));

/**
 * A run, as it is kept while its panel is hidden, closed or reloaded. The checkpoint was taken between two rounds;
 * running on from there to `position` gives the very same weights, because a run is reproducible bit for bit.
 */
export const SavedRunSchema = v.object({
  /** Names the run; absent where it comes from a file, or from a version that gave no names. */
  id: v.optional(RunIdSchema),
  /** The experiment of the lesson that it was started as; absent for the lesson's own run. */
  experiment: v.optional(v.string()),
  hyperparameters: HyperparametersSchema,
  /** The backend on which the bits are reproducible. */
  backend: v.picklist(['webgl', 'cpu']),
  position: ClaimedPositionSchema,
  /** Where the checkpoint was taken; `position` is never earlier. */
  checkpointPosition: ClaimedPositionSchema,
  /** Whether the last round passed whole, without its phases being shown; see `RunFrame`. */
  wholeRounds: v.boolean(),
  /** Digest of the learner's own collection that the run trains on; see `OwnCollection`. */
  collection: v.optional(v.string()),
  /** A whole checkpoint file; its own reader checks it. */
  checkpoint: v.instance(Uint8Array),
});

export type SavedRun = v.InferOutput<typeof SavedRunSchema>;

/** A run as its record and its checkpoint say; a position before the checkpoint becomes the checkpoint's. */
export function savedRun(record: Omit<SavedRun, 'checkpoint'>, checkpoint: SavedRun['checkpoint']): SavedRun {
  return { ...record, position: laterPosition(record.position, record.checkpointPosition), checkpoint };
}

/** A run as it was when this checkpoint was taken. */
export function runOfCheckpoint({
  hyperparameters,
  backend,
  position,
  wholeRounds,
  collection,
  bytes,
}: Pick<SavedRun, 'hyperparameters' | 'backend' | 'position' | 'wholeRounds' | 'collection'> & {
  readonly bytes: SavedRun['checkpoint'];
}): SavedRun {
  const own = collection === undefined ? {} : { collection };
  return {
    hyperparameters,
    backend,
    position,
    checkpointPosition: position,
    wholeRounds,
    ...own,
    checkpoint: bytes,
  };
}
