import * as v from 'valibot';
import { RunSeriesSchema } from '../../domain/measures';
import { TicketSchema, whole } from '../../domain/numbers';

/** What a person can take along from a lesson. */
const EXPORT_KINDS = ['stage', 'contactSheet', 'postcard', 'animation', 'metrics'] as const;

const ExportKindSchema = v.picklist(EXPORT_KINDS);

export type ExportKind = v.InferOutput<typeof ExportKindSchema>;

/** From the host to the panel, which alone knows what is on the screen. Each is answered by `exported`. */
export const ExportRequestSchema = v.object({
  type: v.literal('export'),
  request: TicketSchema,
  kind: ExportKindSchema,
});

export type ExportRequest = v.InferOutput<typeof ExportRequestSchema>;

/** Width or height in pixels: more than a canvas of any browser has. */
const LARGEST_PAGE = 16_384;

/** The samples over time, drawn picture by picture. */
const AnimationPagesSchema = v.pipe(
  v.object({
    kind: v.literal('animation'),
    width: whole(1, LARGEST_PAGE),
    height: whole(1, LARGEST_PAGE),
    /** RGBA, row by row, oldest first. */
    pages: v.pipe(v.array(v.instance(Uint8ClampedArray)), v.minLength(1)),
  }),
  v.check(
    ({ width, height, pages }) => pages.every(({ length }) => length === 4 * width * height),
    'a page of the animation has the wrong length',
  ),
);

export type AnimationPages = v.InferOutput<typeof AnimationPagesSchema>;

const ExportContentSchema = v.variant('kind', [
  /** A whole PNG file. */
  v.object({ kind: v.literal('png'), bytes: v.instance(Uint8Array) }),
  AnimationPagesSchema,
  v.object({ kind: v.literal('series'), series: RunSeriesSchema }),
  /** There is nothing of that kind yet, or it could not be drawn. */
  v.object({ kind: v.literal('refused'), message: v.string(), next: v.string() }),
]);

export type ExportContent = v.InferOutput<typeof ExportContentSchema>;

/** From the panel to the host: what one request asked for. */
export const ExportedSchema = v.object({
  type: v.literal('exported'),
  request: TicketSchema,
  content: ExportContentSchema,
});

/** What the panel says about exports. */
export type ExportAnswer = v.InferOutput<typeof ExportedSchema>;
