import { shownRound } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import { drawPoints } from '../plane/drawing/thumbnail';
import { viewBoxOf } from '../plane/view/film';
import { paintPicture } from './paint';

/** What the film keeps of one round, with the means to draw it anywhere. */
export interface FilmMoment {
  readonly round: number;
  /** How many pictures it has; the points of a plane are one picture. */
  readonly count: number;
  /** Width and height of a picture in pixels; absent for points, which can be drawn at any size. */
  readonly size?: number;
  /** Draws one of its pictures into a square. */
  draw(context: CanvasRenderingContext2D, index: number, x: number, y: number, side: number): void;
}

/**
 * The rounds of the film, oldest first, ending with the one that is shown.
 *
 * @param forged the theme's colour of generated points
 */
export function filmMoments(frame: RunFrame, forged: string): FilmMoment[] {
  if (frame.plane !== undefined) {
    const kept = frame.samplesOverTime.flatMap(({ round, points }) =>
      points === undefined || points.length === 0 ? [] : [{ round, points }],
    );
    const box = viewBoxOf(kept.map(({ points }) => points));
    return kept.map(({ round, points }) => ({
      round,
      count: 1,
      draw(context, _index, x, y, side) {
        context.save();
        context.translate(x, y);
        drawPoints(context, points, box, side, forged);
        context.restore();
      },
    }));
  }
  const round = shownRound(frame.position);
  const past = frame.samplesOverTime.filter((kept) => kept.round < round);
  return [...past, { round, pictures: frame.fixedSamples }].map(({ round: of, pictures }) => ({
    round: of,
    count: pictures.count,
    size: pictures.size,
    draw: (context, index, x, y, side) => paintPicture(context, pictures, index, x, y, side),
  }));
}
