import type { Place } from '../plane/view/projection';

/** @param coordinates x and y of one point after the other */
export function placesOf(coordinates: Float32Array): Place[] {
  return Array.from({ length: coordinates.length / 2 }, (_, point) => ({
    x: coordinates[2 * point] ?? 0,
    y: coordinates[2 * point + 1] ?? 0,
  }));
}
