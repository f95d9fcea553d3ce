import * as l10n from '@vscode/l10n';
import type { Log } from '../log';
import type { SavedRun } from '../shared/wire/checkpoint';
import type { OwnCollection } from '../shared/domain/collection';
import {
  recipeOfData,
  withChanges,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
import type { HostToPanel } from '../shared/wire/messages';
import { comparePositions, START } from '../shared/domain/phases';
import type { Result } from '../shared/result';
import type { HyperparameterState } from './hyperparameterState';
import type { RunKeeper } from './runKeeper';
import type { KeptRun } from './runStore';
import type { SessionCollections } from './sessionCollections';
import type { SessionEvents } from './sessionEvents';
import { newRunMessage } from './sessionMessages';

/** A run that can take the place of another one. */
export interface OtherRun {
  readonly kept: KeptRun;
  /** The learner's own one that it trains on; absent for other data. */
  readonly collection: OwnCollection | undefined;
}

/** How a new run begins. */
interface Beginning {
  /** Play at once, up to this round. */
  readonly playTo?: number | undefined;
  /** The notes stay where they are. */
  readonly inPlace?: boolean;
}

/** What beginning a run needs of the session. */
export interface RunStarterServices {
  readonly collections: SessionCollections;
  readonly events: SessionEvents;
  readonly log: Log;
}

/** Begins other runs in the place of a lesson's run, and keeps the one before aside. */
export class RunStarter {
  /** The run that was given up for this one. */
  private runBefore: OtherRun | undefined;

  /** @param recipe what an experiment of the lesson, or without one the lesson itself, starts with */
  constructor(
    private readonly hyperparameters: HyperparameterState,
    private readonly keeper: RunKeeper,
    private readonly recipe: (experiment: string | undefined) => Hyperparameters,
    private readonly services: RunStarterServices,
  ) {}

  /** What this run belongs to, and which one can be gone back to, for the panel. */
  get belonging(): Pick<Extract<HostToPanel, { type: 'newRun' }>, 'experiment' | 'before'> {
    const { experiment } = this.keeper;
    const round = this.runBefore?.kept.run.position.round;
    return {
      ...(experiment !== undefined && { experiment }),
      ...(round !== undefined && { before: { round } }),
    };
  }

  /**
   * A new run from round 0 with everything that is wanted. The old one is given up; until the lesson is left it can be
   * gone back to.
   */
  restart(beginning: Beginning = {}): void {
    this.begin(beginning, this.keeper.experiment);
  }

  /**
   * A new run from round 0 that differs so from the one that the lesson begins with. Fails, and changes nothing, when it
   * cannot be.
   */
  startWith(changes: HyperparameterChanges): Result<Hyperparameters> {
    const base = recipeOfData(this.recipe(undefined), changes.data);
    const wanted = withChanges(base, changes);
    if (wanted.ok) {
      this.hyperparameters.begin(this.recipe(undefined), wanted.value);
      this.begin({}, undefined);
    }
    return wanted;
  }

  /** Back to the run that was given up for this one, which can be gone back to in turn. */
  goBackToRunBefore(): void {
    if (this.runBefore) {
      this.comeTo(this.runBefore);
    }
  }

  /** Another run takes the place of this one, which is kept aside. */
  comeTo({ kept, collection }: OtherRun): void {
    this.rememberRun();
    this.keeper.replaceBy(kept);
    this.services.collections.comeBackTo({ kept, ...(collection && { collection }) });
    this.hyperparameters.begin(this.recipe(kept.experiment), kept.run.hyperparameters);
    this.post(kept.run.hyperparameters, { saved: kept.run });
  }

  /** Another run on the same data, which the person compared with this one, takes its place; this one is kept aside. */
  takeOver(run: SavedRun): void {
    const { collections, log } = this.services;
    const { running } = this.hyperparameters;
    if (running?.data !== run.hyperparameters.data || run.collection !== collections.ofRun?.digest) {
      log.info(l10n.t('A run on other data was not taken over.'));
      return;
    }
    const { experiment } = this.keeper;
    this.rememberRun();
    this.keeper.replaceBy({
      run,
      checkpointPosition: run.position,
      ...(experiment !== undefined && { experiment }),
    });
    this.hyperparameters.begin(this.recipe(experiment), run.hyperparameters);
    this.post(run.hyperparameters, { saved: run });
  }

  /** A new run from round 0 with exactly the hyperparameters of an experiment. */
  startExperiment(experiment: string, beginning: Beginning): void {
    this.hyperparameters.begin(this.recipe(experiment));
    this.begin(beginning, experiment);
  }

  private begin(beginning: Beginning, experiment: string | undefined): void {
    this.rememberRun();
    this.keeper.forget();
    this.keeper.experiment = experiment;
    const { wanted } = this.hyperparameters;
    if (this.hyperparameters.running) {
      this.services.collections.begin(wanted);
    }
    this.post(wanted, beginning);
  }

  /** The run as it stands is kept aside, if it has come past its beginning, which can be had again at any time. */
  private rememberRun(): void {
    const { kept } = this.keeper;
    const isWorthIt = kept !== undefined && comparePositions(kept.run.position, START) > 0;
    this.runBefore = isWorthIt ? { kept, collection: this.services.collections.ofRun } : undefined;
  }

  /** The panel, if there is one, runs these from now on. */
  private post(
    hyperparameters: Hyperparameters,
    { playTo, inPlace, saved }: Beginning & { readonly saved?: SavedRun },
  ): void {
    const { collections, events } = this.services;
    if (this.hyperparameters.running) {
      this.keeper.interrupt();
      this.hyperparameters.running = hyperparameters;
      events.posted.fire({
        ...newRunMessage(hyperparameters, collections.ofRun),
        ...this.belonging,
        ...(playTo !== undefined && { playTo }),
        ...(inPlace !== undefined && { inPlace }),
        ...(saved && { saved }),
      });
    }
    events.changed.fire('hyperparameters');
    events.changed.fire('run');
  }
}
