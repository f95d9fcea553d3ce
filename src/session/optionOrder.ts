import { describeError } from '../emitter';
import type { Log } from '../log';
import type { ProgressMemory } from './progressBook';

/** Synced with the progress, so that options stay where they are on another machine. */
export const OPTION_ORDER_KEY = 'optionOrder';

const ORDERS = 2 ** 31;

/** What decides in which order this learner reads the options of questions: drawn once, and kept. */
export function optionOrderOf(memory: ProgressMemory, log: Log): number {
  const kept = memory.get(OPTION_ORDER_KEY);
  if (typeof kept === 'number' && Number.isInteger(kept) && kept >= 0 && kept < ORDERS) {
    return kept;
  }
  const drawn = Math.floor(Math.random() * ORDERS);
  memory.update(OPTION_ORDER_KEY, drawn).then(undefined, (error: unknown) => log.warn(describeError(error)));
  return drawn;
}
