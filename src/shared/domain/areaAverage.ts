const CHANNELS = 3;
/** Numbers of a pixel of what a browser has decoded: red, green, blue and opacity. */
const RGBA = 4;

/** Where one new pixel lies on the row of the picture: the pixels it covers and how much of each. */
interface Span {
  readonly first: number;
  /** Shares that add up to 1. */
  readonly weights: Float64Array;
}

/** @returns for each of `size` equal parts of `side` pixels, what it covers */
function spans(side: number, size: number): Span[] {
  const extent = side / size;
  return Array.from({ length: size }, (_, part) => {
    const start = part * extent;
    const end = start + extent;
    const first = Math.floor(start);
    const weights = new Float64Array(Math.min(side, Math.ceil(end)) - first).map((_unused, i) => {
      const covered = Math.min(end, first + i + 1) - Math.max(start, first + i);
      return Math.max(0, covered) / extent;
    });
    return { first, weights };
  });
}

/** Scales each row. @returns side x size pixels of red, green and blue */
function averageRows(
  values: ArrayLike<number>,
  stride: number,
  side: number,
  parts: readonly Span[],
): Float64Array {
  const scaled = new Float64Array(side * parts.length * CHANNELS);
  let next = 0;
  for (let y = 0; y < side; y++) {
    for (const { first, weights } of parts) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        let sum = 0;
        for (let i = 0; i < weights.length; i++) {
          sum += (weights[i] ?? 0) * (values[(y * side + first + i) * stride + channel] ?? 0);
        }
        scaled[next++] = sum;
      }
    }
  }
  return scaled;
}

/**
 * Scales a square picture by the mean over the area that each new pixel covers. Unlike the scaling of a browser it gives
 * the same numbers everywhere, and leaves a picture that has the size already as it is.
 *
 * @param values side x side pixels, row by row, of which the first three numbers are red, green and blue
 * @param stride how many numbers a pixel has
 * @param size width and height of the result
 * @returns size x size pixels of red, green and blue
 */
export function areaMeans(
  values: ArrayLike<number>,
  stride: number,
  side: number,
  size: number,
): Float64Array {
  const parts = spans(side, size);
  const rows = averageRows(values, stride, side, parts);
  const width = size * CHANNELS;
  const rgb = new Float64Array(size * width);
  for (const [y, { first, weights }] of parts.entries()) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < weights.length; j++) {
        sum += (weights[j] ?? 0) * (rows[(first + j) * width + x] ?? 0);
      }
      rgb[y * width + x] = sum;
    }
  }
  return rgb;
}

/**
 * {@link areaMeans} of what a browser has decoded, in whole bytes.
 *
 * @param rgba side x side pixels of four bytes, row by row; opaque
 */
export function areaAverage(rgba: Uint8ClampedArray, side: number, size: number): Uint8Array {
  return Uint8Array.from(areaMeans(rgba, RGBA, side, size), Math.round);
}
