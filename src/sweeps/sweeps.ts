import * as l10n from '@vscode/l10n';
import { failure, success, type Result } from '../shared/result';
import type { OwnCollection } from '../shared/domain/collection';
import type { SweepPlan } from '../shared/domain/sweeps/plan';
import type { SavedRun } from '../shared/wire/checkpoint';
import type { SweepRecord, TrialOutcome } from '../shared/wire/sweep';
import type { SweepStore } from './sweepStore';

/** A sweep with what it trains on. */
export interface PresentSweep {
  readonly record: SweepRecord;
  /** The learner's own; absent for other data. */
  readonly collection: OwnCollection | undefined;
}

/** The sweep of this workspace: at most one at a time, which the next one replaces. */
export class Sweeps {
  private present: PresentSweep | undefined;
  private loading: Promise<void> | undefined;

  /** @param findCollection the learner's own collection that a sweep was begun on, if it is still here */
  constructor(
    private readonly store: SweepStore,
    private readonly findCollection: (
      data: SweepPlan['hyperparameters']['data'],
      digest: string | undefined,
    ) => Promise<OwnCollection | undefined>,
    /** A name that was never given before, of 16 hexadecimal digits. */
    private readonly uniqueName: () => string,
  ) {}

  /** The sweep, if there is one and it was loaded or begun. */
  get current(): PresentSweep | undefined {
    return this.present;
  }

  /** The sweep, after it was read once; fails when there is none, or what it trains on is gone. */
  async load(): Promise<Result<PresentSweep>> {
    this.loading ??= this.read();
    await this.loading;
    return this.present
      ? success(this.present)
      : failure(l10n.t('There is no sweep yet.'), l10n.t('Start one with “GAN: Sweep…”.'));
  }

  /** Begins another sweep, in the place of the last one. */
  begin(plan: SweepPlan, collection: OwnCollection | undefined): PresentSweep {
    const id = this.uniqueName();
    const record: SweepRecord = {
      version: 1,
      id,
      plan,
      ...(collection && { collection: collection.digest }),
      isTraining: true,
      outcomes: [],
    };
    this.loading = Promise.resolve();
    this.store.removeOthers(id);
    return this.replace({ record, collection });
  }

  /** A trial has ended; one of a sweep before this came too late. */
  take(sweep: SweepRecord['id'], outcome: TrialOutcome, run: SavedRun | undefined): void {
    const { present } = this;
    if (present?.record.id !== sweep) {
      return;
    }
    const { record } = present;
    if (run) {
      this.store.keepRun(record.id, outcome.index, run);
    }
    const outcomes = [...record.outcomes.filter(({ index }) => index !== outcome.index), outcome];
    this.replace({ ...present, record: { ...record, outcomes } });
  }

  /** The person has stopped the training, or lets it go on. */
  setTraining(isTraining: boolean): void {
    const { present } = this;
    if (present) {
      this.replace({ ...present, record: { ...present.record, isTraining } });
    }
  }

  /** Where a trial stands. */
  run(index: number): Promise<Result<SavedRun>> {
    const { present } = this;
    return present
      ? this.store.run(present.record.id, index)
      : Promise.resolve(failure(l10n.t('There is no sweep yet.'), l10n.t('Start one with “GAN: Sweep…”.')));
  }

  private async read(): Promise<void> {
    const record = await this.store.load();
    if (record !== undefined) {
      const { data } = record.plan.hyperparameters;
      const collection =
        record.collection === undefined ? undefined : await this.findCollection(data, record.collection);
      // Another may have begun meanwhile.
      this.present ??= { record, collection };
    }
  }

  private replace(sweep: PresentSweep): PresentSweep {
    this.present = sweep;
    this.store.keep(sweep.record);
    return sweep;
  }
}
