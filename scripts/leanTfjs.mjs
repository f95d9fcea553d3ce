import { readFile } from 'node:fs/promises';
import path from 'node:path';

const core = /[\\/]tfjs-core[\\/]dist[\\/]/;

/**
 * An esbuild plugin. Leaves out what tfjs-core loads of its own accord and this program never uses: its optimizers, the
 * storage of models, and hashes of strings with their arithmetic on 64-bit integers; and the indentation of shaders, which
 * are strings to esbuild.
 *
 * @type {import('esbuild').Plugin}
 */
export const leanTfjs = {
  name: 'lean-tfjs',
  setup(build) {
    // The entry of tfjs-core without `registerOptimizers()`.
    build.onResolve({ filter: /^@tensorflow\/tfjs-core$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'lean-tfjs',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-tfjs' }, ({ path: name }) => ({
      contents: `import '${name}/dist/base_side_effects'; export * from '${name}/dist/base';`,
      resolveDir: process.cwd(),
    }));
    // The storages register themselves when they are loaded, so they count as having effects.
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path: name, importer, resolveDir }) => {
      const file = path.join(resolveDir, `${name}.js`);
      return core.test(importer) && path.basename(path.dirname(file)) === 'io'
        ? { path: file, sideEffects: false }
        : undefined;
    });
    build.onLoad({ filter: /[\\/]tfjs-core[\\/]dist[\\/]hash_util\.js$/ }, () => ({ contents: '' }));
    build.onLoad({ filter: /[\\/]tfjs-backend-webgl[\\/]dist[\\/].*\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(/\n[ \t]+/g, '\n'),
    }));
  },
};
