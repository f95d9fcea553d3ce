/** A cover that is laid onto one part of a picture after the other. */
interface Cover {
  /** Side of the cover, in pixels. */
  readonly patch: number;
  /** From one position to the next, in pixels. */
  readonly stride: number;
  /** Positions along each side. */
  readonly steps: number;
}

/** Of a picture's side: wide enough to hide an eye or a mouth, and not both. */
const COVERED_SHARE = 1 / 4;
const LEAST_PATCH = 4;

/** The cover for pictures of this size; its positions overlap by half. */
export function coverFor(size: number): Cover {
  const patch = Math.max(LEAST_PATCH, Math.round(size * COVERED_SHARE));
  const stride = Math.floor(patch / 2);
  return { patch, stride, steps: Math.floor((size - patch) / stride) + 1 };
}

/**
 * The picture with the cover at each of its positions, row by row from the top (Zeiler & Fergus 2014, section 4.2). The
 * cover has the mean colour of the picture, so that on an empty canvas nothing changes.
 *
 * @param values of one picture, row by row, `channels` numbers a pixel
 * @returns steps * steps pictures, one after the other
 */
export function covered(values: Float32Array, size: number, channels: number, cover: Cover): Float32Array {
  const { patch, stride, steps } = cover;
  const mean = meanColour(values, channels);
  const all = new Float32Array(steps * steps * values.length);
  for (let position = 0; position < steps * steps; position++) {
    const start = position * values.length;
    all.set(values, start);
    const top = Math.floor(position / steps) * stride;
    const left = (position % steps) * stride;
    for (let y = top; y < top + patch; y++) {
      for (let x = left; x < left + patch; x++) {
        all.set(mean, start + (y * size + x) * channels);
      }
    }
  }
  return all;
}

function meanColour(values: Float32Array, channels: number): number[] {
  const pixels = values.length / channels;
  return Array.from({ length: channels }, (_, channel) => {
    let sum = 0;
    for (let pixel = 0; pixel < pixels; pixel++) {
      sum += values[pixel * channels + channel] ?? 0;
    }
    return sum / pixels;
  });
}
