import type { SavedRun } from '../shared/wire/checkpoint';
import type { RunSummary } from '../shared/wire/messages';
import { RunProgress } from './runProgress';
import type { KeptRun, RunStore } from './runStore';

/** Hears what the run of a lesson reports, and has the store keep what is needed to come back to it. */
export class RunKeeper {
  private progress: RunProgress;
  private lastSummary: RunSummary | undefined;
  /** The experiment of the lesson that the run was started as; absent for the lesson's own run. */
  experiment: string | undefined;

  /**
   * @param lessonId absent while no lesson was chosen: then nothing is kept
   * @param kept the run to come back to; absent for a fresh one
   */
  constructor(
    private readonly store: RunStore,
    private readonly lessonId: string | undefined,
    kept: KeptRun | undefined,
  ) {
    this.progress = new RunProgress(kept);
    this.experiment = kept?.experiment;
  }

  /** What a panel comes back to. */
  get saved(): SavedRun | undefined {
    return this.progress.saved;
  }

  /** The run with all that is needed to come back to it; absent until it has a checkpoint. */
  get kept(): KeptRun | undefined {
    const { keptRun } = this.progress;
    return keptRun && { ...keptRun, ...(this.experiment !== undefined && { experiment: this.experiment }) };
  }

  /** See {@link RunProgress.isUnderWay}. */
  get isUnderWay(): boolean {
    return this.progress.isUnderWay;
  }

  /** See {@link RunProgress.waitsForChange}. */
  get waitsForChange(): boolean {
    return this.progress.waitsForChange;
  }

  /** What the run in the panel reported last. */
  get summary(): RunSummary | undefined {
    return this.lastSummary;
  }

  takeSummary(summary: RunSummary): void {
    this.lastSummary = summary;
    if (this.progress.reach(summary.position, summary.wholeRounds)) {
      this.keep();
    }
  }

  /** See {@link RunProgress.takeCheckpoint}. */
  takeCheckpoint(run: SavedRun, isCurrent: boolean, travelled: boolean): void {
    this.progress.takeCheckpoint(run, isCurrent, travelled);
    this.keep();
  }

  /** See {@link RunProgress.noteLiveChange}. */
  noteLiveChange(): void {
    this.progress.noteLiveChange();
  }

  /** The panel's page is gone, and with it whatever was playing; see {@link RunProgress.interrupt}. */
  interrupt(): void {
    this.progress.interrupt();
    this.lastSummary = this.lastSummary && { ...this.lastSummary, playing: false };
  }

  /** The panel is closed: nothing reports any more. */
  close(): void {
    this.progress.interrupt();
    this.lastSummary = undefined;
  }

  /** The run is given up, also on disk. */
  forget(): void {
    this.progress = new RunProgress(undefined);
    if (this.lessonId !== undefined) {
      this.store.forget(this.lessonId);
    }
    this.lastSummary = undefined;
  }

  /** Another run, which was given up before, takes the place of this one. */
  replaceBy(kept: KeptRun): void {
    this.progress = new RunProgress(kept);
    this.experiment = kept.experiment;
    this.lastSummary = undefined;
    this.keep();
  }

  private keep(): void {
    const { kept } = this;
    if (this.lessonId !== undefined && kept) {
      this.store.keep(this.lessonId, kept);
    }
  }
}
