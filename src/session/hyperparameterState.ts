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
import { failure, type Result } from '../shared/result';

/** The three sets of hyperparameters of a session: what it goes back to, what is wanted, and what is running. */
export class HyperparameterState {
  private current: Hyperparameters;

  /** Of the net in the panel; absent while there is none. */
  running: Hyperparameters | undefined;

  /**
   * @param base what a reset goes back to
   * @param wanted what the person wants at first
   */
  constructor(
    private base: Hyperparameters,
    wanted: Hyperparameters,
  ) {
    this.current = wanted;
  }

  get defaults(): Hyperparameters {
    return this.base;
  }

  get wanted(): Hyperparameters {
    return this.current;
  }

  /**
   * Wants another value of one of them. A value that cannot be is a failure that tells the range.
   *
   * @param locked those that the lesson holds fixed
   */
  edit(name: string, value: unknown, locked: readonly HyperparameterName[] = []): Result<Hyperparameters> {
    return isHyperparameterName(name)
      ? this.want(withValue(this.current, name, value), locked)
      : failure(l10n.t('There is no hyperparameter "{0}".', name), l10n.t('The run goes on.'));
  }

  /**
   * Wants other values of several of them. Fails, and changes nothing, when they cannot be.
   *
   * @param locked those that the lesson holds fixed
   */
  change(
    changes: HyperparameterChanges,
    locked: readonly HyperparameterName[] = [],
  ): Result<Hyperparameters> {
    return this.want(withChanges(this.current, changes), locked);
  }

  /** The run went to another of its moments, at which these were in force: they are wanted, too. */
  follow(hyperparameters: Hyperparameters): void {
    this.running = hyperparameters;
    if (isPictureData(hyperparameters.data) === isPictureData(this.current.data)) {
      this.current = withLiveChanges(this.current, hyperparameters);
    }
  }

  /** Goes back to these from now on, and wants them or others. */
  begin(base: Hyperparameters, wanted = base): void {
    this.base = base;
    this.current = wanted;
  }

  /** Wants the defaults again. */
  reset(): void {
    this.current = this.base;
  }

  /** Other defaults, which differ in the backend: it is wanted too, unless the person wanted another one. */
  replaceDefaults(defaults: Hyperparameters): void {
    if (this.current.backend === this.base.backend) {
      this.current = { ...this.current, backend: defaults.backend };
    }
    this.base = defaults;
  }

  /**
   * Gives the running net what it can take over of the wanted ones. While the other kind of data is wanted, all of them
   * belong to the next run.
   *
   * @returns what is running from now on, or `undefined` when nothing changed
   */
  takeLiveChanges(): Hyperparameters | undefined {
    const { running, current } = this;
    if (!running || isPictureData(running.data) !== isPictureData(current.data)) {
      return undefined;
    }
    const changed = withLiveChanges(running, current);
    const isPossible = checkTogether(changed, isPictureData(changed.data)) === undefined;
    // What goes together only with something that needs a new run waits for that run.
    if (changedNames(running, changed).length === 0 || !isPossible) {
      return undefined;
    }
    this.running = changed;
    return changed;
  }

  private want(
    changed: Result<Hyperparameters>,
    locked: readonly HyperparameterName[],
  ): Result<Hyperparameters> {
    if (!changed.ok) {
      return changed;
    }
    const [held] = changedNames(this.current, changed.value).filter((name) => locked.includes(name));
    if (held !== undefined) {
      return failure(
        l10n.t('The lesson holds “{0}” fixed in this step.', SPECS[held].label()),
        l10n.t('Go on to another step to change it. The run goes on.'),
      );
    }
    this.current = changed.value;
    return changed;
  }
}
