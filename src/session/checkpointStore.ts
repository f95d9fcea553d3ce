import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError, Emitter, type Disposable, type Event } from '../emitter';
import type { Log } from '../log';
import { CountSchema } from '../shared/domain/numbers';
import { savedRun, SavedRunSchema, type SavedRun } from '../shared/wire/checkpoint';
import { readFile, removeFile, replaceFile, type Folder, type ListedFile } from './folder';
import type { KeepingReport, RunStore, StoredRuns } from './runStore';

/** Calls back once, after some milliseconds, unless the returned object is disposed before. */
export type Schedule = (callback: () => void, milliseconds: number) => Disposable;

/** Positions arrive many times a second; on disk they may be this much older, in milliseconds. */
const POSITION_DELAY = 500;
/** After a failure, the first pause before the next try; it doubles with every further failure, up to the longest one. */
const FIRST_RETRY_DELAY = 1000;
const LONGEST_RETRY_DELAY = 60_000;
/** Another window may be about to name a younger file in its record, in milliseconds. */
const YOUNGEST_ORPHAN = 60_000;
const SET_ASIDE = '.set-aside.json';
/** Of all runs that were set aside, the last ones stay: a checkpoint may have 60 MB, and nobody looks for older ones. */
export const KEPT_ASIDE = 8;

/** What is kept of a run beside the checkpoint itself. */
const RecordSchema = v.object({
  /** Raised when the meaning of the other fields changes. */
  version: v.literal(1),
  ...v.omit(SavedRunSchema, ['checkpoint']).entries,
  /** Name of the checkpoint's file, beside the record. */
  checkpointFile: v.pipe(v.string(), v.regex(/^[\w%.-]+\.checkpoint$/)),
  /** Size of that file in bytes. */
  checkpointLength: CountSchema,
});

/** The record and the checkpoint that are on disk for a lesson. */
interface Stored {
  readonly record: v.InferOutput<typeof RecordSchema>;
  /** Its bytes, or `undefined` when they turned out not to be the whole checkpoint. */
  readonly checkpoint: Uint8Array | undefined;
}

/** What could not be written, and is tried again. */
interface Failure {
  /** How often in a row. */
  readonly times: number;
  /** The file that the next try writes its checkpoint to: where not even removing works, nothing accumulates. */
  readonly checkpointFile: string;
}

/** At the end of what names the run before of a lesson, in memory; no lesson's id ends so. */
const PREVIOUS = '\u0000previous';

/** Another window may be writing the run that is read; so often the reading begins again. */
const MOST_READINGS = 4;

/**
 * Keeps each lesson's run in two files: `<lesson>.json`, the record, names the checkpoint's file. A new checkpoint gets
 * a file of its own, and the record is replaced only when that file is complete; so whenever the writing is interrupted,
 * the record on disk names a whole checkpoint. What no record names is removed.
 */
export class CheckpointStore implements RunStore, Disposable {
  /** Runs that wait to be written. */
  private readonly waiting = new Map<string, SavedRun>();
  private readonly lastCheckpoint = new Map<string, Uint8Array>();
  private readonly stored = new Map<string, Stored>();
  private readonly timers = new Map<string, Disposable>();
  private readonly failures = new Map<string, Failure>();
  private readonly reports: Emitter<KeepingReport>;
  /** All work on the folder, one after the other. */
  private queue: Promise<void> = Promise.resolve();

  /**
   * @param uniqueName a name that was never given before, of letters and digits
   * @param now milliseconds since 1970
   */
  constructor(
    private readonly folder: Folder,
    private readonly schedule: Schedule,
    private readonly uniqueName: () => string,
    private readonly log: Log,
    /** Why a run cannot go on from what was read, if it cannot. */
    private readonly problemWith: (run: SavedRun) => string | undefined,
    private readonly now: () => number = Date.now,
  ) {
    this.reports = new Emitter(log);
  }

  get onDidTryToKeep(): Event<KeepingReport> {
    return this.reports.event;
  }

  async load(lessonId: string): Promise<StoredRuns> {
    await this.flush();
    await this.sweep();
    const run = await this.tryToRead(lessonId);
    const previous = await this.tryToRead(previousSlot(lessonId));
    if (run.unreadable) {
      // Out of the way of the run that is kept next.
      this.archive(lessonId);
    }
    return {
      saved: run.saved,
      previous: previous.saved,
      ...(run.unreadable && { unreadable: run.unreadable }),
    };
  }

  keep(lessonId: string, run: SavedRun): void {
    this.keepIn(lessonId, run);
  }

