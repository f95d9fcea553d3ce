import type { RunSeries } from '../../../src/shared/domain/measures';
import type { SamplesAtRound, RunFrame } from '../../../src/shared/wire/run';
import { isLookingBack } from '../timeline/timeTravel';

/** What was seen of the rounds after the shown one, which a frame of the past does not carry. */
export interface RunMemory {
  readonly series: RunSeries | undefined;
  readonly film: readonly SamplesAtRound[];
}

export const NO_MEMORY: RunMemory = { series: undefined, film: [] };

/**
 * What is known of the whole run after another frame of it. While a person looks back, the rounds up to the latest stay
 * as they were; from the latest moment on, a frame says it all.
 */
export function remember(before: RunMemory, frame: RunFrame): RunMemory {
  if (!isLookingBack(frame)) {
    return { series: frame.series, film: frame.samplesOverTime };
  }
  const latest = frame.history?.latest.round ?? frame.position.round;
  return { series: rememberedSeries(before.series, frame), film: rememberedFilm(before.film, frame, latest) };
}

function rememberedSeries(before: RunSeries | undefined, { series }: RunFrame): RunSeries | undefined {
  const knownTo = before?.rounds.at(-1) ?? 0;
  const carriedTo = series?.rounds.at(-1) ?? 0;
  return knownTo > carriedTo ? before : series;
}

/** A frame's film ends with its own moment, which need not be one of the filmed rounds, and is not kept. */
function rememberedFilm(
  before: readonly SamplesAtRound[],
  { samplesOverTime: film, position }: RunFrame,
  latest: number,
): SamplesAtRound[] {
  const earlier = film.filter(({ round }) => round < position.round);
  const later = before.filter(({ round }) => round >= position.round && round <= latest);
  return [...earlier, ...later];
}
