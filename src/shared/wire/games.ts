import * as v from 'valibot';
import { PicturesSchema, ShownHintsSchema } from './run';
import {
  ExtentSchema,
  GridSideSchema,
  PictureSizeSchema,
  RoundSchema,
  SampleCountSchema,
  ShareSchema,
  TicketSchema,
} from '../domain/numbers';

/** What a person can be, in place of one of the networks. */
export const GAMES = ['discriminator', 'generator'] as const;

export type GameName = (typeof GAMES)[number];

/** Samples that are dealt at a time: as many as are shown of a batch, in two rows of eight. */
export const DEALT_CARDS = 16;
/** Points that a person who draws on the plane has. */
export const DRAWN_POINTS = 8;
/** Updates of the discriminator, on a copy, on a drawn sample. */
export const UPDATES_PER_DRAWING = 10;

/** x and y of one point after the other. */
const PointsSchema = v.pipe(
  v.instance(Float32Array),
  v.check((points) => points.length % 2 === 0, 'a point lacks its y'),
  v.check((points) => points.every(Number.isFinite), 'a coordinate is a number'),
);

/** What a person drew: one picture of the run's size, or points. */
export const DrawnSampleSchema = v.variant('kind', [
  v.object({
    kind: v.literal('picture'),
    /** Row by row from the top, four bytes a pixel. */
    rgba: v.instance(Uint8ClampedArray),
  }),
  v.object({ kind: v.literal('points'), points: PointsSchema }),
]);

export type DrawnSample = v.InferOutput<typeof DrawnSampleSchema>;

/** What the worker can be asked for in a game. It plays on copies of the networks; the run does not notice. */
export const GameCommandSchema = v.variant('kind', [
  /** Samples of the coming round's batch, shuffled; the answer is `dealt`. */
  v.object({ kind: v.literal('deal') }),
  /** What each of them is and what the discriminator says; the answer is `judged`. */
  v.object({ kind: v.literal('reveal') }),
  /** What there is to draw with; the answer is `drawing`. */
  v.object({ kind: v.literal('startDrawing') }),
  /** What the discriminator of this moment says of a drawn sample; the answer is `scored`. */
  v.object({
    kind: v.literal('score'),
    /** Comes back with the answer. */
    serial: TicketSchema,
    drawn: DrawnSampleSchema,
    /** Also where it looks. */
    looks: v.boolean(),
    /** Also, of a picture, the gradient of its logit by the pixels. */
    hints: v.boolean(),
  }),
  /** A copy of the discriminator learns from a drawn sample; the answer is `learned`, and from then on that copy scores. */
  v.object({ kind: v.literal('learn'), drawn: DrawnSampleSchema }),
  /** The discriminator of this moment scores again; it has learned nothing from any drawing. */
  v.object({ kind: v.literal('forget') }),
  /** The game is over; its copies are put away. */
  v.object({ kind: v.literal('leave') }),
]);

export type GameCommand = v.InferOutput<typeof GameCommandSchema>;

/** Samples to judge, without a word of what they are. */
export const DealtSchema = v.object({
  kind: v.literal('dealt'),
  /** The round in which this batch is judged, from 1. */
  round: RoundSchema,
  /** How many samples lie on the whole batch. */
  total: SampleCountSchema,
  samples: v.variant('kind', [
    v.object({ kind: v.literal('pictures'), pictures: PicturesSchema }),
    v.object({
      kind: v.literal('points'),
      points: PointsSchema,
      /** The rest of the batch, as unknown as those. */
      others: PointsSchema,
      /** See `Plane`. */
      extent: ExtentSchema,
    }),
  ]),
});

export type Dealt = v.InferOutput<typeof DealtSchema>;

/** The truth about what was dealt, sample by sample. */
export const JudgedSchema = v.object({
  kind: v.literal('judged'),
  truth: v.array(v.boolean()),
  /** P(real) by the discriminator, on the whole batch as in the round itself. */
  probabilities: v.array(ShareSchema),
  /** On the plane. */
  plane: v.optional(
    v.object({
      cells: GridSideSchema,
      /** See `Plane.field`. */
      field: v.instance(Float32Array),
      /** P(real) of each sample by the discriminator that no other beats, D* = p / (p + q). */
      optimal: v.array(ShareSchema),
    }),
  ),
});

