import * as v from 'valibot';
import type { Event } from '../emitter';
import { RunIdSchema, SavedRunSchema, type SavedRun } from '../shared/wire/checkpoint';
import { comparePositions, PositionSchema, type Position } from '../shared/domain/phases';

/** A run with what is needed to keep it up to date. */
export interface KeptRun {
  readonly run: SavedRun;
  /** Where its checkpoint was taken; `run.position` is never earlier. */
  readonly checkpointPosition: Position;
  /** The experiment of the lesson that it was started as; absent for the lesson's own run. */
  readonly experiment?: string;
  /** Names the run; absent where it comes from a file, or from a version that gave no names. */
  readonly id?: string;
}

/** What a store has of a lesson. */
export interface StoredRuns {
  /** The run of the lesson; absent when there is none that can be read. */
  readonly kept?: KeptRun | undefined;
  /** The run that was given up for that one; absent when there is none that can be read. */
  readonly previous?: KeptRun | undefined;
  /** The run of the lesson cannot be read. */
  readonly unreadable?: UnreadableRun;
}

/** A run that is there but cannot be read; it stays on disk under another name. */
export interface UnreadableRun {
  readonly reason: string;
  /** What its record still says: enough to train it again from its seed. */
  readonly record?: {
    readonly hyperparameters: SavedRun['hyperparameters'];
    readonly experiment?: string | undefined;
    /** The round at which it stood. */
    readonly round: number;
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
  keep(lessonId: string, kept: KeptRun): void;
  /** The run of a lesson was given up for another one and can be gone back to; `undefined` where there is none any more. */
  keepPrevious(lessonId: string, previous: KeptRun | undefined): void;
  /** The lesson starts afresh. */
  forget(lessonId: string): void;
  /** The lesson starts afresh, and its run, which cannot go on for now, stays on disk under another name. */
  archive(lessonId: string): void;
  /** Settles when everything that was handed over until now is on disk. */
  flush(): Promise<void>;
}

/** What is kept of a run beside the checkpoint itself. */
export const RunRecordSchema = v.object({
  /** Raised when the meaning of the other fields changes. */
  version: v.literal(1),
  hyperparameters: SavedRunSchema.entries.hyperparameters,
  backend: SavedRunSchema.entries.backend,
  position: PositionSchema,
  wholeRounds: SavedRunSchema.entries.wholeRounds,
  checkpointPosition: PositionSchema,
  collection: SavedRunSchema.entries.collection,
  /** See {@link KeptRun}. */
  experiment: v.optional(v.string()),
  id: v.optional(RunIdSchema),
  /** Name of the checkpoint's file, beside the record. */
  checkpointFile: v.pipe(v.string(), v.regex(/^[\w%.-]+\.checkpoint$/)),
  /** Size of that file in bytes. */
  checkpointLength: v.number(),
});

export type RunRecord = v.InferOutput<typeof RunRecordSchema>;

/** A run as its record and its checkpoint tell it; a position before the checkpoint becomes the checkpoint's. */
export function keptRun(
  record: Omit<RunRecord, 'version' | 'checkpointFile' | 'checkpointLength'>,
  checkpoint: Uint8Array<ArrayBuffer>,
): KeptRun {
  const { hyperparameters, backend, wholeRounds, collection, checkpointPosition, experiment, id } = record;
  const position =
    comparePositions(record.position, checkpointPosition) < 0 ? checkpointPosition : record.position;
  const own = collection === undefined ? {} : { collection };
  return {
    run: { hyperparameters, backend, position, wholeRounds, ...own, checkpoint },
    checkpointPosition,
    ...(experiment !== undefined && { experiment }),
    ...(id !== undefined && { id }),
  };
}
