import { PLANE_REACH } from '../../shared/domain/collection';

/** How the units of both axes become lengths on the plane: the same for both, or each axis by what it spans. */
export type Scaling = 'alike' | 'each';

/** Where the numbers of an axis lie. */
interface Range {
  readonly middle: number;
  readonly half: number;
}

/** Axes whose ranges differ by more than this factor have other units: scaled alike, they would be a line. */
const ALIKE_UP_TO = 5;
/** An outlier is this many times farther out than nearly all others are from each other: they become one spot beside it. */
const FAR_OUT = 20;
/** Nearly all: those between the 5th and the 95th of 100. */
const INNER = 0.05;
/** More outliers than this share of all rows are part of the distribution. */
const FEW = 0.02;
/** So many numbers, taken evenly, are sorted to find out where nearly all are. */
const SORTED = 10_000;

export function rangeOf(values: Float64Array): Range {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // Halved before the sum, which could be too large for a number.
  return { middle: least / 2 + most / 2, half: most / 2 - least / 2 };
}

/** How axes are best scaled that span so much. */
export function likelyScaling(x: Range, y: Range): Scaling {
  const [small, large] = x.half < y.half ? [x.half, y.half] : [y.half, x.half];
  return small > 0 && large / small > ALIKE_UP_TO ? 'each' : 'alike';
}

/**
 * The rows that are so far out that they would flatten all the others.
 *
 * @returns indices of `values`, in their order
 */
export function outliersOf(values: Float64Array): number[] {
  const step = Math.max(1, values.length / SORTED);
  const sorted = Float64Array.from(
    { length: Math.min(values.length, SORTED) },
    (_, i) => values[Math.floor(i * step)] ?? 0,
  ).toSorted();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const middle = at(0.5);
  const inner = at(1 - INNER) - at(INNER);
  if (!(inner > 0)) {
    return [];
  }
  const most = Math.max(1, FEW * values.length);
  const found: number[] = [];
  for (const [index, value] of values.entries()) {
    if (Math.abs(value / FAR_OUT - middle / FAR_OUT) > inner) {
      found.push(index);
      if (found.length > most) {
        return [];
      }
    }
  }
  return found;
}

/**
 * Moves and scales points so that they fill [-1.2, 1.2] in the wider direction and keep their aspect, or fill it in both.
 *
 * @returns x and y in turn
 */
export function onPlane(
  x: Float64Array,
  y: Float64Array,
  scaling: Scaling = 'alike',
): Float32Array<ArrayBuffer> {
  const [across, upwards] = [rangeOf(x), rangeOf(y)];
  const widest = Math.max(across.half, upwards.half);
  const [halfX, halfY] = scaling === 'alike' ? [widest, widest] : [across.half, upwards.half];
  const points = new Float32Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    points[2 * i] = onAxis(x[i] ?? 0, across.middle, halfX);
    points[2 * i + 1] = onAxis(y[i] ?? 0, upwards.middle, halfY);
  }
  return points;
}

/** Divided first: a factor for the smallest numbers would be too large for a number. */
function onAxis(value: number, middle: number, half: number): number {
  return half > 0 ? PLANE_REACH * ((value - middle) / half) : 0;
}
