import type { FilmFrame, Pictures } from '../../../src/shared/wire/run';

/** As many as a person takes in at a glance, and little enough to go along with every frame of the stage. */
const MOST_FRAMES = 24;

/**
 * Each kept round is at least this many times the one before. Pictures of a GAN change by the logarithm of time: as
 * much from round 10 to 20 as from 500 to 1,000.
 */
const RATIO = 1.25;

/** The rounds that are filmed: 0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, ... */
export function isFilmed(round: number): boolean {
  let filmed = 0;
  while (filmed < round) {
    filmed = Math.max(filmed + 1, Math.ceil(filmed * RATIO));
  }
  return filmed === round;
}

/** How far apart two rounds are to the eye. */
function distance(earlier: FilmFrame, later: FilmFrame): number {
  return Math.log((later.round + 1) / (earlier.round + 1));
}

/**
 * Forgeries of the same latent vectors through a run. Depends on nothing but the rounds that were complete, so that it
 * comes out the same at any speed.
 */
export class Film {
  private recorded: FilmFrame[];

  constructor(frames: readonly FilmFrame[] = []) {
    this.recorded = [...frames];
  }

  get frames(): readonly FilmFrame[] {
    return this.recorded;
  }

  /** Adds a later frame. When there are too many, the one goes that stands closest between its neighbours. */
  add(round: number, pictures: Pictures, points?: number[]): void {
    this.recorded.push({ round, pictures, ...(points && { points }) });
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
  upTo(round: number, present: Pictures, points?: number[]): FilmFrame[] {
    const earlier = this.recorded.filter((frame) => frame.round < round);
    return [...earlier, { round, pictures: present, ...(points && { points }) }];
  }
}
