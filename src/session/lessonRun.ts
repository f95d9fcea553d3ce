import * as l10n from '@vscode/l10n';
import type { Log } from '../log';
import {
  SPECS,
  changedNames,
  changesBetween,
  namesThatNeedRestart,
  recipeOfData,
  withChanges,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
import { comparePositions, START } from '../shared/domain/phases';
import { failure, type Problem, type Result } from '../shared/result';
import { runOfCheckpoint, type SavedRun } from '../shared/wire/checkpoint';
import type { HostToPanel, PanelToHost, RunSummary } from '../shared/wire/messages';
import { LessonKeeping } from './lessonKeeping';
import { RunState } from './runState';
import type { RunStore } from './runStore';
import type { RestorableRun, SessionCollections } from './sessionCollections';
import type { SessionEvents } from './sessionEvents';

/** What the run of a lesson is made of. */
interface LessonRunSetup {
  /** Absent while no lesson was chosen: then nothing is kept. */
  readonly lessonId: string | undefined;
  /** What an experiment of the lesson, or without one the lesson itself, starts with. */
  readonly recipe: (experiment: string | undefined) => Hyperparameters;
  /** The run to come back to, if there is one. */
  readonly saved: SavedRun | undefined;
  /** The run that was given up for that one and can be gone back to, if there is one. */
  readonly previous: RestorableRun | undefined;
}

/** What the run of a lesson needs of its session. */
interface LessonRunServices {
  readonly store: RunStore;
  readonly collections: SessionCollections;
  readonly events: SessionEvents;
  /** Hyperparameters that the lesson holds fixed where the person reads. */
  readonly locked: () => readonly HyperparameterName[];
  /** A name that was never given before, of letters and digits. */
  readonly uniqueName: () => string;
  readonly log: Log;
}

/** What another run begins with. */
type Start = Omit<Parameters<RunState['begin']>[0], 'id'>;

/** How the panel shows a new run. */
interface Presentation {
  /** Play at once, up to this round. */
  readonly playTo?: number | undefined;
}

/** The messages of the panel that are about one run. */
type RunMessage = Extract<PanelToHost, { type: 'summary' | 'checkpoint' | 'applied' | 'refused' }>;

/**
 * The run of one lesson: passes changes on to the panel and the panel's reports to the store, and begins other runs in the
 * place of this one.
 */
export class LessonRun {
  /** Has it on disk. */
  readonly keeping: LessonKeeping;
  private readonly state: RunState;
  private readonly recipe: LessonRunSetup['recipe'];
  /** The run that was given up for this one. */
  private previous: RestorableRun | undefined;

  constructor(
    { lessonId, recipe, saved, previous }: LessonRunSetup,
    private readonly services: LessonRunServices,
  ) {
    this.keeping = new LessonKeeping(lessonId, saved, services.store, services.events);
    this.recipe = recipe;
    this.previous = previous;
    const id = saved?.id ?? services.uniqueName();
    const experiment = saved?.experiment;
    this.state = new RunState({ id, defaults: recipe(experiment), experiment, saved });
  }

  /** What is wanted, what is running, and what a reset goes back to. */
  get hyperparameters(): Pick<RunState, 'wanted' | 'running' | 'defaults'> {
    return this.state;
  }

  /** Of the run in the panel; while there is none, of the one that would begin. */
  get current(): Hyperparameters {
    return this.state.running ?? this.state.wanted;
  }

  /** In what the run, or while there is none the wanted one, differs from the one that the lesson begins with. */
  get differences(): HyperparameterChanges {
    const own = this.recipe(undefined);
    const { current } = this;
    const { backend: _, ...changes } = changesBetween(recipeOfData(own, current.data), current);
    return { ...(current.data !== own.data && { data: current.data }), ...changes, seed: current.seed };
  }

  /** In what the form differs from the running networks. */
  get wantedChanges(): HyperparameterChanges {
    const { running, wanted } = this.state;
    return running === undefined ? {} : changesBetween(running, wanted);
  }

  /** Whether the panel has got its snapshot and was not closed since. */
  get isRunning(): boolean {
    return this.state.running !== undefined;
  }

  /** The run with all that is needed to come back to it; absent until it has a checkpoint. */
  get saved(): SavedRun | undefined {
    return this.state.saved;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.state.summary;
  }

  /** What this run belongs to, and which one can be gone back to, for the panel. */
  get origin(): Pick<Extract<HostToPanel, { type: 'newRun' }>, 'run' | 'experiment' | 'before'> {
    const { id, experiment } = this.state;
    const round = this.previous?.saved.position.round;
    return {
      run: id,
      ...(experiment !== undefined && { experiment }),
      ...(round !== undefined && { before: { round } }),
    };
  }

  /** A panel begins, or comes back. Returns what it runs, and what it comes back to. */
  show(): { readonly hyperparameters: Hyperparameters; readonly saved: SavedRun | undefined } {
    const { state, current } = this;
    if (!state.saved && !this.isRunning) {
      this.services.collections.begin(current);
    }
    state.show();
    return { hyperparameters: state.running ?? current, saved: state.saved };
  }

  /** The panel's page was destroyed; it will ask again. */
  hide(): void {
    this.state.hide();
  }

  /** The panel is closed. */
  close(): void {
    this.state.close();
  }

  /**
   * The person gives a hyperparameter another value. A value that cannot be is a failure that tells the range, and the
   * run goes on as it was.
   */
  edit(name: string, value: unknown): Result<Hyperparameters> {
    const problem = this.services.collections.problemWith(name, value);
    const edited: Result<Hyperparameters> = problem
      ? { ok: false, problem }
      : this.state.edit(name, value, this.services.locked());
    if (edited.ok) {
      this.wantedChanged();
    }
    return edited;
  }

  /**
   * The person takes a fix: what a running net can take over comes into force at once; for the rest a new run starts,
   * and the one before can be gone back to.
   */
  change(changes: HyperparameterChanges): void {
    this.changeOrRestart(changes, this.services.locked());
  }

  /** The lesson proposes these changes, and may change what it holds fixed; otherwise as {@link change}. */
  try(changes: HyperparameterChanges): void {
    this.changeOrRestart(changes, []);
  }

  /** Back to what the run was started with: its experiment, or the lesson's own run. */
  reset(): void {
    this.state.reset();
    this.wantedChanged();
  }

  /** The person has chosen another backend in the settings; it takes effect with the next run. */
  refreshDefaults(): void {
    this.state.replaceDefaults(this.recipe(this.state.experiment));
    this.services.events.changed.fire('hyperparameters');
  }

  /** Somebody worked on the lesson. A run that nobody has touched begins again with what the lesson begins with now. */
  followLesson(): void {
    const { experiment, defaults, isUntouched } = this.state;
    const recipe = this.recipe(experiment);
    if (isUntouched && changedNames(defaults, recipe).length > 0) {
      this.begin({ defaults: recipe, experiment });
    } else {
      this.refreshDefaults();
    }
  }

  /**
   * A new run from round 0 with everything that is wanted. The old one is given up, and can be gone back to.
   */
  restart(presentation: Presentation = {}): void {
    const { defaults, wanted, experiment } = this.state;
    this.begin({ defaults, wanted, experiment }, presentation);
  }

  /**
   * A new run from round 0 that differs so from the one that the lesson begins with. Fails, and changes nothing, when it
   * cannot be, or when the lesson holds fixed what differs.
   */
  startWith(changes: HyperparameterChanges): Result<Hyperparameters> {
    const defaults = this.recipe(undefined);
    const recipe = recipeOfData(defaults, changes.data);
    const wanted = withChanges(recipe, changes);
    if (!wanted.ok) {
      return wanted;
    }
    const { data } = wanted.value;
    const [held] = this.services
      .locked()
      .filter((name) => wanted.value[name] !== recipe[name] || (name === 'data' && data !== defaults.data));
    if (held !== undefined) {
      return failure(
        l10n.t('The lesson holds “{0}” fixed in this step.', SPECS[held].label()),
        l10n.t('The lesson is open, and its run is as it was.'),
      );
    }
    this.begin({ defaults, wanted: wanted.value, experiment: undefined });
    return wanted;
  }

  /** A new run from round 0 with exactly the hyperparameters of an experiment. */
  startExperiment(experiment: string, presentation: Presentation): void {
    this.begin({ defaults: this.recipe(experiment), experiment }, presentation);
  }

  /** Back to the run that was given up for this one, which can be gone back to in turn. */
  restorePrevious(): void {
    const { previous } = this;
    if (previous) {
      this.previous = undefined;
      this.keeping.keepPrevious(undefined);
      this.switchTo(previous);
    }
  }

  /** Another run takes the place of this one, which is kept. */
  switchTo({ saved, collection }: RestorableRun): void {
    this.keepAsPrevious();
    this.services.collections.restore(collection);
    const { experiment } = saved;
    this.replaceBy({ defaults: this.recipe(experiment), experiment, saved });
  }

  /** Another run on the same data, which the person compared with this one, takes its place; this one is kept. */
  takeOver(saved: SavedRun): void {
    const { collections, log } = this.services;
    const { running, experiment } = this.state;
    if (running?.data !== saved.hyperparameters.data || saved.collection !== collections.ofRun?.digest) {
      log.info(l10n.t('A run on other data was not restored.'));
      return;
    }
    this.keepAsPrevious();
    this.replaceBy({ defaults: this.recipe(experiment), experiment, saved });
  }

  /** A run that could not be read is trained again from its first weights, as far as its record says how. */
  trainAgain({
    hyperparameters,
    experiment,
    position,
  }: Pick<SavedRun, 'hyperparameters' | 'experiment' | 'position'>): void {
    const start = { defaults: this.recipe(experiment), wanted: hyperparameters, experiment };
    this.begin(start, { playTo: position.round });
  }

  /** Takes note of what the panel says of a run; what it says of an earlier one came too late. */
  receive(message: RunMessage): void {
    const { state, services } = this;
    if (!this.isRunning || message.run !== state.id) {
      services.log.info(l10n.t('A message about an earlier run came too late and was ignored.'));
      return;
    }
    switch (message.type) {
      case 'summary':
        if (state.takeSummary(message.summary) && state.saved) {
          this.keeping.keep(state.saved);
        }
        // The first one says that the run is there: changes that waited for it can go.
        this.sendLiveChange();
        services.events.changed.fire('run');
        return;
      case 'checkpoint':
        this.takeCheckpoint(message);
        return;
      case 'applied':
        state.applied(message);
        services.events.changed.fire('hyperparameters');
        return;
      case 'refused':
        state.refused(message.change);
        services.events.problemReported.fire({ message: message.message, next: message.next });
        services.events.changed.fire('hyperparameters');
    }
  }

  private takeCheckpoint(message: Extract<RunMessage, { type: 'checkpoint' }>): void {
    const { state, services } = this;
    const { running, wanted } = state;
    this.keeping.keep(state.takeCheckpoint(runOfCheckpoint(message), message.travelled));
    const { problem } = this.keeping;
    if (problem) {
      // The store tries again later; the panel waits for an answer to every checkpoint.
      services.events.messageSent.fire({ type: 'notKept', run: state.id, ...problem });
    }
    if (wanted !== state.wanted || (running && changedNames(running, message.hyperparameters).length > 0)) {
      services.events.changed.fire('hyperparameters');
    }
  }

  private changeOrRestart(changes: HyperparameterChanges, locked: readonly HyperparameterName[]): void {
    const { running } = this.state;
    const changed = this.state.change(changes, locked);
    if (!changed.ok) {
      this.report(changed.problem);
      return;
    }
    this.wantedChanged();
    if (running && namesThatNeedRestart(running, changed.value).length > 0) {
      this.restart();
    }
  }

  private wantedChanged(): void {
    this.sendLiveChange();
    this.services.events.changed.fire('hyperparameters');
  }

  private sendLiveChange(): void {
    const change = this.state.takeLiveChange();
    if (change) {
      this.services.events.messageSent.fire({ type: 'liveChange', run: this.state.id, ...change });
    }
  }

  /** A new run from round 0 takes the place of this one, which is kept. */
  private begin(start: Omit<Start, 'saved'>, presentation: Presentation = {}): void {
    const { collections } = this.services;
    this.keepAsPrevious();
    this.keeping.forget();
    this.state.begin({ ...start, id: this.services.uniqueName() });
    if (this.isRunning) {
      collections.begin(this.state.wanted);
    }
    this.announce(presentation);
  }

  private replaceBy(start: Start): void {
    this.state.begin({ ...start, id: this.services.uniqueName() });
    if (this.state.saved) {
      this.keeping.keep(this.state.saved);
    }
    this.announce({});
  }

  /** The panel, if there is one, runs what the state says from now on. */
  private announce({ playTo }: Presentation): void {
    const { collections, events } = this.services;
    const { running, saved } = this.state;
    if (running) {
      events.messageSent.fire({
        type: 'newRun',
        hyperparameters: running,
        ...(collections.ofRun && { collection: collections.ofRun }),
        ...this.origin,
        ...(playTo !== undefined && { playTo }),
        ...(saved && { saved }),
      });
    }
    events.changed.fire('hyperparameters');
    events.changed.fire('run');
  }

  /** The run as it stands can be gone back to, if it has come past its beginning, which can be had again at any time. */
  private keepAsPrevious(): void {
    const { saved } = this.state;
    if (saved && comparePositions(saved.position, START) > 0) {
      this.previous = { saved, collection: this.services.collections.ofRun };
      this.keeping.keepPrevious(saved);
    }
  }

  private report(problem: Problem): void {
    this.services.events.problemReported.fire(problem);
  }
}
