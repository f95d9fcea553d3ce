// Builds the extension, its webviews and its training worker into dist/.
//   node esbuild.mjs [--production] [--watch]
//   node esbuild.mjs --tests    also the tests, each kind into its folder of out/
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { buildKernels } from './scripts/kernels.mjs';
import { leanLibraries } from './scripts/leanLibraries.mjs';

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
  // The tasks of .vscode/ wait for what it says when it watches.
  logLevel: watch ? 'info' : 'warning',
  loader: { '.wasm': 'binary', '.md': 'text' },
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** The folder below dist/ of the scripts that a page imports. */
const PARTS = 'parts';

/** The extension host: Node on the desktop, a web worker on the web. VS Code loads CommonJS in both. */
const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  format: 'cjs',
  external: ['vscode'],
};

/** Scripts of the webviews and of the worker, each in one file. A blob: URL admits just one. */
const browser = {
  ...common,
  format: 'iife',
  platform: 'browser',
  outdir: 'dist',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Its sources instead of the one file that it is published as, of which nothing can be left out: 19 kB less.
  alias: { 'ml-matrix': './node_modules/ml-matrix/src/index.js' },
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  { ...extension, platform: 'node', outdir: 'dist', mainFields: ['module', 'main'] },
  { ...extension, platform: 'browser', outdir: 'dist/web' },
  {
    ...browser,
    entryPoints: { lesson: 'webview/lesson/main.tsx' },
    plugins: [leanLibraries],
    // What is shown on demand only is a script of its own.
    format: 'esm',
    splitting: true,
    chunkNames: `${PARTS}/[name]-[hash]`,
  },
  {
    ...browser,
    entryPoints: { hyperparameters: 'webview/hyperparameters/main.tsx' },
    plugins: [leanLibraries],
  },
  { ...browser, entryPoints: { rerun: 'webview/rerun/main.tsx' } },
  { ...browser, entryPoints: { sweep: 'webview/sweep/main.tsx' } },
  { ...browser, entryPoints: { worker: 'webview/gan/worker.ts' }, plugins: [leanLibraries] },
];

/** The files of a folder, and of its folders, whose names end so. */
async function find(folder, ...endings) {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

/** Tests that run in Node, beside the extension: one module for each file, with what they share in chunks. */
async function nodeTests(kind, options) {
  return {
    ...common,
    entryPoints: await find(`test/${kind}`, '.test.ts', '.test.tsx'),
    outdir: `out/${kind}`,
    outbase: `test/${kind}`,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    splitting: true,
    ...options,
  };
}

/** Lets the suite import all of its tests, as `suite-tests`, without a list that somebody has to keep. */
const suiteTests = {
  name: 'suite-tests',
  setup(build) {
    build.onResolve({ filter: /^suite-tests$/ }, (module) => ({
      path: module.path,
      namespace: 'suite-tests',
    }));
    build.onLoad({ filter: /.*/, namespace: 'suite-tests' }, async () => ({
      contents: (await find('test/suite', '.test.ts')).map((file) => `import './${file}';`).join('\n'),
      resolveDir: process.cwd(),
    }));
  },
};

/** The suite runs in the extension host: the same tests in both kinds of it, in one file each. */
const suite = { ...common, format: 'cjs', external: ['vscode', 'mocha'], plugins: [suiteTests] };

/** Tests that run the engine, bundled with all that it is made of. */
const engineTests = {
  plugins: [leanLibraries],
  // A test bundles with it.
  external: ['esbuild'],
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Dependencies in CommonJS ask for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};

if (tests) {
  const folders = ['unit', 'components', 'slow', 'package', 'suite', 'e2e'].map((kind) => `out/${kind}`);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  const e2e = await nodeTests('e2e', { packages: 'external' });
  builds.push(
    await nodeTests('unit', engineTests),
    await nodeTests('components', { ...engineTests, loader: { ...common.loader, '.css': 'empty' } }),
    await nodeTests('slow', engineTests),
    await nodeTests('package', { packages: 'external' }),
    { ...e2e, entryPoints: [...e2e.entryPoints, 'test/e2e/rootHooks.ts'] },
    { ...suite, entryPoints: { index: 'test/suite/index.ts' }, outdir: 'out/suite/node', platform: 'node' },
    {
      ...suite,
      entryPoints: { index: 'test/suite/indexWeb.ts' },
      outdir: 'out/suite/web',
      platform: 'browser',
      external: ['vscode'],
      // Mocha's build for browsers asks for it.
      define: { ...common.define, global: 'globalThis' },
    },
  );
}

/** Minifies scripts once more: terser inlines across modules, which esbuild does not, and saves a further 13 kB. */
async function minifyAgain(files) {
  await Promise.all(
    files.map(async (file) => {
      const options = {
        compress: { passes: 3, toplevel: true, keep_fargs: false },
        mangle: { toplevel: true },
        module: path.basename(file) !== 'worker.js',
        ecma: 2020,
      };
      const { code } = await minify(await readFile(file, 'utf8'), options);
      await writeFile(file, code);
    }),
  );
}

/** Keeps what the bundles are made of: whose licences go along with the package follows from it. */
async function writeBundles(results) {
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  await mkdir('out', { recursive: true });
  await writeFile('out/bundles.json', JSON.stringify({ outputs }));
}

await buildKernels();
// Names change with the contents, and old ones are not to be packaged.
await rm(`dist/${PARTS}`, { recursive: true, force: true });
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.all(
    builds.map((options) => esbuild.build({ ...options, metafile: production })),
  );
  if (production) {
    await minifyAgain(['dist/lesson.js', 'dist/worker.js', ...(await find(`dist/${PARTS}`, '.js'))]);
    await writeBundles(results);
    // A page has one style sheet; main.tsx imports what its parts need.
    const styles = await find(`dist/${PARTS}`, '.css');
    await Promise.all(styles.map((file) => rm(file)));
  }
}
