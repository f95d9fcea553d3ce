import { shownRound } from '../../../../src/shared/phases';
import type { RunFrame } from '../../../../src/shared/run';

/** Thumbnails of the film strip. */
export const FILM_CELLS = 10;

export interface PlaneFilmCell {
  readonly round: number;
  /** x and y of one generated point after the other. */
  readonly points: readonly number[];
  readonly now: boolean;
}

/** Part of the plane that all thumbnails show: a square around a middle. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  /** Half of its width. */
  readonly extent: number;
}

/** The rounds of the film strip, oldest first, evenly spread over what is kept, ending with the present. */
export function planeFilm(frame: RunFrame): PlaneFilmCell[] {
  const filmed = frame.film.flatMap(({ round, points }) => (points === undefined ? [] : [{ round, points }]));
  const present = filmed.at(-1);
  if (present === undefined) {
    return [];
  }
  const past = filmed.slice(0, -1);
  const shown = Math.min(past.length, FILM_CELLS - 1);
  const cells = Array.from({ length: shown }, (_, cell) => {
    const kept = past[shown === 1 ? 0 : Math.round((cell * (past.length - 1)) / (shown - 1))];
    return kept === undefined ? [] : [{ ...kept, now: false }];
  });
  return [...cells.flat(), { points: present.points, round: shownRound(frame.position), now: true }];
}

/** Points at the edge that do not decide what is shown, so that a single stray does not make all others tiny. */
const STRAY_SHARE = 0.02;
/** Around the points. */
const ROOM = 1.15;
/** The narrowest view, lest a single spot fill it. */
const LEAST_EXTENT = 0.3;

/** The smallest square that shows nearly all points of all thumbnails, so that they can be compared. */
export function viewBoxOf<Cell extends Pick<PlaneFilmCell, 'points'>>(cells: readonly Cell[]): ViewBox {
  const range = (axis: number) => {
    const values = cells
      .flatMap(({ points }) => points.filter((_, i) => i % 2 === axis))
      .toSorted((a, b) => a - b);
    const stray = Math.floor(STRAY_SHARE * values.length);
    return { low: values[stray] ?? 0, high: values[values.length - 1 - stray] ?? 0 };
  };
  const [x, y] = [range(0), range(1)];
  const half = Math.max(x.high - x.low, y.high - y.low) / 2;
  return { x: (x.low + x.high) / 2, y: (y.low + y.high) / 2, extent: Math.max(LEAST_EXTENT, ROOM * half) };
}
