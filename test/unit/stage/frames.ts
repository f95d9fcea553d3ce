import { PHASES, START, afterPhase, type Phase, type Position } from '../../../src/shared/domain/phases';
import type { Pictures, RunFrame } from '../../../src/shared/wire/run';

/** So many black pictures of 2 x 2 pixels. */
export function blackPictures(count: number): Pictures {
  return { count, size: 2, rgba: new Uint8ClampedArray(count * 2 * 2 * 4) };
}

/** The position at which a phase has just been done, after some complete rounds. */
export function positionAfter(phase: Phase, completeRounds = 0): Position {
  return afterPhase({ round: completeRounds, phasesDone: PHASES.indexOf(phase) });
}

/** A frame at the start of a run, with changes. */
export function frameWith(changes: Partial<RunFrame> = {}): RunFrame {
  return {
    position: START,
    playing: false,
    wholeRounds: false,
    noise: [0, 0.5, 1],
    fixedSamples: blackPictures(4),
    samplesOverTime: [],
    ...changes,
  };
}

/** A frame of a judged pile: the opinions and the truth of its cards. */
export function judgedFrame(
  phase: Phase,
  probabilities: readonly number[],
  truth: readonly boolean[],
  changes: Partial<RunFrame> = {},
): RunFrame {
  return frameWith({
    position: positionAfter(phase),
    batch: {
      pictures: blackPictures(truth.length),
      total: truth.length,
      truth: [...truth],
      probabilities: [...probabilities],
    },
    ...changes,
  });
}
