import assert from 'node:assert/strict';
import { fallbackFolder } from '../../../src/session/fallbackFolder';
import { replaceFile } from '../../../src/session/folder';
import { workspaceName } from '../../../src/workspaceName';
import { memoryFolder } from './memoryFolder';

describe('A folder that took the place of an older one', () => {
  it('has what the older one has, and takes its place file by file', async () => {
    const now = new Map<string, Uint8Array<ArrayBuffer>>();
    const before = new Map([
      ['run.json', Uint8Array.of(1)],
      ['other.json', Uint8Array.of(2)],
    ]);
    const folder = fallbackFolder(memoryFolder(now), [memoryFolder(before)]);
    assert.deepEqual(await folder.read('run.json'), Uint8Array.of(1));
    await replaceFile(folder, 'run.json', Uint8Array.of(3));
    assert.deepEqual(await folder.read('run.json'), Uint8Array.of(3));
    assert.deepEqual([[...now.keys()], [...before.keys()]], [['run.json'], ['other.json']]);
    await folder.rename('other.json', 'aside.json');
    assert.deepEqual(now.get('aside.json'), Uint8Array.of(2));
    assert.equal(before.size, 0);
    assert.deepEqual(
      (await folder.list()).map(({ name }) => name),
      ['run.json', 'aside.json'],
    );
    await folder.remove('run.json');
    assert.equal(await folder.read('run.json'), undefined);
  });
});

describe('The name of a workspace', () => {
  const folder = (path: string) => ({ path, toString: () => `file://${path}` });
  const named = (...paths: string[]) =>
    workspaceName({
      workspaceFolders: paths.map((path) => ({ uri: folder(path) })),
      workspaceFile: undefined,
    });

  it('is the same for the same folders, and another for others', () => {
    assert.equal(named('/a/my lessons'), named('/a/my lessons'));
    assert.match(named('/a/my lessons'), /^my_lessons-[0-9a-f]{8}$/);
    assert.notEqual(named('/a/lessons'), named('/b/lessons'));
    assert.notEqual(named('/a', '/b'), named('/a'));
    assert.equal(named(), 'no-folder');
  });
});
