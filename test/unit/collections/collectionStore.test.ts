import assert from 'node:assert/strict';
import { CollectionStore, KEPT_COLLECTIONS } from '../../../src/collections/collectionStore';
import type { Folder } from '../../../src/session/folder';
import { pointCollection, type OwnCollection } from '../../../src/shared/domain/collection';
import { TestLog } from '../session/testRuns';

/** A folder in memory; fails at the write of a name that `broken` says. */
class MemoryFolder implements Folder {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  broken: (name: string) => boolean = () => false;

  list() {
    return Promise.resolve([...this.files.keys()].map((name) => ({ name, modified: 0 })));
  }

  read(name: string) {
    return Promise.resolve(this.files.get(name));
  }

  write(name: string, bytes: Uint8Array) {
    if (this.broken(name)) {
      return Promise.reject(new Error('The disk is full.'));
    }
    this.files.set(name, Uint8Array.from(bytes));
    return Promise.resolve();
  }

  rename(from: string, to: string) {
    const bytes = this.files.get(from) ?? assert.fail(from);
    this.files.delete(from);
    this.files.set(to, bytes);
    return Promise.resolve();
  }

  remove(name: string) {
    this.files.delete(name);
    return Promise.resolve();
  }
}

function points(shift: number, data: 'ownPoints' | 'drawnPoints' = 'ownPoints'): OwnCollection {
  return pointCollection(
    data,
    `table ${shift}`,
    Float32Array.from({ length: 40 }, (_, i) => i / 40 + shift),
  );
}

function open(folder = new MemoryFolder()) {
  const log = new TestLog();
  return { folder, log, store: new CollectionStore(folder, log) };
}

/** The same folder after a restart. */
async function reopened(folder: MemoryFolder) {
  const opened = open(folder);
  await opened.store.load();
  return opened;
}

describe('The store of collections', () => {
  it('has what was added, at once and after a restart', async () => {
    const { store, folder } = open();
    await store.load();
    assert.equal(store.latest('ownPoints'), undefined);
    store.add(points(1));
    store.add(points(2, 'drawnPoints'));
    assert.deepEqual(store.latest('ownPoints'), points(1));
    await store.flush();
    const again = await reopened(folder);
    assert.deepEqual(again.store.latest('ownPoints'), points(1));
    assert.deepEqual(again.store.latest('drawnPoints'), points(2, 'drawnPoints'));
    assert.equal(again.store.latest('ownPictures'), undefined);
    assert.deepEqual(again.log.lines, []);
  });

  it('has the labels of a collection and how it was read after a restart', async () => {
    const { store, folder } = open();
    const labels = { names: ['sea', 'sky'], classes: Uint8Array.from({ length: 20 }, (_, i) => i % 2) };
    const numbers = Float32Array.from({ length: 40 }, (_, i) => i / 40);
    const labelled = pointCollection('ownPoints', 'labelled', numbers, { labels, how: 'columns a and b' });
    store.add(labelled);
    await store.flush();
    assert.deepEqual((await reopened(folder)).store.latest('ownPoints'), labelled);
    const others = { ...labels, classes: labels.classes.map((kind) => 1 - kind) };
    assert.notEqual(pointCollection('ownPoints', 'x', numbers, { labels: others }).digest, labelled.digest);
  });

  it('finds earlier ones by their digest, and they are the latest then', async () => {
    const { store, folder } = open();
    store.add(points(1));
    store.add(points(2));
    await store.flush();
    const again = await reopened(folder);
    assert.deepEqual(again.store.latest('ownPoints'), points(2));
    assert.deepEqual(await again.store.find('ownPoints', points(1).digest), points(1));
    assert.deepEqual(again.store.latest('ownPoints'), points(1));
    assert.equal(await again.store.find('ownPoints', 'ffffffff'), undefined);
    assert.equal(await again.store.find('ownPoints', undefined), undefined);
    assert.equal(await again.store.find('drawnPoints', points(1).digest), undefined);
  });

  it('keeps the last ones and no other file', async () => {
    const { store, folder } = open();
    for (let i = 0; i < KEPT_COLLECTIONS + 3; i++) {
      store.add(points(i));
    }
    store.add(points(KEPT_COLLECTIONS));
    await store.flush();
    assert.equal(folder.files.size, KEPT_COLLECTIONS + 1, [...folder.files.keys()].join());
    assert.equal(await store.find('ownPoints', points(0).digest), undefined);
    assert.deepEqual(await store.find('ownPoints', points(4).digest), points(4));
  });

  it('leaves out a file that was damaged or taken away, and says which', async () => {
    const { store, folder } = open();
    store.add(points(1));
    store.add(points(2));
    store.add(points(3));
    await store.flush();
    const damaged = folder.files.get(`ownPoints.${points(3).digest}.collection`);
    assert.ok(damaged);
    damaged[5] = (damaged[5] ?? 0) ^ 16;
    folder.files.delete(`ownPoints.${points(2).digest}.collection`);
    const again = await reopened(folder);
    assert.deepEqual(again.store.latest('ownPoints'), points(1));
    assert.equal(again.log.lines.length, 2);
    assert.match(again.log.lines.join(), /table 3.*damaged.*table 2.*missing/);
  });

  it('starts empty on a list that cannot be read', async () => {
    const { store, folder, log } = open();
    folder.files.set('collections.json', new TextEncoder().encode('{"version": 7}'));
    await store.load();
    assert.equal(store.latest('ownPoints'), undefined);
    assert.equal(log.lines.length, 1);
  });

  it('has the list also after a replacing of it that never came to its end', async () => {
    const { store, folder } = open();
    store.add(points(1));
    await store.flush();
    await folder.rename('collections.json', 'collections.json.part');
    assert.deepEqual((await reopened(folder)).store.latest('ownPoints'), points(1));
  });

  it('goes on when the disk is full, and says so', async () => {
    const { store, folder, log } = open();
    folder.broken = (name) => name.endsWith('.collection');
    store.add(points(1));
    await store.flush();
    assert.deepEqual(store.latest('ownPoints'), points(1));
    assert.match(log.lines.join(), /The disk is full/);
    folder.broken = () => false;
    store.add(points(2));
    await store.flush();
    assert.deepEqual((await reopened(folder)).store.latest('ownPoints'), points(2));
  });
});
