import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError } from '../emitter';
import type { Log } from '../log';
import { decodeRunFile, encodeRunFile, RUN_FILE_ENDING } from '../runFiles/runFile';
import { readFile, removeFile, replaceFile, type Folder } from '../session/folder';
import { failure, type Result } from '../shared/result';
import type { SavedRun } from '../shared/wire/checkpoint';
import { SweepRecordSchema, type SweepRecord } from '../shared/wire/sweep';

const RECORD = 'sweep.json';

/**
 * Keeps the last sweep of a workspace: what was trained and what came of it in one file, and where each trial stands in
 * one of its own, about half a megabyte each for pictures. What cannot be kept is told in the log.
 */
export class SweepStore {
  /** All work on the folder, one after the other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: Folder,
    private readonly log: Log,
  ) {}

  /** The sweep that was kept last; absent where there is none, or none that can be read. */
  async load(): Promise<SweepRecord | undefined> {
    await this.flush();
    try {
      const bytes = await readFile(this.folder, RECORD);
      const json: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
      const record = v.safeParse(v.optional(SweepRecordSchema), json);
      if (record.success) {
        return record.output;
      }
      this.log.warn(l10n.t('The last sweep could not be read: {0}', record.issues[0].message));
    } catch (error) {
      this.log.warn(l10n.t('The last sweep could not be read: {0}', describeError(error)));
    }
    return undefined;
  }

  /** Keeps a sweep as it is now. */
  keep(record: SweepRecord): void {
    this.later(() => replaceFile(this.folder, RECORD, new TextEncoder().encode(JSON.stringify(record))));
  }

  /** Keeps where a trial stands. */
  keepRun(sweep: SweepRecord['id'], index: number, run: SavedRun): void {
    const file = encodeRunFile(run);
    if (file.ok) {
      this.later(() => replaceFile(this.folder, nameOf(sweep, index), file.value));
    } else {
      this.log.warn(file.problem.message);
    }
  }

  /** Where a trial stands; fails where that was not kept. */
  async run(sweep: SweepRecord['id'], index: number): Promise<Result<SavedRun>> {
    await this.flush();
    const next = l10n.t('Sweep again, or start a run with its seed and its hyperparameters.');
    try {
      const bytes = await readFile(this.folder, nameOf(sweep, index));
      return bytes
        ? decodeRunFile(bytes)
        : failure(l10n.t('The state of this run of the sweep was not kept.'), next);
    } catch (error) {
      return failure(l10n.t('This run of the sweep could not be read: {0}', describeError(error)), next);
    }
  }

  /** Removes the trials of all sweeps but this one. */
  removeOthers(sweep: SweepRecord['id']): void {
    this.later(async () => {
      const files = await this.folder.list();
      const others = files.filter(
        ({ name }) => name.endsWith(`.${RUN_FILE_ENDING}`) && !name.startsWith(`${sweep}-`),
      );
      await Promise.all(others.map(({ name }) => removeFile(this.folder, name)));
    });
  }

  /** Settles when everything is written. */
  flush(): Promise<void> {
    return this.queue;
  }

  private later(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      this.log.error(l10n.t('The sweep could not be kept: {0}', describeError(error)));
    });
  }
}

function nameOf(sweep: SweepRecord['id'], index: number): string {
  return `${sweep}-${index}.${RUN_FILE_ENDING}`;
}
