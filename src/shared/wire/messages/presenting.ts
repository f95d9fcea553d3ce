import * as v from 'valibot';
import { between, TicketSchema } from '../../domain/numbers';

/** From the host to the panel: show the stage to a class, or no longer. The panel says `presenting` when it does. */
export const PresentSchema = v.object({ type: v.literal('present') });

/** From the panel to the host: the stage fills the panel, or does no longer. */
export const PresentingSchema = v.object({ type: v.literal('presenting'), on: v.boolean() });

/** More pixels than any screen has in one direction. */
const LengthSchema = between(0, 100_000);

const SizeSchema = v.object({ width: LengthSchema, height: LengthSchema });

/** The size of the panel's page in CSS pixels. */
export type PageSize = v.InferOutput<typeof SizeSchema>;

/** From the host to the panel: how large is the page? Answered by `measured`. */
export const MeasureSchema = v.object({
  type: v.literal('measure'),
  request: TicketSchema,
  /** What it was: the panel answers when it is another, or when that takes too long. */
  before: v.optional(SizeSchema),
});

export type Measure = v.InferOutput<typeof MeasureSchema>;

/** From the panel to the host. */
export const MeasuredSchema = v.object({
  type: v.literal('measured'),
  request: TicketSchema,
  size: SizeSchema,
});

/** What the panel says about its size. */
export type MeasureAnswer = v.InferOutput<typeof MeasuredSchema>;
