import type { SamplesAtRound } from '../../../src/shared/wire/run';

/** As many as a person takes in at a glance, and little enough to go along with every frame of the stage. */
const MOST_FRAMES = 24;

/**
 * Each kept round is at least this many times the one before. Pictures of a GAN change by the logarithm of time: as
 * much from round 10 to 20 as from 500 to 1,000.
 */
const RATIO = 1.25;

/** The rounds whose samples are recorded: 0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, ... */
export function isRecorded(round: number): boolean {
  let recorded = 0;
  while (recorded < round) {
    recorded = Math.max(recorded + 1, Math.ceil(recorded * RATIO));
  }
  return recorded === round;
}

/** How far apart two rounds are to the eye. */
function distance(earlier: SamplesAtRound, later: SamplesAtRound): number {
  return Math.log((later.round + 1) / (earlier.round + 1));
}

/**
 * Generated samples of the same latent vectors through a run. Depends on nothing but the rounds that were complete, so that it
 * comes out the same at any speed.
 */
export class SamplesOverTime {
  private recorded: SamplesAtRound[];

  constructor(frames: readonly SamplesAtRound[] = []) {
    this.recorded = [...frames];
  }

  get frames(): readonly SamplesAtRound[] {
    return this.recorded;
  }

  /** Adds a later frame. When there are too many, the one goes that stands closest between its neighbours. */
  add(frame: SamplesAtRound): void {
    this.recorded.push(frame);
    if (this.recorded.length > MOST_FRAMES) {
      let least = 1;
      let leastDistance = Infinity;
      for (let index = 1; index + 1 < this.recorded.length; index++) {
        const before = this.recorded[index - 1];
        const after = this.recorded[index + 1];
        if (before !== undefined && after !== undefined && distance(before, after) < leastDistance) {
          least = index;
          leastDistance = distance(before, after);
        }
      }
      this.recorded.splice(least, 1);
    }
  }

  /** All frames, ending with the present round, so that the strip always shows where the run stands. */
  upTo(present: SamplesAtRound): SamplesAtRound[] {
    return [...this.recorded.filter(({ round }) => round < present.round), present];
  }
}
