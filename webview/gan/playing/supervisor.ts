import type { Transferables, WorkerToPanel } from '../../../src/shared/wire/messages';
import type { Problem } from '../../../src/shared/result';

/** Sends a message to the panel; what is transferred is gone from here. */
export type Send = (message: WorkerToPanel, transfer?: Transferables) => void;

/** Owns the playback of a run: passes its messages on, lets commands wait, and decides what a failure leads to. */
export interface Supervisor {
  readonly send: Send;
  /** Commands wait from now on. */
  hold(): void;
  /** The run is ready for commands: those that waited come now. */
  release(): void;
  /** The run cannot go on as it is. */
  fail(problem: Problem): void;
  /** Runs a task; what it throws is a failure of the run. */
  guarded(task: () => void): void;
}
