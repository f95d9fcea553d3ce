/** Who steps first, and whether the other already answers to that step. */
export type Turns = 'alternating' | 'simultaneous';

/** How the smallest of all GANs is played. */
export interface DiracGame {
  readonly turns: Turns;
  /** The learning rate of the generator, above 0. */
  readonly generatorRate: number;
  readonly discriminatorRate: number;
  /** Share of the last step that is added to the next (Polyak 1964), from -1 to 1. */
  readonly momentum: number;
  /** Gamma of the R1 penalty, 0 or more. */
  readonly r1Weight: number;
}

/** Where both players are. */
export interface DiracState {
  /** Where the generator's only point is; the original is at 0. */
  readonly place: number;
  /** The score is `slope` times the place. */
  readonly slope: number;
}

/** Beyond this distance from the calm point nothing can be drawn any more. */
const LOST = 1e6;

/**
 * The Dirac-GAN with the Wasserstein loss, f(t) = t (Mescheder et al. 2018, definition 2.1): the generator climbs the
 * score, the discriminator lowers it at the generator's place, and R1 pulls the slope to 0.
 *
 * @param rounds at most so many; fewer when the players run away
 * @returns the state before the first round and after each
 */
export function playDirac(game: DiracGame, start: DiracState, rounds: number): DiracState[] {
  const states = [start];
  let { place, slope } = start;
  let [placeStep, slopeStep] = [0, 0];
  for (let round = 0; round < rounds && Math.hypot(place, slope) < LOST; round++) {
    const seenSlope = slope;
    slopeStep = game.momentum * slopeStep - game.discriminatorRate * (place + game.r1Weight * slope);
    slope += slopeStep;
    placeStep =
      game.momentum * placeStep + game.generatorRate * (game.turns === 'alternating' ? slope : seenSlope);
    place += placeStep;
    states.push({ place, slope });
  }
  return states;
}

/** Distance from the calm point, where the generator is at the original and the score is flat. */
export function distanceFromRest({ place, slope }: DiracState): number {
  return Math.hypot(place, slope);
}
