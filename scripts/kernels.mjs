import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What buildKernels makes, from the repository's folder. */
export const kernels = 'webview/backend/kernels.wasm';

const sources = 'webview/backend/kernels';

/** Whether the kernels are newer than all that they are made from; compiling them takes seconds. */
async function isUpToDate() {
  const names = (await readdir(path.join(repository, sources))).map((name) => path.join(sources, name));
  const from = [...names, 'scripts/kernels.mjs', 'package-lock.json'];
  try {
    const [made, ...changed] = await Promise.all(
      [kernels, ...from].map(async (name) => (await stat(path.join(repository, name))).mtimeMs),
    );
    return changed.every((time) => time < made);
  } catch {
    // They were never made.
    return false;
  }
}

/** Builds the SIMD kernels: AssemblyScript to WebAssembly, imported as bytes by webview/backend. */
export async function buildKernels() {
  if (await isUpToDate()) {
    return;
  }
  const speed = '--runtime stub -O3 --noAssert --enable simd --enable bulk-memory'.split(' ');
  const memory = '--importMemory --initialMemory 16'.split(' ');
  const compiler = 'node_modules/assemblyscript/bin/asc.js';
  const source = `${sources}/index.ts`;
  const parameters = [compiler, source, '--outFile', kernels, ...speed, ...memory];
  await promisify(execFile)(process.execPath, parameters, { cwd: repository });
}
