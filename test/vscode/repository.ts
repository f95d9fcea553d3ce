import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This repository's folder, found upwards from wherever a script was bundled to. */
export const repository = findRepository(path.dirname(fileURLToPath(import.meta.url)));

/** The path of a file or folder of this repository. */
export function inRepository(...parts: string[]): string {
  return path.join(repository, ...parts);
}

function findRepository(folder: string): string {
  if (existsSync(path.join(folder, 'esbuild.mjs'))) {
    return folder;
  }
  const parent = path.dirname(folder);
  if (parent === folder) {
    throw new Error(
      'Run this from the repository of GAN Lessons: no esbuild.mjs was found above the script.',
    );
  }
  return findRepository(parent);
}
