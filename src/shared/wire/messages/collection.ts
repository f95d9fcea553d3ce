import * as v from 'valibot';
import { PICTURE_BYTES } from '../../domain/collection';
import { TicketSchema, whole } from '../../domain/numbers';

/** Part of a collection that could not be used, and why, in one sentence. */
const RefusedPartSchema = v.object({ name: v.string(), reason: v.string() });

export type RefusedPart = v.InferOutput<typeof RefusedPartSchema>;

/** Points on the plane, x and y in turn. */
const PointsSchema = v.pipe(
  v.instance(Float32Array),
  v.check((points) => points.length % 2 === 0, 'a point has two coordinates'),
  v.check((points) => points.every(Number.isFinite), 'a coordinate is a number'),
);

/** From the host to the panel: only a page can decode pictures. Each is answered by `picturesDecoded`. */
export const DecodePicturesSchema = v.object({
  type: v.literal('decodePictures'),
  request: TicketSchema,
  files: v.array(
    v.object({
      name: v.string(),
      bytes: v.instance(Uint8Array),
      /** How a picture is to be turned, as EXIF counts it; absent where the browser sees to it. */
      orientation: v.optional(whole(1, 8)),
    }),
  ),
});

export type DecodePictures = v.InferOutput<typeof DecodePicturesSchema>;

/** From the panel to the host: the files of one request, each decoded or refused. */
export const PicturesDecodedSchema = v.object({
  type: v.literal('picturesDecoded'),
  request: TicketSchema,
  /** Red, green and blue at each size of `PICTURE_SIZES`, one after the other. */
  pictures: v.array(
    v.pipe(
      v.instance(Uint8Array),
      v.check((rgb) => rgb.length === PICTURE_BYTES, 'a picture has the wrong length'),
    ),
  ),
  refused: v.array(RefusedPartSchema),
});

export type PicturesDecoded = v.InferOutput<typeof PicturesDecodedSchema>;

/** From the host to the panel: the person wants to draw points, going on from these. */
export const DrawPointsSchema = v.object({ type: v.literal('drawPoints'), points: PointsSchema });

/** From the panel to the host: the person has drawn these points and wants to train on them. */
export const PointsDrawnSchema = v.object({ type: v.literal('pointsDrawn'), points: PointsSchema });

/** What the panel says about collections. */
export type CollectionAnswer = PicturesDecoded | v.InferOutput<typeof PointsDrawnSchema>;
