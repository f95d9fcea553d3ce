import type { LessonFolder } from '../../../src/lessons/folderFiles';

/** A folder with lessons in memory; the files' names are their paths. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): LessonFolder {
  return {
    list: async (folder) =>
      Object.keys(files).flatMap((path) => {
        const at = path.lastIndexOf('/') + 1;
        return path.slice(0, Math.max(at - 1, 0)) === folder ? [path.slice(at)] : [];
      }),
    read: async (path) => {
      const content = files[path];
      if (content === undefined) {
        throw new Error(`no file ${path}`);
      }
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
