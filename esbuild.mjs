// Builds the extension, its webviews and its training worker into dist/.
//   node esbuild.mjs [--production] [--watch]
//   node esbuild.mjs --tests    also the unit tests, into out/unit/, and the suites for VS Code, into out/suite/
import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.wasm': 'binary' },
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** The extension host: Node on the desktop, a web worker on the web. VS Code loads CommonJS in both. */
const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  format: 'cjs',
  external: ['vscode'],
};

/** Scripts of the webviews and of the worker, each in one file because a nonce or a blob: URL admits just one. */
const browser = {
  ...common,
  format: 'iife',
  platform: 'browser',
  outdir: 'dist',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  { ...extension, platform: 'node', outdir: 'dist', mainFields: ['module', 'main'] },
  { ...extension, platform: 'browser', outdir: 'dist/web' },
  { ...browser, entryPoints: { lesson: 'webview/lesson/main.tsx' } },
  { ...browser, entryPoints: { hyperparameters: 'webview/hyperparameters/main.tsx' } },
  { ...browser, entryPoints: { worker: 'webview/gan/worker.ts' } },
];

if (tests) {
  const find = async (folder, ending) =>
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith(ending))
      .map((name) => path.join(folder, name));
  await rm('out', { recursive: true, force: true });
  builds.push(
    {
      ...common,
      entryPoints: [...(await find('test/unit', '.test.ts')), ...(await find('test/unit', '.test.tsx'))],
      outdir: 'out/unit',
      outbase: 'test/unit',
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      platform: 'node',
      splitting: true,
      mainFields: ['module', 'main'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // Dependencies in CommonJS ask for Node's own modules.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    },
    // The same suite for both kinds of extension host.
    {
      ...common,
      entryPoints: { index: 'test/suite/index.ts' },
      outdir: 'out/suite/node',
      format: 'cjs',
      platform: 'node',
      external: ['vscode', 'mocha'],
    },
    {
      ...common,
      entryPoints: { index: 'test/suite/indexWeb.ts' },
      outdir: 'out/suite/web',
      format: 'cjs',
      platform: 'browser',
      external: ['vscode'],
    },
  );
}

/** The SIMD kernels: AssemblyScript to WebAssembly, imported as bytes by webview/backend. */
async function buildKernels() {
  const run = promisify(execFile);
  await run(process.execPath, [
    'node_modules/assemblyscript/bin/asc.js',
    'webview/backend/kernels/index.ts',
    ...['--outFile', 'webview/backend/kernels.wasm', '--runtime', 'stub', '-O3', '--noAssert'],
    ...['--enable', 'simd', '--enable', 'bulk-memory', '--importMemory', '--initialMemory', '16'],
  ]);
}

await buildKernels();
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
