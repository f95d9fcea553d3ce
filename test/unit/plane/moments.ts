import type { Plane } from '../../../src/shared/wire/plane';
import { PHASES, START, afterPhase, type Phase } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';

/** A field of 2 x 2 squares over [-1, 1]: sure of real to the right, sure of fake to the left. */
export const FIELD = Float32Array.of(0, 1, 0, 1);

/** Two real points and one forged one that has fooled the inspector, in a round that is through. */
export const PLANE = {
  extent: 1,
  cells: 2,
  real: {
    points: Float32Array.of(0.5, 0.5, -0.5, 0),
    probabilities: [0.9, 0.3],
    probabilitiesAfter: [0.95, 0.4],
  },
  generated: { points: Float32Array.of(0.25, -0.75), probabilities: [0.63], probabilitiesAfter: [0.5] },
  generatorBatch: {
    points: Float32Array.of(-0.5, -0.5),
    probabilities: [0.2],
    pointsAfter: Float32Array.of(-0.25, -0.5),
    probabilitiesAfter: [0.3],
  },
  field: FIELD,
  sheet: { columns: 2, rows: 2, points: new Float32Array(8), latentSize: 2 },
  arrows: Float32Array.of(3, 4),
  optimal: {
    answers: Float32Array.of(0.5, 0.5, 0.5, 0.5),
    crowd: Float32Array.of(1, 1, 0, 0),
    comparison: { gap: 0.5, value: -2, optimalValue: -1 },
    divergence: { bits: 0.25, samples: 2048 },
  },
} satisfies Plane;

/** A frame of a run on points after a phase, or before the first. */
export function planeFrame(phase: Phase | undefined, changes: Partial<RunFrame> = {}): RunFrame {
  return {
    position: phase === undefined ? START : afterPhase({ round: 4, phasesDone: PHASES.indexOf(phase) }),
    playing: false,
    wholeRounds: false,
    noise: [0.5],
    fixedSamples: { count: 0, size: 1, rgba: new Uint8ClampedArray() },
    samplesOverTime: [],
    plane: PLANE,
    ...changes,
  };
}
