import type { Event } from '../emitter';
import type { SavedRun } from '../shared/wire/checkpoint';

/** What a store has of a lesson. */
export interface StoredRuns {
  /** The run of the lesson; absent when there is none that can be read. */
  readonly saved?: SavedRun | undefined;
  /** The run that was given up for that one; absent when there is none that can be read. */
  readonly previous?: SavedRun | undefined;
  /** The run of the lesson is there but cannot be read; it stays on disk under another name. */
  readonly unreadable?: {
    readonly reason: string;
    /** What its record still says: enough to train it again from its seed. */
    readonly record?: Pick<SavedRun, 'hyperparameters' | 'experiment' | 'position'>;
  };
}

/** How the last try to keep a lesson's run came out. */
export interface KeepingReport {
  readonly lessonId: string;
  /** Why it is not on disk; absent when it is. */
  readonly reason?: string;
}

/** Keeps one run for each lesson. What cannot be kept or read back is reported, never thrown. */
export interface RunStore {
  /** A lesson's run was kept, or could not be kept. */
  readonly onDidTryToKeep: Event<KeepingReport>;
  /** The runs of a lesson. */
  load(lessonId: string): Promise<StoredRuns>;
  /** Takes over the latest state of a lesson's run; it is on disk a little later. */
  keep(lessonId: string, run: SavedRun): void;
  /** The run of a lesson was given up for another one and can be gone back to; `undefined` where there is none any more. */
  keepPrevious(lessonId: string, previous: SavedRun | undefined): void;
  /** The lesson starts afresh. */
  forget(lessonId: string): void;
  /** The lesson starts afresh, and its run, which cannot go on for now, stays on disk under another name. */
  archive(lessonId: string): void;
  /** Settles when everything that was handed over until now is on disk. */
  flush(): Promise<void>;
}
