import type { Folder } from './folder';

/**
 * A folder that took the place of older ones: what is not in it is looked for in those, in their order; what is written
 * goes to the new one, and what is removed or replaced there is removed from the old ones, too.
 */
export function fallbackFolder(current: Folder, older: readonly Folder[]): Folder {
  const all = [current, ...older];
  return {
    async list() {
      const lists = await Promise.all(all.map((folder) => folder.list()));
      const names = new Set<string>();
      return lists.flat().filter(({ name }) => !names.has(name) && names.add(name));
    },
    async read(name) {
      for (const folder of all) {
        const bytes = await folder.read(name);
        if (bytes) {
          return bytes;
        }
      }
      return undefined;
    },
    write: (name, bytes) => current.write(name, bytes),
    async rename(from, to) {
      const bytes = await current.read(from);
      if (bytes) {
        await current.rename(from, to);
      } else {
        for (const folder of older) {
          const old = await folder.read(from);
          if (old) {
            await current.write(to, old);
            break;
          }
        }
      }
      await Promise.all(older.flatMap((folder) => [folder.remove(to), folder.remove(from)]));
    },
    async remove(name) {
      await Promise.all(all.map((folder) => folder.remove(name)));
    },
  };
}
