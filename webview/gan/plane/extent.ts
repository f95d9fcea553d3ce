import type { PointCollection } from '../datasets';

/** Points of the collection that decide how much of the plane is shown. */
const LOOKED_AT = 512;
/** Beyond the outermost real points there is room for generated ones that miss. */
const ROOM = 1.2;
/** The extent is rounded up to this, so that like collections are shown alike. */
const STEP = 0.2;

/**
 * Half the width of the part of the plane that is shown. It depends on the collection alone, so that the view stands
 * still through a run.
 */
export function extentOf(collection: PointCollection): number {
  const count = Math.min(LOOKED_AT, collection.size);
  const point = new Float32Array(2);
  let outermost = 0;
  for (let index = 0; index < count; index++) {
    collection.copySample(index, point, 0);
    outermost = Math.max(outermost, Math.abs(point[0] ?? 0), Math.abs(point[1] ?? 0));
  }
  return Math.max(collection.leastExtent ?? STEP, Math.ceil((outermost * ROOM) / STEP) * STEP);
}
