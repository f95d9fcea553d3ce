import { POINT_DISTRIBUTIONS } from '../../../gan/datasets/points';
import { effectiveModes } from '../../../gan/metrics/modeStatistics';
import type { Random } from '../../../gan/random';

/** The museum of the figure, and of the run beside it. */
export const MUSEUM = 'grid25';
const ISLANDS = POINT_DISTRIBUTIONS[MUSEUM];
/** Distance of neighbouring islands, and the standard deviation of each; a test compares both with the museum. */
const SPACING = 0.5;
const ISLAND_DEVIATION = 0.03;
/** Islands on each side of the one in the middle. */
const ARMS = 2;
/** Of genuine points, 1 - exp(-4.5) = 98.9 % are so near to the middle of their island. */
const REACH = 3 * ISLAND_DEVIATION;

/** Standard deviation of each coordinate of the museum's points: of the middles, and around them. */
export const MUSEUM_DEVIATION = Math.sqrt(2 * SPACING ** 2 + ISLAND_DEVIATION ** 2);

/** x and y of so many fresh points of the museum, one after the other. */
export function drawOriginals(random: Random, count: number): Float64Array {
  const points = new Float64Array(2 * count);
  const point = new Float32Array(2);
  for (let i = 0; i < count; i++) {
    ISLANDS.draw(random, point);
    points.set(point, 2 * i);
  }
  return points;
}

/**
 * How many islands points cover, by the nearest of each: their effective number, as the gauges of a run have it.
 *
 * @param points x and y of at least one point, one after the other
 */
export function kindsCovered(points: ArrayLike<number>): number {
  const counts = new Uint32Array(ISLANDS.modes);
  for (let i = 0; i < points.length; i += 2) {
    const [column, row] = [nearestLine(points[i] ?? 0), nearestLine(points[i + 1] ?? 0)];
    const island = (row + ARMS) * (2 * ARMS + 1) + column + ARMS;
    counts[island] = (counts[island] ?? 0) + 1;
  }
  return effectiveModes(counts);
}

/**
 * The share of points that lie on an island.
 *
 * @param points x and y of at least one point, one after the other
 */
export function shareOnIslands(points: ArrayLike<number>): number {
  let onIsland = 0;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
    const distance = Math.hypot(x - SPACING * nearestLine(x), y - SPACING * nearestLine(y));
    onIsland += distance <= REACH ? 1 : 0;
  }
  return onIsland / (points.length / 2);
}

/** The row or column of islands that a coordinate is nearest to, from -2 to 2. */
function nearestLine(coordinate: number): number {
  return Math.max(-ARMS, Math.min(ARMS, Math.round(coordinate / SPACING)));
}
