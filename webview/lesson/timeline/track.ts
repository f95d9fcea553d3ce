import { shownRound } from '../../../src/shared/domain/phases';
import type { SamplesAtRound, RunFrame } from '../../../src/shared/wire/run';

/** Pictures of the film strip. */
export const TRACK_CELLS = 10;

/** A round of the film strip. */
export interface TrackCell {
  readonly round: number;
  /** What the forger made then; absent where nobody saw it since the panel came back. */
  readonly film: SamplesAtRound | undefined;
  /** `now`: the latest round of the run; `future`: after the shown one, while a person looks back. */
  readonly kind: 'past' | 'now' | 'future';
}

/**
 * The rounds that stand on the film strip, oldest first: the latest and, evenly spread over what was filmed, as many
 * others as there is room for. The first that was filmed is always there. They stay where they are while a person looks
 * back.
 *
 * @param film of the whole run, ending with its latest round
 */
export function trackCells(frame: RunFrame, film: readonly SamplesAtRound[]): TrackCell[] {
  const latest = shownRound(frame.history?.latest ?? frame.position);
  const shown = shownRound(frame.position);
  const past = film.filter(({ round }) => round < latest);
  const count = Math.min(past.length, TRACK_CELLS - 1);
  const cells = Array.from({ length: count }, (_, cell): TrackCell[] => {
    const kept = past[count === 1 ? 0 : Math.round((cell * (past.length - 1)) / (count - 1))];
    return kept === undefined
      ? []
      : [{ round: kept.round, film: kept, kind: kept.round > shown ? 'future' : 'past' }];
  });
  const isPresent = shown >= latest;
  return [
    ...cells.flat(),
    {
      round: latest,
      film: isPresent ? presentFilm(frame, latest) : film.findLast(({ round }) => round === latest),
      kind: isPresent ? 'now' : 'future',
    },
  ];
}

/** In the middle of a round the fixed samples are still those of its beginning. */
function presentFilm({ fixedSamples, samplesOverTime }: RunFrame, round: number): SamplesAtRound {
  const { points, hints } = samplesOverTime.at(-1) ?? {};
  return { round, pictures: fixedSamples, ...(points && { points }), ...(hints && { hints }) };
}

/**
 * Where a round lies on the strip, in cells from the first: between two filmed rounds in proportion, so that the pictures
 * stand over their own rounds.
 *
 * @param rounds of the cells, increasing; without any the place is the first
 */
export function placeOfRound(rounds: readonly number[], round: number): number {
  const next = rounds.findIndex((other) => other >= round);
  if (next <= 0) {
    return next === 0 ? 0 : Math.max(0, rounds.length - 1);
  }
  const [from, to] = [rounds[next - 1] ?? 0, rounds[next] ?? 0];
  return next - 1 + (round - from) / (to - from);
}

/** The whole round nearest to a place on the strip, the reverse of {@link placeOfRound}; beyond the end the last one. */
export function roundAtPlace(rounds: readonly number[], place: number): number {
  const last = Math.max(0, rounds.length - 1);
  const at = Math.min(last, Math.max(0, place));
  const [from, to] = [rounds[Math.floor(at)] ?? 0, rounds[Math.min(last, Math.floor(at) + 1)] ?? 0];
  return Math.round(from + (at - Math.floor(at)) * (to - from));
}
