import * as l10n from '@vscode/l10n';
import { PICTURE_BYTES, PICTURE_SIZES } from '../../../src/shared/domain/collection';
import type { DecodePictures, PicturesDecoded, RefusedPart } from '../../../src/shared/wire/messages';
import { areaAverage } from '../../../src/shared/domain/areaAverage';
import { centredSquare, halvings } from '../../../src/shared/domain/square';
import { turned } from './turned';

/**
 * Up to this side, in pixels, a picture is averaged exactly; larger ones are halved by the browser before. Four times the
 * largest picture that a network gets leaves nothing of the browser's own way of scaling to be seen.
 */
const LARGEST_AVERAGED = 112;
/** What is behind transparent pixels. */
const PAPER = '#ffffff';

interface Scaled {
  readonly side: number;
  readonly rgba: Uint8ClampedArray;
}

function drawScaled(
  image: CanvasImageSource,
  from: readonly [number, number, number],
  side: number,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: side <= LARGEST_AVERAGED });
  if (context === null) {
    throw new Error(l10n.t('The browser gave no canvas to draw on.'));
  }
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = PAPER;
  context.fillRect(0, 0, side, side);
  const [x, y, extent] = from;
  context.drawImage(image, x, y, extent, extent, 0, 0, side, side);
  return canvas;
}

/** The middle square of a picture, small enough to be averaged. */
function scaleDown(bitmap: ImageBitmap): Scaled {
  const { x, y, side } = centredSquare(bitmap.width, bitmap.height);
  const [first = side, ...others] = halvings(side, LARGEST_AVERAGED);
  let canvas = drawScaled(bitmap, [x, y, side], first);
  for (const next of others) {
    canvas = drawScaled(canvas, [0, 0, canvas.width], next);
  }
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.width);
  if (pixels === undefined) {
    throw new Error(l10n.t('The browser gave no canvas to draw on.'));
  }
  return { side: canvas.width, rgba: pixels.data };
}

/** @returns the picture at all sizes of `PICTURE_SIZES`, one after the other */
function atAllSizes({ side, rgba }: Scaled): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PICTURE_BYTES);
  let offset = 0;
  for (const size of PICTURE_SIZES) {
    const rgb = areaAverage(rgba, side, size);
    bytes.set(rgb, offset);
    offset += rgb.length;
  }
  return bytes;
}

async function decode(bytes: Uint8Array, orientation = 1): Promise<Uint8Array<ArrayBuffer>> {
  // As the pixels are, without the screen's colour profile, so that every machine decodes the same.
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]), {
    colorSpaceConversion: 'none',
  });
  try {
    const { side, rgba } = scaleDown(bitmap);
    return atAllSizes({ side, rgba: turned(rgba, side, orientation) });
  } finally {
    bitmap.close();
  }
}

/** Decodes the files of one request, one after the other; what cannot be decoded is named with the reason. */
export async function decodePictures({ request, files }: DecodePictures): Promise<PicturesDecoded> {
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  const refused: RefusedPart[] = [];
  for (const { name, bytes, orientation } of files) {
    try {
      pictures.push(await decode(bytes, orientation));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      refused.push({
        name,
        reason: l10n.t('It is damaged or cut off and could not be decoded: {0}', detail),
      });
    }
  }
  return { type: 'picturesDecoded', request, pictures, refused };
}
