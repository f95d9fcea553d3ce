import * as v from 'valibot';
import { MOST_SAMPLES, ShareSchema, whole } from '../domain/numbers';

/** One of the fixed samples, by its place. */
const FixedSampleIndexSchema = whole(0, MOST_SAMPLES - 1);

/** More pictures at once would keep training waiting for too long. */
const MOST_STEPS = 64;
const LARGEST_SIDE = 12;

/** Latent vectors between those of the fixed samples, whose pictures a person wants to see. */
export const LatentPathSchema = v.variant('kind', [
  /** From one fixed sample to another, both included. */
  v.object({
    kind: v.literal('walk'),
    from: FixedSampleIndexSchema,
    to: FixedSampleIndexSchema,
    steps: whole(2, MOST_STEPS),
  }),
  /**
   * A square of latent vectors, row by row from the upper left. With a latent size of 2 it is the whole latent plane, the
   * first number growing to the right and the second upwards. Otherwise it is the plane through three of the fixed
   * samples: the first in the upper left corner, the second in the upper right one, the third in the lower left one.
   */
  v.object({
    kind: v.literal('grid'),
    corners: v.tuple([FixedSampleIndexSchema, FixedSampleIndexSchema, FixedSampleIndexSchema]),
    side: whole(2, LARGEST_SIDE),
  }),
  /**
   * Each class that can be ordered from a conditional generator, from the latent vectors of the first fixed
   * samples, which are the same for every class: so many pictures of the first class, then of the second, and so on. None
   * of an unconditional generator.
   */
  v.object({
    kind: v.literal('orders'),
    count: whole(1, LARGEST_SIDE),
  }),
  /**
   * The fixed samples, their latent vectors multiplied by a scale from 0 to 1: the truncation trick in its simplest form
   * (Brock et al. 2019 draw again what is too far out; Karras et al. 2019 scale, in their second space). Classes stay.
   */
  v.object({
    kind: v.literal('truncated'),
    scale: ShareSchema,
  }),
]);

export type LatentPath = v.InferOutput<typeof LatentPathSchema>;
