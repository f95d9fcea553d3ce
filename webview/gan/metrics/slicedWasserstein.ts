import { Random } from '../random';

/** Directions that are averaged over: drawing others changes the result five times less than other samples do. */
const DIRECTIONS = 64;

/** Random directions of length 1; always the same, so that the same samples have the same distance at every call. */
function directions(dimensions: number): Float64Array[] {
  const random = Random.seeded(0, 'sliced Wasserstein');
  return Array.from({ length: DIRECTIONS }, () => {
    const direction = new Float64Array(dimensions).map(() => random.normal());
    const norm = Math.hypot(...direction);
    return direction.map((value) => value / norm);
  });
}

/** Coordinates of points along a direction, in ascending order. */
function sortedAlong(points: Float64Array, count: number, direction: Float64Array): Float64Array {
  const dimensions = direction.length;
  const positions = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = 0; k < dimensions; k++) {
      sum += (points[i * dimensions + k] ?? 0) * (direction[k] ?? 0);
    }
    positions[i] = sum;
  }
  return positions.sort();
}

/**
 * The sliced Wasserstein-1 distance (Rabin et al. 2011; Bonneel et al. 2015): the mean over random directions of how
 * far the points of one sample must move along the direction to become the other sample.
 *
 * @param reference `count` points of `dimensions` coordinates, one after the other
 * @returns gives the distance to another sample of as many points
 */
export function slicedWassersteinTo(
  reference: Float64Array,
  count: number,
  dimensions: number,
): (points: Float64Array) => number {
  const slices = directions(dimensions).map((direction) => ({
    direction,
    sorted: sortedAlong(reference, count, direction),
  }));
  return (points) => {
    let total = 0;
    for (const { direction, sorted } of slices) {
      const positions = sortedAlong(points, count, direction);
      for (let i = 0; i < count; i++) {
        total += Math.abs((positions[i] ?? 0) - (sorted[i] ?? 0)) / count;
      }
    }
    return total / DIRECTIONS;
  };
}
