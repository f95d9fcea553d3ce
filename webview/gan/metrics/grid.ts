/**
 * A square part of the plane, [low, high] in both directions, cut into cells x cells squares. Values on it are stored
 * row by row from low y to high y, each row from low x to high x, and stand for the middles of the squares.
 */
export interface Grid {
  readonly low: number;
  readonly high: number;
  /** Squares per direction. */
  readonly cells: number;
}

export function cellSize({ low, high, cells }: Grid): number {
  return (high - low) / cells;
}

/** @returns the value of a function in the middle of every square */
export function evaluateOn(grid: Grid, valueAt: (x: number, y: number) => number): Float64Array {
  const step = cellSize(grid);
  const values = new Float64Array(grid.cells * grid.cells);
  for (let row = 0; row < grid.cells; row++) {
    const y = grid.low + (row + 0.5) * step;
    for (let column = 0; column < grid.cells; column++) {
      values[row * grid.cells + column] = valueAt(grid.low + (column + 0.5) * step, y);
    }
  }
  return values;
}

/**
 * The share of points in every square. Points outside of the grid count in the nearest square, so that the shares
 * always add up to 1.
 *
 * @param points x and y of one point after the other; at least one point
 */
export function histogramOn(grid: Grid, points: Float32Array): Float64Array {
  const step = cellSize(grid);
  const count = points.length / 2;
  const shares = new Float64Array(grid.cells * grid.cells);
  const indexOf = (coordinate: number): number =>
    Math.min(grid.cells - 1, Math.max(0, Math.floor((coordinate - grid.low) / step)));
  for (let i = 0; i < count; i++) {
    const cell = indexOf(points[2 * i + 1] ?? 0) * grid.cells + indexOf(points[2 * i] ?? 0);
    shares[cell] = (shares[cell] ?? 0) + 1 / count;
  }
  return shares;
}
