import * as l10n from '@vscode/l10n';
import {
  changedNames,
  checkTogether,
  isHyperparameterName,
  isPictureData,
  SPECS,
  withChanges,
  withLiveChanges,
  withValue,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
import { comparePositions, laterPosition, START } from '../shared/domain/phases';
import { failure, type Result } from '../shared/result';
import type { SavedRun } from '../shared/wire/checkpoint';
import type { RunSummary } from '../shared/wire/messages';

/** A change on its way to the running networks. */
interface LiveChange {
  /** Names it in the answer; another number for each change. */
  readonly change: number;
  /** All hyperparameters, as they are to be from then on. */
  readonly hyperparameters: Hyperparameters;
}

/** What a run begins with. */
interface Start {
  /** A name that no other run has. */
  readonly id: string;
  /** What a reset goes back to. */
  readonly defaults: Hyperparameters;
  /** What is wanted at first; absent: the defaults. */
  readonly wanted?: Hyperparameters;
  /** The experiment of the lesson that it is started as; absent for the lesson's own run. */
  readonly experiment: string | undefined;
  /** Where to go on; absent for a run that begins at round 0. */
  readonly saved?: SavedRun | undefined;
}

/**
 * What the host knows of the run of a lesson: its hyperparameters (what a reset goes back to, what is wanted and what is
 * running), how far it has come, and what is needed to come back to it.
 *
 * What the panel reports comes in the order in which it happened: a checkpoint that has other hyperparameters comes before
 * the first position that was reached with them. So running on from the last checkpoint to the last position gives the
 * very same weights.
 */
export class RunState {
  private runId: string;
  private defaultValues: Hyperparameters;
  private wantedValues: Hyperparameters;
  private runningValues: Hyperparameters | undefined;
  private experimentId: string | undefined;
  private lastSummary: RunSummary | undefined;
  private savedRun: SavedRun | undefined;
  /** Sent and not answered yet; the later one of two takes the earlier one along. */
  private sent: LiveChange | undefined;
  private changes = 0;
  /** Whether the panel has shown the run since it began, or came back to it. */
  private isShown = false;

  constructor(start: Start) {
    this.runId = start.id;
    this.defaultValues = start.defaults;
    this.wantedValues = start.defaults;
    this.begin(start);
  }

  /** Names the run; every message of and to the panel that concerns a run carries it. */
  get id(): string {
    return this.runId;
  }

  /** What a reset goes back to. */
  get defaults(): Hyperparameters {
    return this.defaultValues;
  }

  get wanted(): Hyperparameters {
    return this.wantedValues;
  }

  /** Of the networks in the panel, as the panel has said; absent while there are none. */
  get running(): Hyperparameters | undefined {
    return this.runningValues;
  }

  /** The experiment of the lesson that the run was started as; absent for the lesson's own run. */
  get experiment(): string | undefined {
    return this.experimentId;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.lastSummary;
  }

  /** The run with all that is needed to come back to it; absent until it has a checkpoint. */
  get saved(): SavedRun | undefined {
    return this.savedRun;
  }

  /** Whether the run stands at its beginning, with the hyperparameters that it began with, and no others are wanted. */
  get isUntouched(): boolean {
    const { defaults, wanted, running = wanted, saved, summary } = this;
    return (
      [wanted, running].every((each) => changedNames(defaults, each).length === 0) &&
      [saved, summary].every((each) => comparePositions(each?.position ?? START, START) === 0)
    );
  }

  /** Another run takes the place of this one; a panel that is open runs it from now on. */
  begin({ id, defaults, experiment, saved, wanted = saved?.hyperparameters ?? defaults }: Start): void {
    this.runId = id;
    this.defaultValues = defaults;
    this.wantedValues = wanted;
    this.experimentId = experiment;
    this.savedRun = saved && this.withOrigin(saved);
    this.lastSummary = undefined;
    this.interrupt();
    if (this.runningValues) {
      this.runningValues = saved?.hyperparameters ?? wanted;
    }
  }

  /**
   * Wants another value of one hyperparameter. A value that cannot be is a failure that tells the range.
   *
   * @param locked those that the lesson holds fixed
   */
  edit(name: string, value: unknown, locked: readonly HyperparameterName[] = []): Result<Hyperparameters> {
    return isHyperparameterName(name)
      ? this.want(withValue(this.wanted, name, value), locked)
      : failure(l10n.t('There is no hyperparameter "{0}".', name), l10n.t('The run continues.'));
  }

  /**
   * Wants other values of several hyperparameters. Fails, and changes nothing, when they cannot be.
   *
   * @param locked those that the lesson holds fixed
   */
  change(
    changes: HyperparameterChanges,
    locked: readonly HyperparameterName[] = [],
  ): Result<Hyperparameters> {
    return this.want(withChanges(this.wanted, changes), locked);
  }

  /** Wants the defaults again. */
  reset(): void {
    this.wantedValues = this.defaults;
  }

  /** Other defaults, which differ in the backend: it is wanted too, unless the person wanted another one. */
  replaceDefaults(defaults: Hyperparameters): void {
    if (this.wanted.backend === this.defaults.backend) {
      this.wantedValues = { ...this.wanted, backend: defaults.backend };
    }
    this.defaultValues = defaults;
  }

  /** A panel begins the run, or comes back to it. */
  show(): void {
    this.interrupt();
    this.runningValues = this.saved?.hyperparameters ?? this.running ?? this.wanted;
  }

  /** The panel's page is gone, and with it whatever was playing. */
  hide(): void {
    this.interrupt();
    this.lastSummary = this.lastSummary && { ...this.lastSummary, playing: false };
  }

  /** The panel is closed: nothing reports any more. */
  close(): void {
    this.interrupt();
    this.lastSummary = undefined;
    this.runningValues = undefined;
  }

  /**
   * What the running networks can take over of what is wanted and were not sent yet; `undefined` when there is nothing.
   * While the other kind of data is wanted, everything belongs to the next run, and before the panel shows the run,
   * changes wait for it.
   */
  takeLiveChange(): LiveChange | undefined {
    const { wanted, running, isShown } = this;
    const expected = this.sent?.hyperparameters ?? running;
    if (!expected || !isShown || isPictureData(expected.data) !== isPictureData(wanted.data)) {
      return undefined;
    }
    const hyperparameters = withLiveChanges(expected, wanted);
    // What goes together only with something that needs a new run waits for that run.
    const isPossible =
      changedNames(expected, hyperparameters).length > 0 &&
      checkTogether(hyperparameters, isPictureData(hyperparameters.data)) === undefined;
    if (!isPossible) {
      return undefined;
    }
    this.changes += 1;
    this.sent = { change: this.changes, hyperparameters };
    return this.sent;
  }

  /** The running networks took a change over. */
  applied({ change, hyperparameters }: LiveChange): void {
    this.runningValues = hyperparameters;
    this.sent = this.sent?.change === change ? undefined : this.sent;
  }

  /** The running networks stay as they were, and so does what is wanted of them. */
  refused(change: number): void {
    if (this.sent?.change === change && this.running) {
      this.sent = undefined;
      this.wantedValues = withLiveChanges(this.wanted, this.running);
    }
  }

  /**
   * The panel shows this moment. It may be before the last one, when the person went back, but never before the checkpoint.
   *
   * @returns whether what is needed to come back is other now
   */
  takeSummary(summary: RunSummary): boolean {
    this.lastSummary = summary;
    this.isShown = true;
    const { saved } = this;
    if (!saved) {
      return false;
    }
    const position = laterPosition(summary.position, saved.checkpointPosition);
    const { wholeRounds } = summary;
    if (comparePositions(position, saved.position) === 0 && wholeRounds === saved.wholeRounds) {
      return false;
    }
    this.savedRun = { ...saved, position, wholeRounds };
    return true;
  }

  /**
   * The panel has taken a checkpoint.
   *
   * @param run its `position` is that of the checkpoint: the beginning of the round that is being played
   * @param travelled the person went to another moment of the run, perhaps an earlier one
   * @returns what is needed to come back
   */
  takeCheckpoint(run: SavedRun, travelled = false): SavedRun {
    const { running, sent } = this;
    if (travelled && !sent && running && changedNames(running, run.hyperparameters).length > 0) {
      this.follow(run.hyperparameters);
    }
    this.runningValues = run.hyperparameters;
    const before = this.saved;
    const isAhead =
      !travelled && before !== undefined && comparePositions(before.position, run.position) >= 0;
    const saved = this.withOrigin(
      isAhead ? { ...run, position: before.position, wholeRounds: before.wholeRounds } : run,
    );
    this.savedRun = saved;
    return saved;
  }

  /** What was in force at the moment that the person went to is wanted, too. */
  private follow(hyperparameters: Hyperparameters): void {
    if (isPictureData(hyperparameters.data) === isPictureData(this.wanted.data)) {
      this.wantedValues = withLiveChanges(this.wanted, hyperparameters);
    }
  }

  private withOrigin(saved: SavedRun): SavedRun {
    const { id, experiment } = this;
    const { experiment: _, ...run } = saved;
    return { ...run, id, ...(experiment !== undefined && { experiment }) };
  }

  /** Nothing that was sent will be answered. */
  private interrupt(): void {
    this.sent = undefined;
    this.isShown = false;
  }

  private want(
    changed: Result<Hyperparameters>,
    locked: readonly HyperparameterName[],
  ): Result<Hyperparameters> {
    if (!changed.ok) {
      return changed;
    }
    const [held] = changedNames(this.wanted, changed.value).filter((name) => locked.includes(name));
    if (held !== undefined) {
      return failure(
        l10n.t('The lesson holds “{0}” fixed in this step.', SPECS[held].label()),
        l10n.t('Move on to another step to change it. The run continues.'),
      );
    }
    this.wantedValues = changed.value;
    return changed;
  }
}
