import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Position } from '../../../src/shared/domain/phases';
import type { Collection } from '../datasets';
import { Gan, type GanState } from '../training/gan';

/**
 * A moment of the run, for a game. What a game takes of it are copies of its own, which it plays with and puts away; so
 * the run after a game is bit for bit the run without it.
 */
export interface GameSource {
  readonly hyperparameters: Hyperparameters;
  readonly position: Position;
  /** The networks as they are now. */
  present(): Gan;
  /** The networks as they were when the round in progress began; between two rounds, as they are now. */
  atRoundStart(): Gan;
}

/** Networks, optimizers and random streams of that moment, in other memory. The caller disposes them. */
export function copyOf(h: Hyperparameters, collection: Collection, state: GanState): Gan {
  const copy = Gan.restore(h, collection, state);
  if (copy === undefined) {
    throw new Error('The networks of this moment do not fit its hyperparameters.');
  }
  return copy;
}
