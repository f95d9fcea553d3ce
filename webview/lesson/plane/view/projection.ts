/** A square view of the plane, from -extent to extent in both directions. */
export interface Projection {
  readonly extent: number;
  /** Width and height in CSS pixels. */
  readonly size: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** From the plane, where y grows upwards, to pixels from the upper left corner. */
export function toPixels({ extent, size }: Projection, { x, y }: Place): Place {
  return { x: ((x + extent) / (2 * extent)) * size, y: ((extent - y) / (2 * extent)) * size };
}

/** The reverse of {@link toPixels}. */
export function fromPixels({ extent, size }: Projection, { x, y }: Place): Place {
  return { x: (x / size) * 2 * extent - extent, y: extent - (y / size) * 2 * extent };
}

/** The nearest place in the view. */
export function withinView(extent: number, { x, y }: Place): Place {
  const limited = (value: number): number => Math.min(extent, Math.max(-extent, value));
  return { x: limited(x), y: limited(y) };
}

/**
 * The value of a grid at a place, linearly between the middles of the squares and constant beyond the outermost.
 *
 * @param values row by row from low y to high y, over [-extent, extent]
 * @param cells squares in each direction
 */
export function valueAt(values: Float32Array, cells: number, extent: number, { x, y }: Place): number {
  const inCells = (value: number): number =>
    Math.min(cells - 1, Math.max(0, ((value + extent) / (2 * extent)) * cells - 0.5));
  const [column, row] = [inCells(x), inCells(y)];
  const [left, low] = [Math.floor(column), Math.floor(row)];
  const [right, high] = [Math.min(cells - 1, left + 1), Math.min(cells - 1, low + 1)];
  const at = (c: number, r: number): number => values[r * cells + c] ?? 0;
  const along = (r: number): number => at(left, r) + (column - left) * (at(right, r) - at(left, r));
  return along(low) + (row - low) * (along(high) - along(low));
}

/**
 * Some of many places, none nearer to another than a distance; the earlier ones have precedence.
 *
 * @returns their indices, at most `most`
 */
export function spreadOut(places: readonly Place[], distance: number, most: number): number[] {
  const chosen: number[] = [];
  for (const [index, place] of places.entries()) {
    if (chosen.length === most) {
      break;
    }
    const isFree = chosen.every((other) => {
      const taken = places[other];
      return taken === undefined || Math.hypot(taken.x - place.x, taken.y - place.y) >= distance;
    });
    if (isFree) {
      chosen.push(index);
    }
  }
  return chosen;
}
