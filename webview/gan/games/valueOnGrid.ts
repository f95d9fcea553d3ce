import { cellSize, type Grid } from '../metrics/grid';

/** The value of the square in which a place lies; beyond the grid, that of the nearest. */
export function valueOnGrid(values: Float32Array, grid: Grid, x: number, y: number): number {
  const step = cellSize(grid);
  const indexOf = (coordinate: number): number =>
    Math.min(grid.cells - 1, Math.max(0, Math.floor((coordinate - grid.low) / step)));
  return values[indexOf(y) * grid.cells + indexOf(x)] ?? 0;
}
