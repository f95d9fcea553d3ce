import * as v from 'valibot';
import { MachineSchema, RerunJobSchema, RerunOutcomeSchema } from '../rerun';
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
  /** The same for one run that is only to show what the machine can do. */
  v.object({
    type: v.literal('probe'),
    strings: v.optional(StringsSchema),
    title: v.string(),
    job: RerunJobSchema,
  }),
]);

export type HostToRerun = v.InferOutput<typeof HostToRerunSchema>;

/** From that page to the extension host. */
export const RerunToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** One run has come to its end; the next begins. */
  v.object({ type: v.literal('outcome'), outcome: RerunOutcomeSchema }),
  v.object({ type: v.literal('probed'), machine: MachineSchema }),
  /** The person has had enough. */
  v.object({ type: v.literal('cancel') }),
]);

export type RerunToHost = v.InferOutput<typeof RerunToHostSchema>;
