// Runs a script of this folder that is written in TypeScript:
//   node scripts/run.mjs <name> [parameters for it]
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

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
await esbuild.build({
  entryPoints: [source],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);
await import(pathToFileURL(bundle).href);
