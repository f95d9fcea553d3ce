import { cellSize, evaluateOn, type Grid } from '../metrics/grid';

/**
 * Squares of the fine grid per square of the given one. On a view of [-1.6, 1.6] in 48 squares the fine ones are 0.022
 * wide, so that even the narrowest Gaussian of the collections (0.03) has a node per standard deviation, from which on
 * sums over a grid are exact to rounding.
 */
const SUBDIVISION = 3;
/** Where a Gaussian is cut off, in standard deviations: 6e-5 of its mass lies outside. */
const REACH = 4;
/** What lies farther outside of the grid than this, as a part of its width, is left out. */
const WIDEST_MARGIN = 0.25;

/** The fine grid around and within a grid, and the kernel from its squares to the middles of the grid's. */
interface Smoothing {
  readonly fine: Grid;
  /** For each square of the grid, along one direction: its weights of the fine squares. */
  readonly kernel: Float64Array;
}

function smoothing(grid: Grid, deviation: number): Smoothing {
  const step = cellSize(grid) / SUBDIVISION;
  const margin = Math.ceil(Math.min(REACH * deviation, WIDEST_MARGIN * (grid.high - grid.low)) / step);
  const cells = grid.cells * SUBDIVISION + 2 * margin;
  const fine = { low: grid.low - margin * step, high: grid.high + margin * step, cells };
  const kernel = new Float64Array(grid.cells * cells);
  const precision = 1 / (2 * deviation * deviation);
  const scale = 1 / (Math.sqrt(2 * Math.PI) * deviation);
  for (let to = 0; to < grid.cells; to++) {
    const middle = grid.low + (to + 0.5) * cellSize(grid);
    for (let from = 0; from < cells; from++) {
      const distance = fine.low + (from + 0.5) * step - middle;
      if (Math.abs(distance) <= REACH * deviation) {
        kernel[to * cells + from] = scale * Math.exp(-precision * distance * distance);
      }
    }
  }
  return { fine, kernel };
}

/** Convolves masses in the squares of the fine grid with the Gaussian, first along x, then along y. */
function convolved({ cells }: Grid, { fine, kernel }: Smoothing, masses: Float64Array): Float64Array {
  const along = new Float64Array(fine.cells * cells);
  const sum = new Float64Array(cells * cells);
  for (let to = 0; to < cells; to++) {
    for (let from = 0; from < fine.cells; from++) {
      const weight = kernel[to * fine.cells + from] ?? 0;
      if (weight > 0) {
        for (let row = 0; row < fine.cells; row++) {
          const at = row * cells + to;
          along[at] = (along[at] ?? 0) + weight * (masses[row * fine.cells + from] ?? 0);
        }
      }
    }
  }
  for (let to = 0; to < cells; to++) {
    for (let from = 0; from < fine.cells; from++) {
      const weight = kernel[to * fine.cells + from] ?? 0;
      if (weight > 0) {
        for (let column = 0; column < cells; column++) {
          const at = to * cells + column;
          sum[at] = (sum[at] ?? 0) + weight * (along[from * cells + column] ?? 0);
        }
      }
    }
  }
  return sum;
}

/**
 * A density as it looks through a round Gaussian: its convolution with it, in the middle of every square of a grid.
 *
 * @param density narrower nowhere than a third of a square
 * @param deviation of the Gaussian, above 0
 */
export function smoothedDensity(
  grid: Grid,
  density: (x: number, y: number) => number,
  deviation: number,
): Float64Array {
  const setting = smoothing(grid, deviation);
  const area = cellSize(setting.fine) ** 2;
  return convolved(
    grid,
    setting,
    evaluateOn(setting.fine, density).map((value) => value * area),
  );
}

/**
 * The density that a sample comes from, estimated with a round Gaussian as the kernel (Parzen 1962) in the middle of
 * every square of a grid. The points are first counted in squares a third as wide, which makes it independent of their
 * number and moves none by more than half a fine square.
 *
 * @param points x and y of one point after the other; at least one point
 */
export function smoothedPoints(grid: Grid, points: Float32Array, deviation: number): Float64Array {
  const setting = smoothing(grid, deviation);
  const { fine } = setting;
  const step = cellSize(fine);
  const masses = new Float64Array(fine.cells * fine.cells);
  for (let index = 0; index < points.length; index += 2) {
    const column = Math.floor(((points[index] ?? 0) - fine.low) / step);
    const row = Math.floor(((points[index + 1] ?? 0) - fine.low) / step);
    if (column >= 0 && column < fine.cells && row >= 0 && row < fine.cells) {
      const at = row * fine.cells + column;
      masses[at] = (masses[at] ?? 0) + 2 / points.length;
    }
  }
  return convolved(grid, setting, masses);
}
