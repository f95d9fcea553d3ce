/** Part of the plane that all thumbnails show: a square around a middle. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  /** Half of its width. */
  readonly extent: number;
}

/** Points at the edge that do not decide what is shown, so that a single stray does not make all others tiny. */
const STRAY_SHARE = 0.02;
/** Around the points. */
const ROOM = 1.15;
/** The narrowest view, lest a single spot fill it. */
const LEAST_EXTENT = 0.3;

/**
 * The smallest square that shows nearly all points of all thumbnails, so that they can be compared.
 *
 * @param thumbnails of each, x and y of one point after the other
 */
export function viewBoxOf(thumbnails: readonly (readonly number[])[]): ViewBox {
  const range = (axis: number): { readonly low: number; readonly high: number } => {
    const values = thumbnails
      .flatMap((points) => points.filter((_, i) => i % 2 === axis))
      .toSorted((a, b) => a - b);
    const stray = Math.floor(STRAY_SHARE * values.length);
    return { low: values[stray] ?? 0, high: values[values.length - 1 - stray] ?? 0 };
  };
  const [x, y] = [range(0), range(1)];
  const half = Math.max(x.high - x.low, y.high - y.low) / 2;
  return { x: (x.low + x.high) / 2, y: (y.low + y.high) / 2, extent: Math.max(LEAST_EXTENT, ROOM * half) };
}
