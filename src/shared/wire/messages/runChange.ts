import * as v from 'valibot';

/** Names a live change in its answer; another number for each change of a run. */
export const ChangeNumberSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
