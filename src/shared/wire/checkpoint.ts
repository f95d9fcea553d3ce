import * as v from 'valibot';
import { HyperparametersSchema } from '../domain/hyperparameters';
import { PositionSchema } from '../domain/phases';

/** Names one run: another one for every run that begins, the same for as long as it goes on. */
export const RunIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/));

/**
 * A run, as it is kept while its panel is hidden, closed or reloaded. The checkpoint was taken between two rounds;
 * running on from there to `position` gives the very same weights, because a run is reproducible bit for bit.
 */
export const SavedRunSchema = v.object({
  hyperparameters: HyperparametersSchema,
  /** The backend on which the bits are reproducible. */
  backend: v.picklist(['webgl', 'cpu']),
  position: PositionSchema,
  /** Whether the last round passed whole, without its phases being shown; see `RunFrame`. */
  wholeRounds: v.boolean(),
  /** Digest of the learner's own collection that the run trains on; see `OwnCollection`. */
  collection: v.optional(v.string()),
  /** A whole checkpoint file; its own reader checks it. */
  checkpoint: v.instance(Uint8Array),
});

export type SavedRun = v.InferOutput<typeof SavedRunSchema>;
