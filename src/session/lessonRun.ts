import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Log } from '../log';
import type { SavedRun } from '../shared/wire/checkpoint';
import {
  changedNames,
  HyperparameterChangesSchema,
  namesThatNeedRestart,
  recipeOfData,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
import type { PanelToHost, RunSummary } from '../shared/wire/messages';
import { comparePositions, START } from '../shared/domain/phases';
import type { Result } from '../shared/result';
import { HyperparameterState } from './hyperparameterState';
import { RunKeeper } from './runKeeper';
import { RunStarter } from './runStarter';
import type { KeptRun, RunStore } from './runStore';
import type { SessionCollections } from './sessionCollections';
import type { SessionEvents } from './sessionEvents';

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

/**
 * The run of one lesson: which hyperparameters are wanted and which are running, when a wanted one comes into force, and
 * which of the panel's reports belong to it.
 */
export class LessonRun {
  readonly hyperparameters: HyperparameterState;
  private readonly keeper: RunKeeper;
  private readonly recipe: LessonRunStart['recipe'];
  /** Begins other runs in the place of this one. */
  readonly starter: RunStarter;

  constructor(
    { lessonId, recipe, kept }: LessonRunStart,
    private readonly services: LessonRunServices,
  ) {
    const defaults = recipe(kept?.experiment);
    this.recipe = recipe;
    this.hyperparameters = new HyperparameterState(defaults, kept?.run.hyperparameters ?? defaults);
    this.keeper = new RunKeeper(services.store, lessonId, kept);
    this.starter = new RunStarter(this.hyperparameters, this.keeper, recipe, services);
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

  /** In what the form differs from the running net. */
  get wantedChanges(): HyperparameterChanges {
    const { running, wanted } = this.hyperparameters;
    const changed = running === undefined ? [] : changedNames(running, wanted);
    return v.parse(
      HyperparameterChangesSchema,
      Object.fromEntries(changed.map((name) => [name, wanted[name]])),
    );
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.hyperparameters.running !== undefined;
  }

  /** The run with all that is needed to come back to it; absent until it has a checkpoint. */
  get kept(): KeptRun | undefined {
    return this.keeper.kept;
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
   * The person takes a fix: what a running net can take over comes into force at once; for the rest a new run starts,
   * and the one before can be gone back to.
   */
  change(changes: HyperparameterChanges): void {
    this.takeOrBegin(changes, this.services.locked());
  }

  /** The lesson proposes these changes, and may change what it holds fixed; otherwise as {@link change}. */
  try(changes: HyperparameterChanges): void {
    this.takeOrBegin(changes, []);
  }

  private takeOrBegin(changes: HyperparameterChanges, locked: readonly HyperparameterName[]): void {
    const { running } = this.hyperparameters;
    const changed = this.take(this.hyperparameters.change(changes, locked));
    if (changed.ok && running && namesThatNeedRestart(running, changed.value).length > 0) {
      this.starter.restart({ inPlace: true });
    }
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
  refreshDefaults(): void {
    this.hyperparameters.replaceDefaults(this.recipe(this.keeper.experiment));
    this.services.events.changed.fire('hyperparameters');
  }

  /** Somebody worked on the lesson. A run that nobody has touched begins anew with what the lesson begins with now. */
  followLesson(): void {
    const { hyperparameters, keeper } = this;
    const recipe = this.recipe(keeper.experiment);
    if (this.isUntouched && changedNames(hyperparameters.defaults, recipe).length > 0) {
      hyperparameters.begin(recipe);
      this.starter.restart({ inPlace: true });
    } else {
      this.refreshDefaults();
    }
  }

  /** Whether the run stands at its beginning, with the hyperparameters that it began with, and no others are wanted. */
  private get isUntouched(): boolean {
    const { defaults, wanted, running = wanted } = this.hyperparameters;
    const { saved, summary } = this.keeper;
    return (
      [wanted, running].every((each) => changedNames(defaults, each).length === 0) &&
      [saved, summary].every((each) => comparePositions(each?.position ?? START, START) === 0)
    );
  }

  /** Back to what the run was started with: its experiment, or the lesson's own run. */
  reset(): void {
    this.hyperparameters.reset();
    this.applyLiveChanges();
    this.services.events.changed.fire('hyperparameters');
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
