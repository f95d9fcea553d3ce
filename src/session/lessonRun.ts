import * as l10n from '@vscode/l10n';
import type { Log } from '../log';
import type { SavedRun } from '../shared/checkpoint';
import type { OwnCollection } from '../shared/collection';
import {
  changedNames,
  namesThatNeedRestart,
  recipeOfData,
  withChanges,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../shared/hyperparameters';
import type { HostToPanel, PanelToHost, RunSummary } from '../shared/messages';
import type { Result } from '../shared/result';
import { HyperparameterState } from './hyperparameterState';
import { RunKeeper } from './runKeeper';
import type { KeptRun, RunStore } from './runStore';
import type { SessionCollections } from './sessionCollections';
import type { SessionEvents } from './sessionEvents';
import { newRunMessage } from './sessionMessages';

type CheckpointMessage = Extract<PanelToHost, { type: 'checkpoint' }>;

/** Where a lesson's run begins. */
export interface LessonRunStart {
  /** Absent while no lesson was chosen. */
  readonly lessonId: string | undefined;
  /** What an experiment of the lesson, or without one the lesson itself, starts with. */
  readonly recipe: (experiment: string | undefined) => Hyperparameters;
  /** The run to come back to, if there is one. */
  readonly kept: KeptRun | undefined;
}

/** What the run of a lesson needs of its session. */
export interface LessonRunServices {
  readonly store: RunStore;
  readonly collections: SessionCollections;
  readonly events: SessionEvents;
  /** Hyperparameters that the lesson holds fixed where the person reads. */
  readonly locked: () => readonly HyperparameterName[];
  readonly log: Log;
}

/** A run that was given up for another one. */
interface RunBefore {
  readonly kept: KeptRun;
  readonly collection: OwnCollection | undefined;
}

/** How a new run begins. */
interface Beginning {
  /** Play at once, up to this round. */
  readonly playTo?: number | undefined;
  /** The notes stay where they are. */
  readonly inPlace?: boolean;
}

/**
 * The run of one lesson: which hyperparameters are wanted and which are running, when a wanted one comes into force, and
 * which of the panel's reports belong to it.
 */
export class LessonRun {
  readonly hyperparameters: HyperparameterState;
  private readonly keeper: RunKeeper;
  private readonly recipe: LessonRunStart['recipe'];
  private runBefore: RunBefore | undefined;

  constructor(
    { lessonId, recipe, kept }: LessonRunStart,
    private readonly services: LessonRunServices,
  ) {
    const defaults = recipe(kept?.experiment);
    this.recipe = recipe;
    this.hyperparameters = new HyperparameterState(defaults, kept?.run.hyperparameters ?? defaults);
    this.keeper = new RunKeeper(services.store, lessonId, kept);
  }

  /** What this run belongs to, and which one can be gone back to, for the panel. */
  get belonging(): Pick<Extract<HostToPanel, { type: 'newRun' }>, 'experiment' | 'before'> {
    const { experiment } = this.keeper;
    const round = this.runBefore?.kept.run.position.round;
    return {
      ...(experiment !== undefined && { experiment }),
      ...(round !== undefined && { before: { round } }),
    };
  }

  /** In what the run, or while there is none the wanted one, differs from the one that the lesson begins with. */
  get differences(): HyperparameterChanges {
    const own = this.recipe(undefined);
    const { running, wanted } = this.hyperparameters;
    const now = running ?? wanted;
    const names = changedNames(recipeOfData(own, now.data), now).filter((name) => name !== 'backend');
    const changes = Object.fromEntries(names.map((name) => [name, now[name]]));
    return { ...(now.data !== own.data && { data: now.data }), ...changes, seed: now.seed };
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.hyperparameters.running !== undefined;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.keeper.summary;
  }

  /** A panel begins, or comes back. Returns what it runs, and what it comes back to. */
  show(): { readonly hyperparameters: Hyperparameters; readonly saved: SavedRun | undefined } {
    const { running, wanted } = this.hyperparameters;
    const { saved } = this.keeper;
    const hyperparameters = saved?.hyperparameters ?? running ?? wanted;
    if (!saved && !running) {
      this.services.collections.begin(hyperparameters);
    }
    this.keeper.interrupt();
    this.hyperparameters.running = hyperparameters;
    return { hyperparameters, saved };
  }

  /** The panel's page was destroyed; it will ask again. */
  hide(): void {
    this.keeper.interrupt();
  }

  /** The panel is closed. */
  close(): void {
    this.keeper.close();
    this.hyperparameters.running = undefined;
  }

  /**
   * The person gives a hyperparameter another value. A value that cannot be is a failure that tells the range, and the
   * run goes on as it was.
   */
  edit(name: string, value: unknown): Result<Hyperparameters> {
    const problem = this.services.collections.reasonAgainst(name, value);
    if (problem) {
      return { ok: false, problem };
    }
    return this.want(this.hyperparameters.edit(name, value, this.services.locked()));
  }

  /**
   * The person takes a remedy: what a running net can take over comes into force at once, the rest is wanted for the next
   * run.
   */
  change(changes: HyperparameterChanges): void {
    this.take(this.hyperparameters.change(changes, this.services.locked()));
  }

  /**
   * The lesson proposes these changes, and may change what it holds fixed. What a running net can take over comes into
   * force at once; for the rest a new run starts.
   */
  try(changes: HyperparameterChanges): void {
    const { running } = this.hyperparameters;
    const changed = this.take(this.hyperparameters.change(changes));
    if (changed.ok && running && namesThatNeedRestart(running, changed.value).length > 0) {
      this.restart({ inPlace: true });
    }
  }

  /** A new run from round 0 with exactly the hyperparameters of an experiment. */
  startExperiment(experiment: string, beginning: Beginning): void {
    this.hyperparameters.begin(this.recipe(experiment));
    this.begin(beginning, experiment);
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
  refreshDefaults(): void {
    this.hyperparameters.replaceDefaults(this.recipe(this.keeper.experiment));
    this.services.events.changed.fire('hyperparameters');
  }

  /** Back to what the run was started with: its experiment, or the lesson's own run. */
  reset(): void {
    this.hyperparameters.reset();
    this.applyLiveChanges();
    this.services.events.changed.fire('hyperparameters');
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
    const { runBefore } = this;
    if (runBefore) {
      this.rememberRun();
      const { kept, collection } = runBefore;
      this.keeper.replaceBy(kept);
      this.services.collections.comeBackTo({ kept, ...(collection && { collection }) });
      this.hyperparameters.begin(this.recipe(kept.experiment), kept.run.hyperparameters);
      this.post(kept.run.hyperparameters, { saved: kept.run });
    }
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

  /** Takes note of where the run stands. */
  takeSummary(summary: RunSummary): void {
    if (!this.isRunning) {
      return;
    }
    this.keeper.takeSummary(summary);
    this.applyLiveChanges();
    this.services.events.changed.fire('run');
  }

  /** Keeps a checkpoint of this run, and leaves one of an earlier run out. */
  takeCheckpoint(message: CheckpointMessage): void {
    const { type: _, bytes, travelled = false, ...run } = message;
    const { hyperparameters } = run;
    const { running } = this.hyperparameters;
    const isOfThisRun =
      running &&
      namesThatNeedRestart(running, hyperparameters).length === 0 &&
      run.collection === this.services.collections.ofRun?.digest;
    if (!isOfThisRun) {
      this.services.log.info(l10n.t('A checkpoint of an earlier run came too late and was left out.'));
      return;
    }
    let isCurrent = changedNames(running, hyperparameters).length === 0;
    if (travelled && !isCurrent && !this.keeper.waitsForChange) {
      this.hyperparameters.follow(hyperparameters);
      this.services.events.changed.fire('hyperparameters');
      isCurrent = true;
    }
    this.keeper.takeCheckpoint({ ...run, checkpoint: bytes }, isCurrent, travelled);
  }

  private begin(beginning: Beginning, experiment: string | undefined): void {
    this.rememberRun();
    this.keeper.forget();
    this.keeper.experiment = experiment;
    const { wanted } = this.hyperparameters;
    if (this.isRunning) {
      this.services.collections.begin(wanted);
    }
    this.post(wanted, beginning);
  }

  /** The run as it stands is kept aside, if there is something to come back to. */
  private rememberRun(): void {
    const { kept } = this.keeper;
    this.runBefore = kept && { kept, collection: this.services.collections.ofRun };
  }

  /** The panel, if there is one, runs these from now on. */
  private post(
    hyperparameters: Hyperparameters,
    { playTo, inPlace, saved }: Beginning & { readonly saved?: SavedRun },
  ): void {
    const { collections, events } = this.services;
    if (this.isRunning) {
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

  private take(edited: Result<Hyperparameters>): Result<Hyperparameters> {
    const changed = this.want(edited);
    if (!changed.ok) {
      this.services.events.told.fire(changed.problem);
    }
    return changed;
  }

  private want(edited: Result<Hyperparameters>): Result<Hyperparameters> {
    if (edited.ok) {
      this.applyLiveChanges();
      this.services.events.changed.fire('hyperparameters');
    }
    return edited;
  }

  /** While the panel is on its way back to a saved moment, live changes wait for it. */
  private applyLiveChanges(): void {
    const changed = this.keeper.isUnderWay ? this.hyperparameters.takeLiveChanges() : undefined;
    if (changed) {
      const { events } = this.services;
      this.keeper.noteLiveChange();
      events.posted.fire({ type: 'liveChange', hyperparameters: changed });
      events.changed.fire('hyperparameters');
    }
  }
}
