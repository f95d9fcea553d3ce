import * as v from 'valibot';
import { RerunJobSchema, RerunOutcomeSchema } from '../rerun';
import { StringsSchema } from './panel';

/** From the extension host to the page that runs runs again. */
export const HostToRerunSchema = v.variant('type', [
  /** What is to be done; comes once, after `ready`. */
  v.object({
    type: v.literal('run'),
    strings: v.optional(StringsSchema),
    title: v.string(),
    jobs: v.array(RerunJobSchema),
  }),
]);

export type HostToRerun = v.InferOutput<typeof HostToRerunSchema>;

/** From that page to the extension host. */
export const RerunToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** One run has come to its end; the next begins. */
  v.object({ type: v.literal('outcome'), outcome: RerunOutcomeSchema }),
  /** The person has had enough. */
  v.object({ type: v.literal('cancel') }),
]);

export type RerunToHost = v.InferOutput<typeof RerunToHostSchema>;
