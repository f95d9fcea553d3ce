// Runs a script of this folder that is written in TypeScript:
//   node scripts/run.mjs <name> [parameters for it]
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { buildKernels, kernels } from './kernels.mjs';

const folder = path.dirname(fileURLToPath(import.meta.url));
const [name = ''] = process.argv.splice(2, 1);
const source = path.join(folder, `${name}.ts`);
if (!/^\w+$/.test(name) || !existsSync(source)) {
  console.error(`There is no scripts/${name}.ts. Usage: node scripts/run.mjs <name> [parameters]`);
  process.exit(1);
}
// One file for each process, since several may run at a time.
const bundle = path.join(folder, '..', 'out', 'scripts', `${name}-${process.pid}.mjs`);
process.once('exit', () => rmSync(bundle, { force: true }));

/** Tools are taken as they are installed; the engine is bundled as for the browser, because tfjs asks for it. */
const tools = {
  name: 'tools',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: module, importer }) =>
      importer === '' || importer.includes('node_modules') || engine.test(module)
        ? undefined
        : { path: module, external: true },
    );
  },
};
const engine = /^(?:@tensorflow|ml-matrix)\b/;

// Right after `npm install` nothing is built, and the engine needs them.
if (!existsSync(path.join(folder, '..', kernels))) {
  await buildKernels();
}

await esbuild.build({
  entryPoints: [source],
  outfile: bundle,
  bundle: true,
  plugins: [tools],
  mainFields: ['module', 'main'],
  loader: { '.wasm': 'binary', '.md': 'text' },
  // Dependencies in CommonJS ask for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);
await import(pathToFileURL(bundle).href);
