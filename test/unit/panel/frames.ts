import type { Position } from '../../../src/shared/domain/phases';
import type { Pictures, RunFrame } from '../../../src/shared/wire/run';

/** Black pictures of one pixel; what they show does not matter here. */
export function pictures(count: number): Pictures {
  return { count, size: 1, rgba: new Uint8ClampedArray(count * 4) };
}

/** A frame at a position, standing still between two phases unless told otherwise. */
export function frameAt(position: Position, more: Partial<RunFrame> = {}): RunFrame {
  return {
    position,
    playing: false,
    wholeRounds: false,
    noise: [0.5],
    fixedSamples: pictures(1),
    samplesOverTime: [],
    ...more,
  };
}

/** The pile of the lecture: six real and six generated samples, of which one fools and one is doubted. */
export const LECTURE_PILE = {
  pictures: pictures(12),
  total: 12,
  truth: [...Array.from({ length: 6 }, () => true), ...Array.from({ length: 6 }, () => false)],
  probabilities: [0.44, 0.71, 0.83, 0.88, 0.92, 0.96, 0.06, 0.11, 0.18, 0.24, 0.33, 0.58],
};
