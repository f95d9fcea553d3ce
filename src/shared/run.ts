import * as v from 'valibot';
import { PositionSchema } from './phases';

/** A probability, or another share, from 0 to 1. */
const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Square pictures of the same size, one after the other, as RGBA bytes ready for `ImageData`. */
export const PicturesSchema = v.pipe(
  v.object({
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Width and height of each in pixels. */
    size: v.pipe(v.number(), v.integer(), v.minValue(1)),
    rgba: v.instance(Uint8ClampedArray),
  }),
  v.check(({ count, size, rgba }) => rgba.length === count * size * size * 4, 'rgba has the wrong length'),
);

export type Pictures = v.InferOutput<typeof PicturesSchema>;

/**
 * The cards on the inspector's desk: a fixed number of the batch's real and generated samples, shuffled. Which fields
 * are there depends on how far the round has come; `pictures` come first, `truth` last.
 */
export const PileSchema = v.object({
  pictures: PicturesSchema,
  /** How many samples the inspector judges in all; the cards are some of them. */
  total: v.number(),
  /** True for real samples. The panel shows it from `reveal` on. */
  truth: v.array(v.boolean()),
  /** D(x) = P(real) for each card, once judged. */
  probabilities: v.optional(v.array(ShareSchema)),
  /** The same after `trainDiscriminator`. */
  probabilitiesAfter: v.optional(v.array(ShareSchema)),
});

export type Pile = v.InferOutput<typeof PileSchema>;

/** Fresh generated samples on their way through the inspector and back, from `forgeAgain` on. */
export const HandInSchema = v.object({
  pictures: PicturesSchema,
  total: v.number(),
  probabilities: v.array(ShareSchema),
  /** The same latent vectors painted and scored again after `trainGenerator`. */
  picturesAfter: v.optional(PicturesSchema),
  probabilitiesAfter: v.optional(v.array(ShareSchema)),
});

export type HandIn = v.InferOutput<typeof HandInSchema>;

/** What is measured in every round, on the whole batch. */
export const RoundMetricsSchema = v.object({
  /** Complete rounds before this one, plus one. */
  round: v.number(),
  /** L_D, the sum of both halves: 2 ln 2 = 1.386 for pure guessing with the non-saturating loss. */
  discriminatorLoss: v.number(),
  generatorLoss: v.number(),
  /** Share of real samples that were judged more likely real. */
  accuracyOnReal: ShareSchema,
  /** Share of generated samples that were judged more likely fake. */
  accuracyOnFake: ShareSchema,
  /** Mean of D(x) over the real samples. */
  meanOnReal: ShareSchema,
  /** Mean of D(G(z)) over the generated samples. */
  meanOnFake: ShareSchema,
});

export type RoundMetrics = v.InferOutput<typeof RoundMetricsSchema>;

/** How near the forgeries are to the collection, measured every few rounds on samples from fixed latent vectors. */
export const QualitySchema = v.object({
  round: v.number(),
  /** Frechet distance on 16 principal components of the collection; not comparable with FID in papers. */
  miniFid: v.number(),
  /** exp of the entropy of the samples over the collection's modes. */
  effectiveModes: v.number(),
  modes: v.number(),
});

export type Quality = v.InferOutput<typeof QualitySchema>;

/** Forgeries of the same latent vectors at an earlier round. */
export const FilmFrameSchema = v.object({ round: v.number(), pictures: PicturesSchema });

export type FilmFrame = v.InferOutput<typeof FilmFrameSchema>;

/** Everything that the stage shows of one moment of a run; complete in itself, so that any frame may be dropped. */
export const RunFrameSchema = v.object({
  position: PositionSchema,
  playing: v.boolean(),
  /** Rounds are passing whole, without their phases being shown one by one. */
  wholeRounds: v.boolean(),
  /** One of the generator's latent vectors, scaled to 0..1, for the noise that falls on the easel. */
  noise: v.array(ShareSchema),
  /** Forgeries of the latent vectors that stay the same through the run, painted by the averaged generator. */
  showcase: PicturesSchema,
  pile: v.optional(PileSchema),
  handIn: v.optional(HandInSchema),
  /** Of the round in progress, once its losses are known, else of the last complete round. */
  metrics: v.optional(RoundMetricsSchema),
  quality: v.optional(QualitySchema),
  /** The same at round 0, to compare with. */
  initialQuality: v.optional(QualitySchema),
  /** Share of all samples judged right, over the last five rounds; absent before the first. */
  recentAccuracy: v.optional(ShareSchema),
  /** Strictly increasing in `round`, thinned so that their number stays bounded. */
  film: v.array(FilmFrameSchema),
});

export type RunFrame = v.InferOutput<typeof RunFrameSchema>;

/** Which backend trains, and why it was chosen. */
export const BackendChoiceSchema = v.object({
  backend: v.picklist(['webgl', 'cpu']),
  /** One sentence for a person. */
  reason: v.string(),
});

export type BackendChoice = v.InferOutput<typeof BackendChoiceSchema>;

/** What is known of a run as soon as its networks exist. */
export const RunStartSchema = v.object({
  backend: BackendChoiceSchema,
  generatorParameters: v.number(),
  discriminatorParameters: v.number(),
  /** Some of the real collection, for the museum's walls. */
  museum: PicturesSchema,
});

export type RunStart = v.InferOutput<typeof RunStartSchema>;
