import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What buildKernels makes, from the repository's folder. */
export const kernels = 'webview/backend/kernels.wasm';

/** Builds the SIMD kernels: AssemblyScript to WebAssembly, imported as bytes by webview/backend. */
export async function buildKernels() {
  const speed = '--runtime stub -O3 --noAssert --enable simd --enable bulk-memory'.split(' ');
  const memory = '--importMemory --initialMemory 16'.split(' ');
  const compiler = 'node_modules/assemblyscript/bin/asc.js';
  const source = 'webview/backend/kernels/index.ts';
  const parameters = [compiler, source, '--outFile', kernels, ...speed, ...memory];
  await promisify(execFile)(process.execPath, parameters, { cwd: repository });
}
