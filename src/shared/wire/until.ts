import * as v from 'valibot';
import { QUALITY_MEASURES } from '../domain/measures';
import { FiniteSchema, RoundSchema, ShareSchema } from '../domain/numbers';

/**
 * When a run that plays stops by itself. Checked after every complete round, so that it stops at exactly the first round
 * that fits.
 */
export const UntilSchema = v.variant('kind', [
  /** So many rounds are complete. */
  v.object({ kind: v.literal('round'), round: RoundSchema }),
  /** A measurement of quality, which is made every few rounds, comes out so. */
  v.object({
    kind: v.literal('quality'),
    measure: v.picklist(QUALITY_MEASURES),
    is: v.picklist(['below', 'above']),
    value: FiniteSchema,
  }),
  /** Of a round's generated samples, a larger share than this was judged more likely real. */
  v.object({ kind: v.literal('fooled'), share: ShareSchema }),
]);

export type Until = v.InferOutput<typeof UntilSchema>;
