import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { success, type Result } from '../../src/shared/result';
import type { BackendChoice } from '../../src/shared/wire/run';
import { chooseBackend, Races, type Rehearsal } from '../backend';
import type { Collection } from './datasets';
import { classCount, createDiscriminator, createGenerator } from './networks';
import { Gan } from './training/gan';
import { Round } from './training/round';

/**
 * What decides how long a round takes, and nothing else: neither seeds nor learning rates, so that a race is run once
 * for all lessons with the same networks.
 */
export function raceKey(h: Hyperparameters, collection: Collection): string {
  const classes = classCount(h, collection);
  return JSON.stringify([
    createGenerator(h, collection.sampleShape, classes).describe(),
    createDiscriminator(h, collection.sampleShape, classes).describe(),
    h.batchSize,
    h.generatorOptimizer,
    h.generatorSteps,
    h.discriminatorNormalization,
    h.discriminatorOptimizer,
    h.discriminatorSteps,
    h.r1Weight > 0 && h.r1Interval,
    h.gradientPenaltyWeight > 0,
    h.instanceNoise > 0,
  ]);
}

/** A run on the current backend that nobody sees. Its random numbers are streams of its own. */
export function rehearse(h: Hyperparameters, collection: Collection): Rehearsal {
  const gan = Gan.create(h, collection);
  return {
    runRound() {
      const round = new Round(gan);
      try {
        round.runUndivided(h);
      } finally {
        round.dispose();
      }
    },
    dispose: () => gan.dispose(),
  };
}

/** Chooses backends for runs, and remembers for all of them which was faster. One for each worker. */
export class BackendChooser {
  private readonly races = new Races();

  /** Fails when no backend starts. */
  forNewRun(h: Hyperparameters, collection: Collection): Promise<Result<BackendChoice>> {
    return chooseBackend(h.backend, {
      key: raceKey(h, collection),
      rehearse: () => rehearse(h, collection),
      races: this.races,
    });
  }

  /**
   * The backend on which a run was saved, because only there its bits come out the same; the CPU when the other does not
   * start, or when it would only start in software although nobody asked for it. Fails when no backend starts.
   */
  async forSavedRun(h: Hyperparameters, saved: BackendChoice['backend']): Promise<Result<BackendChoice>> {
    // Without a model, 'auto' takes any graphics processor.
    const wanted = saved === 'webgl' && h.backend === 'auto' ? 'auto' : saved;
    const choice = await chooseBackend(wanted);
    if (!choice.ok || choice.value.backend === saved) {
      return choice.ok && saved === 'cpu' && h.backend !== 'cpu'
        ? success({ ...choice.value, reason: l10n.t('The CPU trains, as it did when the run was saved.') })
        : choice;
    }
    return success({
      ...choice.value,
      reason: l10n.t(
        'The run was saved on WebGL. {0} Backends round differently, so it continues slightly differently.',
        choice.value.reason,
      ),
    });
  }
}
