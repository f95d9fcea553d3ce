/** Cells of the small side of a layer that halves or doubles. */
export const SMALL_SIDE = 4;
/** Each cell of the small side stands for so many of the large one, in each direction. */
const STRIDE = 2;
export const LARGE_SIDE = SMALL_SIDE * STRIDE;

/**
 * The cells of the large side that a filter covers at one of its places, in one direction. A convolution reads them to
 * make one cell of the small side; a transposed convolution writes them from one. What lies outside is left out.
 *
 * @param place from 0 to {@link SMALL_SIDE} - 1
 * @param filter its width in cells
 */
export function coveredCells(place: number, filter: number): number[] {
  const first = place * STRIDE - Math.floor((filter - STRIDE) / 2);
  return Array.from({ length: filter }, (_, tap) => first + tap).filter(
    (cell) => cell >= 0 && cell < LARGE_SIDE,
  );
}

/** How often each cell of the large side is covered while the filter slides over all its places, in one direction. */
function timesCovered(filter: number): number[] {
  const counts = Array.from({ length: LARGE_SIDE }, () => 0);
  for (let place = 0; place < SMALL_SIDE; place++) {
    for (const cell of coveredCells(place, filter)) {
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * How many filter taps reach each cell of the large side, row by row. Where neighbours differ, a transposed convolution
 * paints a checkerboard (Odena et al. 2016).
 */
export function overlaps(filter: number): number[] {
  const counts = timesCovered(filter);
  return counts.flatMap((down) => counts.map((across) => down * across));
}
