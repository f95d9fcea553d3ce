import type { Pictures, RunFrame } from '../../../../src/shared/wire/run';

/** The noise in the studio and what stands on the easel: always a picture and the very noise that it came from. */
interface EaselContent {
  readonly noise: readonly number[] | undefined;
  /** Its first picture is shown. */
  readonly picture: Pictures | undefined;
  /** What the same noise gave before the generator's update; its first picture is shown. */
  readonly before?: Pictures;
  /** What it would be one step along its hint; its first picture is shown. */
  readonly wished?: Pictures;
}

/**
 * While phases are stepped through, the sample of the round. Before there is one, and while rounds pass whole, the
 * first of the pictures whose noise stays the same through the run, so that the eye can follow it.
 */
export function easelOf(frame: RunFrame | undefined): EaselContent {
  const {
    canvas: easel,
    generatorBatch: handIn,
    noise,
    fixedSamples: showcase,
    fixedNoise: showcaseNoise,
    wholeRounds,
  } = frame ?? {};
  if (wholeRounds !== true && handIn !== undefined) {
    const { pictures, picturesAfter, hints } = handIn;
    const wished = hints && { wished: hints.followed };
    return picturesAfter === undefined
      ? { noise, picture: pictures, ...wished }
      : { noise, picture: picturesAfter, before: pictures, ...wished };
  }
  return easel === undefined
    ? { noise: showcaseNoise ?? noise, picture: showcase }
    : { noise, picture: easel };
}
