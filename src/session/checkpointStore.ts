import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError, type Disposable } from '../emitter';
import type { Log } from '../log';
import { readFile, removeFile, replaceFile, type Folder } from './folder';
import { keptRun, RunRecordSchema, type KeptRun, type RunRecord, type RunStore } from './runStore';

/** Calls back once, after some milliseconds, unless the returned object is disposed before. */
export type Schedule = (callback: () => void, milliseconds: number) => Disposable;

/** Positions arrive many times a second; on disk they may be this much older, in milliseconds. */
export const POSITION_DELAY = 500;

/** The record and the checkpoint that are on disk for a lesson. */
interface Stored {
  readonly record: RunRecord;
  /** Its bytes, or `undefined` when they turned out not to be the whole checkpoint. */
  readonly checkpoint: Uint8Array | undefined;
}

/** Another window may be writing the run that is read; so often the reading begins anew. */
const MOST_READINGS = 4;

/**
 * Keeps each lesson's run in two files: `<lesson>.json`, the record, names the checkpoint's file. A new checkpoint gets
 * a file of its own, and the record is replaced only when that file is complete; so whenever the writing is interrupted,
 * the record on disk speaks of a whole checkpoint.
 */
export class CheckpointStore implements RunStore, Disposable {
  /** Runs that wait to be written. */
  private readonly waiting = new Map<string, KeptRun>();
  /** The checkpoint that came last, whether it could be written or not: a full disk is not tried at every position. */
  private readonly lastCheckpoint = new Map<string, Uint8Array>();
  private readonly stored = new Map<string, Stored>();
  private readonly timers = new Map<string, Disposable>();
  /** All work on the folder, one after the other. */
  private queue: Promise<void> = Promise.resolve();

  /** @param uniqueName a name that was never given before, of letters and digits */
  constructor(
    private readonly folder: Folder,
    private readonly schedule: Schedule,
    private readonly uniqueName: () => string,
    private readonly log: Log,
  ) {}

  async load(lessonId: string): Promise<KeptRun | undefined> {
    await this.flush();
    try {
      return await this.read(lessonId);
    } catch (error) {
      this.log.warn(
        l10n.t(
          'The run of the lesson "{0}" could not be read back and starts afresh: {1}',
          lessonId,
          describeError(error),
        ),
      );
      return undefined;
    }
  }

  keep(lessonId: string, kept: KeptRun): void {
    this.waiting.set(lessonId, kept);
    if (this.lastCheckpoint.get(lessonId) !== kept.run.checkpoint) {
      this.lastCheckpoint.set(lessonId, kept.run.checkpoint);
      this.enqueueWrite(lessonId);
    } else if (!this.timers.has(lessonId)) {
      this.timers.set(
        lessonId,
        this.schedule(() => this.enqueueWrite(lessonId), POSITION_DELAY),
      );
    }
  }

  forget(lessonId: string): void {
    this.stopTimer(lessonId);
    this.waiting.delete(lessonId);
    this.lastCheckpoint.delete(lessonId);
    this.enqueue(lessonId, async () => {
      const old = this.stored.get(lessonId);
      this.stored.delete(lessonId);
      await removeFile(this.folder, recordName(lessonId));
      await this.removeCheckpoint(old);
    });
  }

  setAside(lessonId: string): void {
    this.stopTimer(lessonId);
    this.waiting.delete(lessonId);
    this.lastCheckpoint.delete(lessonId);
    this.enqueue(lessonId, async () => {
      // Whatever is kept next gets files of its own, and the checkpoint stays where the record says.
      this.stored.delete(lessonId);
      const name = `${encodeURIComponent(lessonId)}.${this.uniqueName()}.set-aside.json`;
      await this.folder.rename(recordName(lessonId), name);
      await removeFile(this.folder, recordName(lessonId));
      this.log.info(l10n.t('The run of the lesson "{0}" stays on disk as "{1}".', lessonId, name));
    });
  }

  flush(): Promise<void> {
    for (const lessonId of this.timers.keys()) {
      this.enqueueWrite(lessonId);
    }
    return this.queue;
  }

  /** Writes what is waiting, as far as the host still lets it. */
  dispose(): void {
    void this.flush();
  }

  private async read(lessonId: string): Promise<KeptRun | undefined> {
    for (let reading = 1; ; reading++) {
      const record = await this.readRecord(lessonId);
      if (!record) {
        return undefined;
      }
      const checkpoint = await this.folder.read(record.checkpointFile);
      if (checkpoint?.length === record.checkpointLength) {
        this.stored.set(lessonId, { record, checkpoint });
        this.lastCheckpoint.set(lessonId, checkpoint);
        return keptRun(record, checkpoint);
      }
      if (reading === MOST_READINGS) {
        // Known by its name, so that the next checkpoint takes its place.
        this.stored.set(lessonId, { record, checkpoint: undefined });
        throw new Error(
          l10n.t(
            '"{0}" has {1} bytes instead of {2}.',
            record.checkpointFile,
            checkpoint?.length ?? 0,
            record.checkpointLength,
          ),
        );
      }
    }
  }

  private async readRecord(lessonId: string): Promise<RunRecord | undefined> {
    const json = await readFile(this.folder, recordName(lessonId));
    return json && v.parse(RunRecordSchema, JSON.parse(new TextDecoder().decode(json)));
  }

  private enqueueWrite(lessonId: string): void {
    this.stopTimer(lessonId);
    this.enqueue(lessonId, () => this.write(lessonId));
  }

  private async write(lessonId: string): Promise<void> {
    const kept = this.waiting.get(lessonId);
    if (!kept) {
      // A write that was queued before this one took the latest state along, or the run was forgotten.
      return;
    }
    this.waiting.delete(lessonId);
    const { checkpoint, ...run } = kept.run;
    const old = this.stored.get(lessonId);
    const isNew = old?.checkpoint !== checkpoint;
    const checkpointFile = isNew
      ? `${encodeURIComponent(lessonId)}.${this.uniqueName()}.checkpoint`
      : old.record.checkpointFile;
    const record: RunRecord = {
      version: 1,
      ...run,
      checkpointPosition: kept.checkpointPosition,
      experiment: kept.experiment,
      checkpointFile,
      checkpointLength: checkpoint.length,
    };
    if (isNew) {
      await this.folder.write(checkpointFile, checkpoint);
    }
    await replaceFile(this.folder, recordName(lessonId), new TextEncoder().encode(JSON.stringify(record)));
    this.stored.set(lessonId, { record, checkpoint });
    if (isNew) {
      await this.removeCheckpoint(old);
    }
  }

  private async removeCheckpoint(stored: Stored | undefined): Promise<void> {
    if (stored) {
      await this.folder.remove(stored.record.checkpointFile);
    }
  }

  private enqueue(lessonId: string, work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      this.log.warn(
        l10n.t('The run of the lesson "{0}" could not be kept: {1}', lessonId, describeError(error)),
      );
    });
  }

  private stopTimer(lessonId: string): void {
    this.timers.get(lessonId)?.dispose();
    this.timers.delete(lessonId);
  }
}

function recordName(lessonId: string): string {
  return `${encodeURIComponent(lessonId)}.json`;
}
