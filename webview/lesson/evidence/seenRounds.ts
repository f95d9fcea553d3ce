import type { RunSeries } from '../../../src/shared/domain/measures';
import type { SamplesAtRound, RunFrame } from '../../../src/shared/wire/run';
import { isLookingBack } from '../timeline/timeTravel';

/** What was seen of the rounds after the shown one, which a frame of the past does not carry. */
type SeenRounds = Pick<RunFrame, 'series' | 'samplesOverTime'>;

export const NOTHING_SEEN: SeenRounds = { series: undefined, samplesOverTime: [] };

/**
 * What is known of the whole run after another frame of it. While a person looks back, the rounds up to the latest stay
 * as they were; from the latest moment on, a frame says it all.
 */
export function remember(before: SeenRounds, frame: RunFrame): SeenRounds {
  if (!isLookingBack(frame)) {
    return { series: frame.series, samplesOverTime: frame.samplesOverTime };
  }
  const latest = frame.history?.latest.round ?? frame.position.round;
  return {
    series: rememberedSeries(before.series, frame),
    samplesOverTime: rememberedSamples(before.samplesOverTime, frame, latest),
  };
}

function rememberedSeries(before: RunSeries | undefined, { series }: RunFrame): RunSeries | undefined {
  const knownTo = before?.rounds.at(-1) ?? 0;
  const carriedTo = series?.rounds.at(-1) ?? 0;
  return knownTo > carriedTo ? before : series;
}

/**
 * A person who looks back meets the rounds that they chose from. A frame's own samples, which end with its own moment,
 * are taken where nothing was seen before, as in a panel that has just come back.
 */
function rememberedSamples(
  before: SamplesAtRound[],
  { samplesOverTime, position }: RunFrame,
  latest: number,
): SamplesAtRound[] {
  const known = before.filter(({ round }) => round <= latest);
  const last = known.at(-1)?.round ?? -1;
  const more = samplesOverTime.filter(({ round }) => round > last && round < position.round);
  return more.length === 0 ? known : [...known, ...more];
}
