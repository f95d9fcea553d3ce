import * as l10n from '@vscode/l10n';
import type { Problem } from '../shared/result';
import type { SavedRun } from '../shared/wire/checkpoint';
import type { KeepingReport, RunStore } from './runStore';
import type { SessionEvents } from './sessionEvents';

/** Keeps the runs of one lesson in the store, and says once to the person that the present one could not be kept. */
export class LessonKeeping {
  private failure: Problem | undefined;
  /** The round up to which the run is on disk. */
  private keptRound: number;

  /**
   * @param lessonId absent while no lesson was chosen: then nothing is kept
   * @param latest the run as it was handed over last
   */
  constructor(
    private readonly lessonId: string | undefined,
    private latest: SavedRun | undefined,
    private readonly store: RunStore,
    private readonly events: SessionEvents,
  ) {
    this.keptRound = latest?.position.round ?? 0;
  }

  /** Why the run is not on disk as it is now; absent when it is. */
  get problem(): Problem | undefined {
    return this.failure;
  }

  /** The run of the lesson has come here. */
  keep(run: SavedRun): void {
    this.latest = run;
    if (this.lessonId !== undefined) {
      this.store.keep(this.lessonId, run);
    }
  }

  /** The run was given up for another one and can be gone back to; `undefined` where there is none any more. */
  keepPrevious(run: SavedRun | undefined): void {
    if (this.lessonId !== undefined) {
      this.store.keepPrevious(this.lessonId, run);
    }
  }

  /** A new run begins, of which nothing is on disk. */
  forget(): void {
    this.latest = undefined;
    this.keptRound = 0;
    this.failure = undefined;
    if (this.lessonId !== undefined) {
      this.store.forget(this.lessonId);
    }
  }

  /**
   * Tells panel and person whether the run is on disk. The person is told once, until it is kept again.
   *
   * @param run names the present run
   */
  takeReport({ lessonId, reason }: KeepingReport, run: string): void {
    const { events } = this;
    if (lessonId !== this.lessonId) {
      return;
    }
    const hadFailed = this.failure !== undefined;
    if (reason === undefined) {
      this.failure = undefined;
      this.keptRound = this.latest?.position.round ?? 0;
      events.messageSent.fire({ type: 'kept', run });
    } else {
      const message = l10n.t('This run is not kept since round {0}: {1}.', this.keptRound, reason);
      const next = l10n.t('It will be tried again automatically. Until then, save the run to a file.');
      this.failure = { message, next };
      events.messageSent.fire({ type: 'notKept', run, message, next });
      if (!hadFailed) {
        events.problemReported.fire({ message, next });
      }
    }
    if (hadFailed !== (this.failure !== undefined)) {
      events.changed.fire('run');
    }
  }
}