export type Judged = v.InferOutput<typeof JudgedSchema>;

/** What a person has to draw with. */
export const DrawingSchema = v.object({
  kind: v.literal('drawing'),
  /** Complete rounds of the discriminator that scores. */
  round: RoundSchema,
  /** Mean of D(G(z)) over fresh samples of the generator. */
  machineMean: ShareSchema,
  /** Mean of D(x) over originals. */
  originalsMean: ShareSchema,
  canvas: v.variant('kind', [
    v.object({
      kind: v.literal('picture'),
      /** Width and height in pixels. */
      size: PictureSizeSchema,
      /** Red, green and blue of typical colours of the collection, the most frequent first. */
      palette: v.pipe(
        v.instance(Uint8ClampedArray),
        v.check((palette) => palette.length >= 3 && palette.length % 3 === 0, 'a colour is three bytes'),
      ),
    }),
    v.object({
      kind: v.literal('points'),
      extent: ExtentSchema,
    }),
  ]),
});

export type Drawing = v.InferOutput<typeof DrawingSchema>;

/** Where the discriminator looks: what changes when a part is covered, or its opinion of every place. */
export const LookSchema = v.variant('kind', [
  v.object({
    kind: v.literal('picture'),
    /** Positions of the cover along each side. */
    steps: PictureSizeSchema,
    /** Side of the cover, and from one position to the next, in pixels. */
    patch: PictureSizeSchema,
    stride: PictureSizeSchema,
    /**
     * How much the discriminator's output (the logit of D) sinks when the cover lies there, row by row from the top:
     * positive where the picture convinces it, negative where it gives itself away.
     */
    evidence: v.instance(Float32Array),
  }),
  v.object({
    kind: v.literal('points'),
    cells: GridSideSchema,
    field: v.instance(Float32Array),
  }),
]);

export type Look = v.InferOutput<typeof LookSchema>;

/** How a drawn picture would score better: the gradient of the discriminator's logit by its pixels. */
export const DrawnHintSchema = v.object({
  shown: ShownHintsSchema,
  /** The picture after one step of fixed length along it, as `Hints.followed`. */
  followed: PicturesSchema,
});

/** What the discriminator says of a drawn sample. */
export const ScoredSchema = v.object({
  kind: v.literal('scored'),
  serial: TicketSchema,
  /** P(real) of the picture, or of each point. */
  probabilities: v.array(ShareSchema),
  /** Of points: the direction in which each scores better, see `Plane.arrows`. */
  arrows: v.optional(PointsSchema),
  look: v.optional(LookSchema),
  /** Of a picture, if it was asked for and every number is finite. */
  hint: v.optional(DrawnHintSchema),
});

export type Scored = v.InferOutput<typeof ScoredSchema>;

const BeforeAfterSchema = v.tuple([ShareSchema, ShareSchema]);

/** How a copy of the discriminator learned from a drawn sample. */
export const LearnedSchema = v.object({
  kind: v.literal('learned'),
  /** Mean P(real) of the drawn sample before the first update and after each. */
  path: v.array(ShareSchema),
  /** Means over fresh samples of the generator and over originals, before and after. */
  machine: BeforeAfterSchema,
  originals: BeforeAfterSchema,
  /** Samples of each batch's generated samples that were replaced by the person's, and how many there were in all. */
  copies: SampleCountSchema,
  batch: SampleCountSchema,
});

export type Learned = v.InferOutput<typeof LearnedSchema>;

/** What the worker says in a game. */
export const GameReportSchema = v.variant('kind', [
  DealtSchema,
  JudgedSchema,
  DrawingSchema,
  ScoredSchema,
  LearnedSchema,
  /** What was asked for cannot be had; the run goes on. */
  v.object({ kind: v.literal('impossible'), message: v.string(), next: v.string() }),
]);

export type GameReport = v.InferOutput<typeof GameReportSchema>;
