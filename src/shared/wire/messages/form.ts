import * as v from 'valibot';
import { HyperparametersSchema, HYPERPARAMETER_NAMES, OWN_DATA } from '../../domain/hyperparameters';
import { StringsSchema } from './panel';
import { FiniteSchema } from '../../domain/numbers';

const NamesSchema = v.optional(v.array(v.picklist(HYPERPARAMETER_NAMES)));

/** What the form shows; always complete. */
export const HostToFormSchema = v.variant('type', [
  v.object({
    type: v.literal('show'),
    strings: v.optional(StringsSchema),
    /** What the person wants. */
    wanted: HyperparametersSchema,
    /** What the net in the panel runs with; absent when no lesson runs. */
    running: v.optional(HyperparametersSchema),
    /** What "reset" goes back to. */
    defaults: HyperparametersSchema,
    /** The learner's own collections that can be chosen; absent when there is none. */
    ownData: v.optional(v.array(v.picklist(OWN_DATA))),
    /** Those that the lesson does not speak of in the step that is being read. */
    hidden: NamesSchema,
    /** Those that the lesson holds fixed in the step that is being read. */
    locked: NamesSchema,
  }),
  /** An edit was refused; the value in force is in the `show` that follows. */
  v.object({ type: v.literal('refused'), name: v.string(), reason: v.string() }),
]);

export type HostToForm = v.InferOutput<typeof HostToFormSchema>;

/** From the form to the host. Values are checked by the session, which answers with `show`, or `refused` and `show`. */
export const FormToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('edit'), name: v.string(), value: v.union([v.string(), FiniteSchema]) }),
  /** Back to the lesson's hyperparameters. */
  v.object({ type: v.literal('reset') }),
  /** Start a new run with what is wanted. */
  v.object({ type: v.literal('restart') }),
]);

export type FormToHost = v.InferOutput<typeof FormToHostSchema>;