  keepPrevious(lessonId: string, previous: SavedRun | undefined): void {
    if (previous) {
      this.keepIn(previousSlot(lessonId), previous);
    } else {
      this.forget(previousSlot(lessonId));
    }
  }

  private async tryToRead(lessonId: string): Promise<Pick<StoredRuns, 'saved' | 'unreadable'>> {
    try {
      return { saved: await this.read(lessonId) };
    } catch (error) {
      const reason = describeError(error);
      this.log.warn(
        l10n.t('The run of the lesson "{0}" could not be read back: {1}', withoutSuffix(lessonId), reason),
      );
      const record = await this.readRecord(recordName(lessonId)).catch(() => undefined);
      return {
        unreadable: {
          reason,
          ...(record && {
            record: {
              hyperparameters: record.hyperparameters,
              experiment: record.experiment,
              position: record.position,
            },
          }),
        },
      };
    }
  }

  private keepIn(lessonId: string, run: SavedRun): void {
    this.waiting.set(lessonId, run);
    const isNew = this.lastCheckpoint.get(lessonId) !== run.checkpoint;
    this.lastCheckpoint.set(lessonId, run.checkpoint);
    if (this.failures.has(lessonId)) {
      // The next try is due already, and takes the latest state along.
      return;
    }
    if (isNew) {
      this.enqueueWrite(lessonId);
    } else if (!this.timers.has(lessonId)) {
      this.writeLater(lessonId, POSITION_DELAY);
    }
  }

  forget(lessonId: string): void {
    this.stop(lessonId);
    this.enqueue(lessonId, async () => {
      const old = this.stored.get(lessonId);
      this.stored.delete(lessonId);
      await removeFile(this.folder, recordName(lessonId));
      if (old) {
        await this.folder.remove(old.record.checkpointFile);
      }
    });
  }

