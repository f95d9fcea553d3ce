import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Phase } from '../../../src/shared/domain/phases';
import type { Gan } from './gan';
import { KeptTensors } from './keptTensors';
import { RoundPhases } from './roundPhases';
import type { RoundView } from './roundView';
import { runUndividedRound } from './undividedRound';

export type { BatchProbabilities, RoundView } from './roundView';

/**
 * One round of a GAN (Goodfellow et al. 2014, algorithm 1): updates of the discriminator, then updates of the
 * generator from fresh latent vectors, then the average of the generator's weights.
 *
 * Either all at once by {@link Round.runUndivided}, or phase by phase. Both make the same updates from the same random
 * numbers; the phases only look at more of what happens.
 */
export class Round {
  readonly view: RoundView = {};
  private readonly kept = new KeptTensors();
  private readonly phases: RoundPhases;

  constructor(private readonly gan: Gan) {
    this.phases = new RoundPhases(gan, this.view, this.kept);
  }

  /** Runs one phase; the caller keeps to their order. */
  runPhase(phase: Phase, h: Hyperparameters): void {
    this.phases.run(phase, h);
  }

  /** The whole round with no pass through a network that training does not need, and one read-back at its end. */
  runUndivided(h: Hyperparameters): void {
    runUndividedRound(this.gan, h, this.view, this.kept);
  }

  /** Disposes the tensors of the view. */
  dispose(): void {
    this.kept.dispose();
  }
}
