import { shownRound } from '../../../../src/shared/phases';
import type { Pictures, RunFrame } from '../../../../src/shared/run';

/** Cells of the film strip. */
export const FILM_CELLS = 10;

export interface FilmCell {
  readonly round: number;
  readonly pictures: Pictures;
  readonly now: boolean;
}

/**
 * The rounds that the film strip shows, oldest first: the present one and, evenly spread over what is kept of the
 * past, as many others as there are cells for. The first kept round is always there.
 */
export function filmCells(frame: RunFrame | undefined): FilmCell[] {
  if (frame === undefined) {
    return [];
  }
  const round = shownRound(frame.position);
  const past = frame.film.filter((kept) => kept.round < round);
  const shown = Math.min(past.length, FILM_CELLS - 1);
  const cells = Array.from({ length: shown }, (_, cell) => {
    const kept = past[shown === 1 ? 0 : Math.round((cell * (past.length - 1)) / (shown - 1))];
    return kept === undefined ? [] : [{ round: kept.round, pictures: kept.pictures, now: false }];
  });
  return [...cells.flat(), { round, pictures: frame.showcase, now: true }];
}
