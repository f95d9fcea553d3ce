import { whole } from '../../domain/numbers';

/** Names a live change in its answer; another number for each change of a run. */
export const ChangeNumberSchema = whole(1, Number.MAX_SAFE_INTEGER);
