import assert from 'node:assert/strict';
import { CheckpointStore, KEPT_ASIDE, type Schedule } from '../../../src/session/checkpointStore';
import type { Folder } from '../../../src/session/folder';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { Position } from '../../../src/shared/domain/phases';
import { at, TestLog } from './testRuns';

/** A folder in memory that can be interrupted: from the given operation on everything fails, and that one half done. */
class MemoryFolder implements Folder {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly operations: string[] = [];
  /** How old all files look, in milliseconds. */
  age = 0;
  interruptedAt = Number.POSITIVE_INFINITY;
  /** What another window does between the two steps of a renaming. */
  whileRenaming: (() => Promise<void>) | undefined;
  /** What another window does before a file is read. */
  beforeReading: ((name: string) => Promise<void>) | undefined;

  async list() {
    return [...this.files.keys()].map((name) => ({ name, modified: Date.now() - this.age }));
  }

  async read(name: string) {
    await this.beforeReading?.(name);
    return this.files.get(name)?.slice();
  }

  async write(name: string, bytes: Uint8Array) {
    this.begin(`write ${name}`, () => this.files.set(name, bytes.slice(0, bytes.length / 2)));
    this.files.set(name, bytes.slice());
  }

  /** VS Code removes what is in the way first. */
  async rename(from: string, to: string) {
    this.begin(`rename ${from} ${to}`, () => this.files.delete(to));
    this.files.delete(to);
    await this.whileRenaming?.();
    const bytes = this.files.get(from);
    if (!bytes) {
      throw new Error(`no file ${from}`);
    }
    this.files.delete(from);
    this.files.set(to, bytes);
  }

  async remove(name: string) {
    this.begin(`remove ${name}`);
    this.files.delete(name);
  }

  private begin(operation: string, half?: () => void) {
    this.operations.push(operation);
    if (this.operations.length >= this.interruptedAt) {
      half?.();
      throw new Error('The plug was pulled.');
    }
  }
}

/** Timers that a test rings. */
class Timers {
  readonly waiting = new Set<() => void>();
  readonly delays: number[] = [];

  readonly schedule: Schedule = (callback, milliseconds) => {
    this.waiting.add(callback);
    this.delays.push(milliseconds);
    return { dispose: () => this.waiting.delete(callback) };
  };

  ring() {
    const callbacks = Array.from(this.waiting);
    this.waiting.clear();
    callbacks.forEach((callback) => callback());
  }
}

function kept(checkpoint: Uint8Array<ArrayBuffer>, checkpointRound: number, position: Position): SavedRun {
  return {
    hyperparameters: PICTURE_DEFAULTS,
    backend: 'cpu',
    position,
    checkpointPosition: at(checkpointRound),
    wholeRounds: false,
    checkpoint,
  };
}

function createStore(folder = new MemoryFolder(), problem?: string) {
  const log = new TestLog();
  const timers = new Timers();
  // Names differ between stores as they do in practice.
  let names = folder.operations.length * 1000;
  const store = new CheckpointStore(
    folder,
    timers.schedule,
    () => `name${(names += 1)}`,
    log,
    () => problem,
  );
  return { store, folder, timers, log };
}

