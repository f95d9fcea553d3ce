/** A file that lies in a folder. */
export interface ListedFile {
  readonly name: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

/** The few things that keeping files asks of a folder. All may reject. */
export interface Folder {
  /** All files in it; empty when there is no such folder. */
  list(): Promise<readonly ListedFile[]>;
  /** The bytes of a file, or `undefined` when there is no such file. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Makes or replaces a file; an interruption may leave a part of it. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Renames a file, over another one if there is one; an interruption may leave the other one removed. */
  rename(from: string, to: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(name: string): Promise<void>;
}

/** Replaces a file, or makes it: whenever that is interrupted, {@link readFile} finds the old one or the new one, whole. */
export async function replaceFile(folder: Folder, name: string, bytes: Uint8Array): Promise<void> {
  await folder.write(unfinished(name), bytes);
  await folder.rename(unfinished(name), name);
}

/**
 * The bytes of a file that was kept with {@link replaceFile}, or `undefined` when there is no such file. VS Code removes
 * what a renaming is going to replace: while there is nothing in its place, because another window is replacing it or
 * never came to the end of that, what is on its way there is complete.
 */
export async function readFile(folder: Folder, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Once more at last, because the renaming may come to its end between the first two readings.
  return (await folder.read(name)) ?? (await folder.read(unfinished(name))) ?? (await folder.read(name));
}

/** Removes a file that was kept with {@link replaceFile}. */
export async function removeFile(folder: Folder, name: string): Promise<void> {
  await folder.remove(unfinished(name));
  await folder.remove(name);
}

function unfinished(name: string): string {
  return `${name}.part`;
}
