import * as v from 'valibot';
import {
  ExtentSchema,
  FiniteSchema,
  GridSideSchema,
  SampleCountSchema,
  ShareSchema,
} from '../domain/numbers';

/** What can be drawn on the plane, in the order of the switches. */
export const PLANE_LAYERS = ['field', 'real', 'generated', 'sheet', 'arrows', 'optimal', 'gap'] as const;

export const PlaneLayerSchema = v.picklist(PLANE_LAYERS);

export type PlaneLayer = v.InferOutput<typeof PlaneLayerSchema>;

/** What is drawn until a person switches it. The optimal discriminator is for those who have heard of it. */
export const DEFAULT_LAYERS: readonly PlaneLayer[] = ['field', 'real', 'generated', 'sheet', 'arrows'];

/** x and y of one point after the other. */
const CoordinatesSchema = v.pipe(
  v.instance(Float32Array),
  v.check(({ length }) => length % 2 === 0, 'a point lacks its y'),
);

/** Points, and what the discriminator says of each where it has been asked. */
export const JudgedPointsSchema = v.object({
  points: CoordinatesSchema,
  /** P(real). */
  probabilities: v.optional(v.array(ShareSchema)),
  /** P(real) after this round's update: of the discriminator for the batch, of the generator for its batch. */
  probabilitiesAfter: v.optional(v.array(ShareSchema)),
});

export type JudgedPoints = v.InferOutput<typeof JudgedPointsSchema>;

/** Where the generator puts a regular grid of latent vectors. */
export const SheetSchema = v.pipe(
  v.object({
    columns: GridSideSchema,
    rows: GridSideSchema,
    /** Row by row; the rows are those of the second latent number. */
    points: CoordinatesSchema,
    /** Numbers in a latent vector. Beyond two, the sheet is a slice: the first two vary and the others are 0. */
    latentSize: SampleCountSchema,
  }),
  v.check(({ columns, rows, points }) => points.length === 2 * columns * rows, 'the sheet has holes'),
);

export type Sheet = v.InferOutput<typeof SheetSchema>;

/** The discriminator that no other beats, D* = p / (p + q), and how far the present one is from it. */
export const OptimalSchema = v.object({
  /** D* in the middle of every square of the grid, as in `Plane.field`. */
  answers: v.instance(Float32Array),
  /** How many points there are, real and generated: (p + q) / 2, with 1 where it is greatest. */
  crowd: v.instance(Float32Array),
  /** Absent for losses whose discriminator does not estimate a probability. */
  comparison: v.optional(
    v.object({
      /** Mean of |D - D*| over the points of both kinds. */
      gap: ShareSchema,
      /** V(D, G) = E ln D(x) + E ln(1 - D(G(z))) in nats; absent for minus infinity, when D is certain and wrong. */
      value: v.optional(FiniteSchema),
      /** V(D*, G) in nats, from -ln 4 (no difference to be found) to 0. */
      optimalValue: FiniteSchema,
    }),
  ),
  divergence: v.object({
    /** Jensen-Shannon divergence of real and generated points, estimated from samples. */
    bits: ShareSchema,
    /** Points of each kind that it was estimated from. */
    samples: SampleCountSchema,
  }),
});

export type Optimal = v.InferOutput<typeof OptimalSchema>;

/** A moment of a run on points: everything that is drawn on the plane. */
export const PlaneSchema = v.pipe(
  v.object({
    /** The plane is shown from -extent to extent in both directions. */
    extent: ExtentSchema,
    /** Squares of the grid in each direction. */
    cells: GridSideSchema,
    /** Real points of the batch; between the rounds some of the collection. */
    real: JudgedPointsSchema,
    /** Generated points of the batch; between the rounds some of the present generator; none before `forge`. */
    generated: JudgedPointsSchema,
    /** Fresh generated points, from `forgeAgain` on. */
    generatorBatch: v.optional(
      v.object({
        ...JudgedPointsSchema.entries,
        /** The same latent vectors after `trainGenerator`. */
        pointsAfter: v.optional(CoordinatesSchema),
      }),
    ),
    /**
     * P(real) in the middle of every square, row by row from low y to high y, each row from low x to high x. Present
     * when one of the layers `field`, `optimal` and `gap` is asked for.
     */
    field: v.optional(v.instance(Float32Array)),
    sheet: v.optional(SheetSchema),
    /**
     * For each of the points of the generator's batch, or else each generated point: the direction in which it scores better, as dx and
     * dy. It is minus the gradient of the generator's loss by the point, d ln D / dx for the non-saturating loss.
     */
    arrows: v.optional(CoordinatesSchema),
    optimal: v.optional(OptimalSchema),
  }),
  v.check(
    ({ cells, field, optimal }) =>
      [field, optimal?.answers, optimal?.crowd].every(
        (grid) => grid === undefined || grid.length === cells * cells,
      ),
    'a grid has the wrong size',
  ),
);

export type Plane = v.InferOutput<typeof PlaneSchema>;