/** Lets everything that is queued on promises come to its end. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const NOTHING = { saved: undefined, previous: undefined };

const FIRST = Uint8Array.from({ length: 100 }, (_, index) => index);
const SECOND = Uint8Array.from({ length: 140 }, (_, index) => 255 - index);

describe('The checkpoint store', () => {
  it('has no run of a lesson that was never started', async () => {
    const { store, log } = createStore();
    assert.deepEqual(await store.load('lesson'), NOTHING);
    assert.deepEqual(log.lines, []);
  });

  it('gives back what it was given, after the window was reloaded too', async () => {
    const { store, folder } = createStore();
    const run = kept(FIRST, 40, at(41, 2));
    store.keep('lesson', run);
    assert.deepEqual((await store.load('lesson')).saved, run);
    assert.deepEqual((await createStore(folder).store.load('lesson')).saved, run);
  });

  it('keeps the runs of lessons apart', async () => {
    const { store } = createStore();
    store.keep('one', kept(FIRST, 40, at(40)));
    store.keep('two', kept(SECOND, 7, at(7)));
    store.forget('two');
    assert.deepEqual((await store.load('one')).saved, kept(FIRST, 40, at(40)));
    assert.deepEqual(await store.load('two'), NOTHING);
  });

  it('writes positions of the same checkpoint now and then, and the latest of them', async () => {
    const { store, folder, timers } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(40)));
    await store.flush();
    folder.operations.length = 0;
    for (let round = 41; round < 100; round += 1) {
      store.keep('lesson', kept(FIRST, 40, at(round)));
    }
    assert.deepEqual(folder.operations, []);
    timers.ring();
    await store.flush();
    assert.deepEqual(folder.operations, ['write lesson.json.part', 'rename lesson.json.part lesson.json']);
    assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(99));
  });

  it('writes what is waiting when it is asked to', async () => {
    const { store, folder, timers } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(40)));
    store.keep('lesson', kept(FIRST, 40, at(44)));
    await store.flush();
    assert.equal(timers.waiting.size, 0);
    assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(44));
  });

  it('leaves two files for a lesson, however many checkpoints there were', async () => {
    const { store, folder } = createStore();
    for (let round = 0; round < 10; round += 1) {
      store.keep('lesson', kept(Uint8Array.of(round), round, at(round)));
      await store.flush();
    }
    assert.equal(folder.files.size, 2);
  });

  it('takes up the files of the window before', async () => {
    const { store, folder } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(40)));
    await store.flush();
    const next = createStore(folder).store;
    await next.load('lesson');
    next.keep('lesson', kept(SECOND, 50, at(50)));
    await next.flush();
    assert.equal(folder.files.size, 2);
    next.forget('lesson');
    await next.flush();
    assert.equal(folder.files.size, 0);
  });

  it('corrects a position before the checkpoint', async () => {
    const { store, folder } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(12)));
    await store.flush();
    assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(40));
  });

  it('has the old run or the new one, wherever the writing is interrupted', async () => {
    const before = kept(FIRST, 40, at(41));
    const after = kept(SECOND, 50, at(50));
    const found = new Set<number>();
    for (let operation = 1; operation <= 5; operation += 1) {
      const { store, folder } = createStore();
      store.keep('lesson', before);
      await store.flush();
      folder.interruptedAt = folder.operations.length + operation;
      store.keep('lesson', after);
      await store.flush();
      folder.interruptedAt = Number.POSITIVE_INFINITY;
      const { saved: restored } = await createStore(folder).store.load('lesson');
      assert.ok(restored, `nothing was found after operation ${operation}`);
      assert.deepEqual(restored, restored.checkpointPosition.round === 40 ? before : after);
      found.add(restored.checkpointPosition.round);
    }
    assert.deepEqual([...found], [40, 50]);
  });

  it('finds the run also while another window is writing it', async () => {
    const after = kept(SECOND, 50, at(50));
    const { store, folder } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(41)));
    await store.flush();
    const other = createStore(folder).store;
    const found: unknown[] = [];
    folder.whileRenaming = async () => void found.push((await other.load('lesson')).saved);
    store.keep('lesson', after);
    await store.flush();
    assert.deepEqual(found, [after]);
  });

  it('reads once more when another window has replaced the checkpoint meanwhile', async () => {
    const after = kept(SECOND, 50, at(50));
    const { store, folder } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(41)));
    await store.flush();
    const { store: other, log } = createStore(folder);
    folder.beforeReading = async (name) => {
      if (name.endsWith('.checkpoint')) {
        folder.beforeReading = undefined;
        store.keep('lesson', after);
        await store.flush();
      }
    };
    assert.deepEqual((await other.load('lesson')).saved, after);
    assert.deepEqual(log.lines, []);
  });

  it('says so when a run could not be kept, and keeps the next', async () => {
    const { store, folder, log } = createStore();
    folder.interruptedAt = 1;
    store.keep('lesson', kept(FIRST, 40, at(40)));
    await store.flush();
    assert.match(log.lines.join('\n'), /"lesson" could not be kept: The plug was pulled/);
    folder.interruptedAt = Number.POSITIVE_INFINITY;
    store.keep('lesson', kept(FIRST, 40, at(41)));
    assert.deepEqual((await store.load('lesson')).saved, kept(FIRST, 40, at(41)));
  });

  describe('while nothing can be written', () => {
    const checkpoints = (folder: MemoryFolder): string[] =>
      [...folder.files.keys()].filter((name) => name.endsWith('.checkpoint'));

    /** A folder in which no record can be replaced, as while a virus scanner has it. */
    class LockedFolder extends MemoryFolder {
      locked = false;

      override rename(from: string, to: string): Promise<void> {
        return this.locked ? Promise.reject(new Error('EBUSY')) : super.rename(from, to);
      }
    }

    it('leaves nothing behind, however often it tries, and has only one run when it works again', async () => {
      const folder = new LockedFolder();
      const { store, timers } = createStore(folder);
      store.keep('lesson', kept(FIRST, 40, at(40)));
      await store.flush();
      folder.locked = true;
      for (let round = 41; round < 60; round += 1) {
        store.keep('lesson', kept(Uint8Array.of(round), round, at(round)));
        await store.flush();
        store.keep('lesson', kept(Uint8Array.of(round), round, at(round + 1)));
        timers.ring();
        await store.flush();
        assert.equal(checkpoints(folder).length, 1);
      }
      assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(40));
      folder.locked = false;
      store.keep('lesson', kept(SECOND, 70, at(70)));
      await store.flush();
      assert.equal(folder.files.size, 2);
      assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(70));
    });

    it('tries again after growing pauses, whatever comes meanwhile', async () => {
      const folder = new LockedFolder();
      const { store, timers } = createStore(folder);
      folder.locked = true;
      store.keep('lesson', kept(FIRST, 40, at(40)));
      await settled();
      for (let attempt = 0; attempt < 8; attempt += 1) {
        folder.operations.length = 0;
        store.keep('lesson', kept(Uint8Array.of(attempt), 41, at(41 + attempt)));
        await settled();
        assert.deepEqual(folder.operations, []);
        timers.ring();
        await settled();
        assert.ok(folder.operations.length > 0);
      }
      assert.deepEqual(timers.delays, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
      folder.locked = false;
      timers.ring();
      assert.deepEqual((await store.load('lesson')).saved?.position, at(48));
    });

    it('writes to one name where not even removing works', async () => {
      const { store, folder, timers } = createStore();
      folder.interruptedAt = 1;
      for (let round = 0; round < 10; round += 1) {
        store.keep('lesson', kept(Uint8Array.of(round, 1), round, at(round)));
        timers.ring();
        await settled();
      }
      assert.equal(checkpoints(folder).length, 1);
    });
  });

  describe('at loading', () => {
    /** What a host leaves that ended before its record named its checkpoint. */
    async function withOrphan(age: number): Promise<MemoryFolder> {
      const { store, folder } = createStore();
      store.keep('lesson', kept(FIRST, 40, at(40)));
      await store.flush();
      folder.files.set('lesson.orphan.checkpoint', SECOND);
      folder.age = age;
      await createStore(folder).store.load('other');
      return folder;
    }

    it('removes the checkpoints that no record names', async () => {
      const folder = await withOrphan(60_000);
      assert.deepEqual(
        [...folder.files.keys()].filter((name) => name.includes('orphan')),
        [],
      );
      assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(40));
    });

    it('leaves those that another window may be about to name', async () => {
      const folder = await withOrphan(5000);
      assert.ok(folder.files.has('lesson.orphan.checkpoint'));
    });

    it('removes the oldest of the runs that were set aside, with their checkpoints', async () => {
      const folder = new MemoryFolder();
      folder.age = 60_000;
      for (let run = 0; run < KEPT_ASIDE + 3; run += 1) {
        const { store } = createStore(folder);
        store.keep('lesson', kept(FIRST, 40, at(40)));
        await store.flush();
        store.archive('lesson');
        await store.flush();
      }
      await createStore(folder).store.load('lesson');
      const left = [...folder.files.keys()];
      assert.equal(left.filter((name) => name.endsWith('.set-aside.json')).length, KEPT_ASIDE);
      assert.equal(left.filter((name) => name.endsWith('.checkpoint')).length, KEPT_ASIDE);
    });

    it('leaves those of runs that were archived', async () => {
      const { store, folder } = createStore();
      store.keep('lesson', kept(FIRST, 40, at(40)));
      await store.flush();
      store.archive('lesson');
      await store.flush();
      folder.age = 60_000;
      await createStore(folder).store.load('lesson');
      assert.equal(folder.files.size, 2);
    });
  });

  it('writes its checkpoint once more when another window has replaced the record', async () => {
    const { store, folder, timers } = createStore();
    store.keep('lesson', kept(FIRST, 40, at(40)));
    await store.flush();
    const other = createStore(folder).store;
    await other.load('lesson');
    other.keep('lesson', kept(SECOND, 50, at(50)));
    await other.flush();
    store.keep('lesson', kept(FIRST, 40, at(44)));
    timers.ring();
    await store.flush();
    assert.deepEqual((await createStore(folder).store.load('lesson')).saved?.position, at(44));
  });

  describe('says that a run cannot be read, and sets its files aside,', () => {
    async function assertAfresh(spoil: (folder: MemoryFolder) => void, problem?: string) {
      const { store, folder } = createStore();
      store.keep('lesson', kept(FIRST, 40, at(40)));
      await store.flush();
      spoil(folder);
      const { store: next, log } = createStore(folder, problem);
      const { saved: found, unreadable } = await next.load('lesson');
      assert.equal(found, undefined);
      assert.ok(unreadable);
      assert.match(log.lines.join('\n'), /"lesson" could not be read back/);
      await next.flush();
      assert.equal([...folder.files.keys()].filter((name) => name.endsWith('.set-aside.json')).length, 1);
      if (problem !== undefined) {
        return unreadable;
      }
      next.keep('lesson', kept(SECOND, 50, at(50)));
      assert.deepEqual((await next.load('lesson')).saved, kept(SECOND, 50, at(50)));
      return unreadable;
    }

    function checkpointName(folder: MemoryFolder) {
      return [...folder.files.keys()].find((name) => name.endsWith('.checkpoint')) ?? '';
    }

    function changeRecord(folder: MemoryFolder, change: object) {
      const record: object = JSON.parse(new TextDecoder().decode(folder.files.get('lesson.json')));
      folder.files.set('lesson.json', new TextEncoder().encode(JSON.stringify({ ...record, ...change })));
    }

    it('when the checkpoint is missing, with what is needed to train it again', async () => {
      const { record } = await assertAfresh((folder) => folder.files.delete(checkpointName(folder)));
      assert.deepEqual([record?.hyperparameters, record?.position.round], [PICTURE_DEFAULTS, 40]);
    });

    it('when nobody can go on from it', async () => {
      const { reason } = await assertAfresh(() => undefined, 'The file is damaged.');
      assert.equal(reason, 'The file is damaged.');
    });

    it('when the checkpoint is cut short', () =>
      assertAfresh((folder) => folder.files.set(checkpointName(folder), FIRST.slice(0, 50))));

    it('when the record is no JSON', () => assertAfresh((folder) => folder.files.set('lesson.json', FIRST)));

    it('when a hyperparameter is out of range', () =>
      assertAfresh((folder) =>
        changeRecord(folder, { hyperparameters: { ...PICTURE_DEFAULTS, batchSize: 100_000 } }),
      ));

    it('when the record was written by a later version', () =>
      assertAfresh((folder) => changeRecord(folder, { version: 2 })));

    it('when the record names a file elsewhere', () =>
      assertAfresh((folder) => changeRecord(folder, { checkpointFile: '../other.checkpoint' })));
  });
});
