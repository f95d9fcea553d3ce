/** The nearest of several points to one point. */
interface Nearest {
  readonly index: number;
  readonly squaredDistance: number;
}

/**
 * Finds the nearest of `count` points. Coordinates should come in order of falling variance: a point is given up as
 * soon as its first coordinates alone are farther away than the best so far.
 *
 * @param query the array that holds the point, from `offset` on
 * @param points `count` points of `dimensions` coordinates, one after the other
 * @param exclude the index of a point that does not count, such as the query itself
 * @throws RangeError when no point is left
 */
export function nearestOf(
  query: Float64Array,
  offset: number,
  points: Float64Array,
  count: number,
  dimensions: number,
  exclude = -1,
): Nearest {
  let index = -1;
  let best = Infinity;
  for (let i = 0; i < count; i++) {
    let distance = 0;
    for (let k = 0; k < dimensions && distance < best; k++) {
      const difference = (query[offset + k] ?? 0) - (points[i * dimensions + k] ?? 0);
      distance += difference * difference;
    }
    if (distance < best && i !== exclude) {
      best = distance;
      index = i;
    }
  }
  if (index < 0) {
    throw new RangeError(`No nearest neighbour among ${count} points`);
  }
  return { index, squaredDistance: best };
}
