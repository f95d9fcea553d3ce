import assert from 'node:assert/strict';
import type { Folder } from '../../../src/session/folder';

/** A folder that has its files in a map. */
export function memoryFolder(files: Map<string, Uint8Array<ArrayBuffer>>): Folder {
  return {
    list: () => Promise.resolve([...files.keys()].map((name) => ({ name, modified: 0 }))),
    read: (name) => Promise.resolve(files.get(name)),
    write: (name, bytes) => Promise.resolve(void files.set(name, Uint8Array.from(bytes))),
    rename(from, to) {
      files.set(to, files.get(from) ?? assert.fail(from));
      files.delete(from);
      return Promise.resolve();
    },
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}
