import { lastPhase, type Phase } from '../../../../src/shared/domain/phases';
import type { RunFrame } from '../../../../src/shared/wire/run';

/** What the stage plays: the phase that was done last, or `start` before any. */
export type Scene = 'start' | Phase;

/**
 * The scene of a frame. While whole rounds pass, every frame ends with the generator's update; the stage then shows
 * the judged pile with its truth, because that tells most of a round.
 */
export function sceneOf(frame: RunFrame | undefined): Scene {
  if (frame === undefined) {
    return 'start';
  }
  if (frame.wholeRounds && frame.batch?.probabilities !== undefined) {
    return 'reveal';
  }
  return lastPhase(frame.position) ?? 'start';
}

/** Whether hints are on their way, or what is shown came of them. */
export function hasHints(scene: Scene): boolean {
  return scene === 'forgeAgain' || scene === 'trainGenerator';
}