  archive(lessonId: string): void {
    this.stop(lessonId);
    this.enqueue(lessonId, async () => {
      // Whatever is kept next gets files of its own, and the checkpoint stays where the record says.
      this.stored.delete(lessonId);
      const name = `${fileStem(lessonId)}.${this.uniqueName()}${SET_ASIDE}`;
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

  private async read(lessonId: string): Promise<SavedRun | undefined> {
    for (let reading = 1; ; reading++) {
      const record = await this.readRecord(recordName(lessonId));
      if (!record) {
        return undefined;
      }
      const checkpoint = await this.folder.read(record.checkpointFile);
      if (checkpoint?.length === record.checkpointLength) {
        const { version: _, checkpointFile: _file, checkpointLength: _length, ...run } = record;
        const saved = savedRun(run, checkpoint);
        const problem = this.problemWith(saved);
        if (problem !== undefined) {
          throw new Error(problem);
        }
        this.stored.set(lessonId, { record, checkpoint });
        this.lastCheckpoint.set(lessonId, checkpoint);
        return saved;
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

  private async readRecord(name: string): Promise<Stored['record'] | undefined> {
    const json = await readFile(this.folder, name);
    return json && v.parse(RecordSchema, JSON.parse(new TextDecoder().decode(json)));
  }

  /** Removes runs that were set aside long ago, and the checkpoints of hosts that ended before a record named them. */
  private async sweep(): Promise<void> {
    try {
      const all = await this.folder.list();
      const tooMany = all
        .filter(({ name }) => name.endsWith(SET_ASIDE))
        .toSorted((one, other) => other.modified - one.modified)
        .slice(KEPT_ASIDE);
      for (const { name } of tooMany) {
        await this.folder.remove(name);
      }
      const files = all.filter((file) => !tooMany.includes(file));
      const isOld = ({ modified }: ListedFile): boolean => this.now() - modified >= YOUNGEST_ORPHAN;
      const orphans = files.filter((file) => file.name.endsWith('.checkpoint') && isOld(file));
      if (orphans.length === 0) {
        return;
      }
      const named = await this.namedCheckpoints(files);
      for (const { name } of orphans) {
        if (!named.has(name)) {
          await this.folder.remove(name);
        }
      }
    } catch (error) {
      this.log.warn(l10n.t('Old checkpoints could not be removed: {0}', describeError(error)));
    }
  }

  /** The checkpoints that any record names, also one that was set aside or cannot be read any more. */
  private async namedCheckpoints(files: readonly ListedFile[]): Promise<ReadonlySet<string>> {
    const named = new Set<string>();
    for (const { name } of files) {
      if (/\.json(\.part)?$/.test(name)) {
        const text = new TextDecoder().decode(await this.folder.read(name));
        for (const [, file] of text.matchAll(/"([\w%.-]+\.checkpoint)"/g)) {
          named.add(file ?? '');
        }
      }
    }
    return named;
  }

  private writeLater(lessonId: string, delay: number): void {
    this.stopTimer(lessonId);
    this.timers.set(
      lessonId,
      this.schedule(() => this.enqueueWrite(lessonId), delay),
    );
  }

  private enqueueWrite(lessonId: string): void {
    this.stopTimer(lessonId);
    this.enqueue(lessonId, () => this.write(lessonId));
  }

  private async write(lessonId: string): Promise<void> {
    const saved = this.waiting.get(lessonId);
    if (!saved) {
      // A write that was queued before this one took the latest state along, or the run was forgotten.
      return;
    }
    this.waiting.delete(lessonId);
    const { checkpoint, ...run } = saved;
    const old = this.stored.get(lessonId);
    const isNew = old?.checkpoint !== checkpoint || !(await this.isNamed(lessonId, old.record));
    const failed = this.failures.get(lessonId);
    const freshName = `${fileStem(lessonId)}.${this.uniqueName()}.checkpoint`;
    const checkpointFile = isNew ? (failed?.checkpointFile ?? freshName) : old.record.checkpointFile;
    const record: Stored['record'] = {
      version: 1,
      ...run,
      checkpointFile,
      checkpointLength: checkpoint.length,
    };
    try {
      if (isNew) {
        await this.folder.write(checkpointFile, checkpoint);
      }
      await replaceFile(this.folder, recordName(lessonId), new TextEncoder().encode(JSON.stringify(record)));
    } catch (error) {
      const times = (failed?.times ?? 0) + 1;
      this.failures.set(lessonId, { times, checkpointFile: isNew ? checkpointFile : freshName });
      // What came meanwhile is newer.
      this.waiting.set(lessonId, this.waiting.get(lessonId) ?? saved);
      this.writeLater(lessonId, Math.min(LONGEST_RETRY_DELAY, FIRST_RETRY_DELAY * 2 ** (times - 1)));
      if (isNew) {
        await this.removeUnlessNamed(lessonId, checkpointFile);
      }
      this.reports.fire({ lessonId, reason: describeError(error) });
      throw error;
    }
    this.failures.delete(lessonId);
    this.stored.set(lessonId, { record, checkpoint });
    this.reports.fire({ lessonId });
    if (isNew && old) {
      // Where that fails, it is swept away later.
      await this.folder.remove(old.record.checkpointFile).catch(() => undefined);
    }
  }

  /** Whether the record on disk still names the checkpoint of ours: another window may have put its own in the place. */
  private async isNamed(lessonId: string, record: Stored['record']): Promise<boolean> {
    const onDisk = await this.readRecord(recordName(lessonId)).catch(() => undefined);
    return onDisk?.checkpointFile === record.checkpointFile;
  }

  /** After a failure: the record may have been replaced all the same, and then names the new checkpoint. */
  private async removeUnlessNamed(lessonId: string, checkpointFile: string): Promise<void> {
    try {
      const json = await readFile(this.folder, recordName(lessonId));
      if (!json || !new TextDecoder().decode(json).includes(`"${checkpointFile}"`)) {
        await this.folder.remove(checkpointFile);
      }
    } catch {
      // Where not even this works, the next try writes to the same name.
    }
  }

  private enqueue(lessonId: string, work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      this.log.warn(
        l10n.t(
          'The run of the lesson "{0}" could not be kept: {1}',
          withoutSuffix(lessonId),
          describeError(error),
        ),
      );
    });
  }

  /** Nothing that waits to be written is written any more. */
  private stop(lessonId: string): void {
    this.stopTimer(lessonId);
    this.waiting.delete(lessonId);
    this.lastCheckpoint.delete(lessonId);
    this.failures.delete(lessonId);
  }

  private stopTimer(lessonId: string): void {
    this.timers.get(lessonId)?.dispose();
    this.timers.delete(lessonId);
  }
}

/** Names the run before of a lesson; its files begin as no encoded id does, whose `%` is followed by two digits. */
function previousSlot(lessonId: string): string {
  return `${lessonId}${PREVIOUS}`;
}

function withoutSuffix(slot: string): string {
  return slot.endsWith(PREVIOUS) ? slot.slice(0, -PREVIOUS.length) : slot;
}

function recordName(slot: string): string {
  return `${fileStem(slot)}.json`;
}

function fileStem(slot: string): string {
  return `${encodeURIComponent(withoutSuffix(slot))}${slot.endsWith(PREVIOUS) ? '%previous' : ''}`;
}
