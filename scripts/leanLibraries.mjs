import { readFile } from 'node:fs/promises';
import path from 'node:path';

const core = /[\\/]tfjs-core[\\/]dist[\\/]/;

const unusedHelpers =
  /[\\/]tfjs-core[\\/]dist[\\/](?:backends[\\/](?:einsum_util|non_max_suppression_impl)|ops[\\/](?:ragged_to_dense_util|scatter_nd_util|sparse[\\/]sparse_\w+_util))\.js$/;

/**
 * An esbuild plugin. Leaves out what tfjs-core loads of its own accord and this program never uses: its optimizers, the
 * storage of models, hashes of strings with their arithmetic on 64-bit integers, what WebGL borrows of the CPU backend for
 * strings and ragged tensors, and helpers of sums after Einstein, of overlapping boxes and of sparse, scattered and ragged tensors; and the indentation of
 * shaders, which are strings to esbuild. Of the toolkit it leaves out what belongs to controls that no page has.
 *
 * @type {import('esbuild').Plugin}
 */
export const leanLibraries = {
  name: 'lean-libraries',
  setup(build) {
    // The entry of tfjs-core without `registerOptimizers()`.
    build.onResolve({ filter: /^@tensorflow\/tfjs-core$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'lean-libraries',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-libraries' }, ({ path: name }) => ({
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
    // Rows and columns of a matrix scaled to a range.
    build.onLoad({ filter: /[\\/]ml-array-rescale[\\/].*\.js$/ }, () => ({
      contents: "export default () => { throw new Error('Left out of the bundle.'); };",
    }));
    // Tensors and matrices as tables of text, for a console.
    build.onLoad({ filter: /[\\/]tfjs-core[\\/]dist[\\/]tensor_format\.js$/ }, () => ({
      contents: "export const tensorToString = () => 'Tensor';",
    }));
    build.onLoad({ filter: /[\\/]ml-matrix[\\/]src[\\/]inspect\.js$/ }, () => ({
      contents:
        "export const inspectMatrix = () => 'Matrix'; export const inspectMatrixWithOptions = inspectMatrix;",
    }));
    // Helpers of kernels that are not registered. An object holds them together with those that are needed.
    build.onLoad({ filter: unusedHelpers }, () => ({ contents: '' }));
    // The platform registers storages of models in the browser; without them it takes note that it cannot, and goes on.
    build.onLoad({ filter: /[\\/]tfjs-core[\\/]dist[\\/]io[\\/](?:local_storage|indexed_db)\.js$/ }, () => ({
      contents: ['BrowserLocalStorage', 'BrowserIndexedDB']
        .map((name) => `export class ${name} {}\nexport class ${name}Manager {}`)
        .join('\n'),
    }));
    // WebGL borrows functions of the CPU backend by way of an object, of which nothing can be left out.
    build.onLoad({ filter: /[\\/]kernel_utils[\\/]shared\.js$/ }, async ({ path: file }) => {
      const names = /const \{(?<names>[^}]*)\} = shared;/.exec(await readFile(file, 'utf8'))?.groups?.names;
      if (names === undefined) {
        throw new Error(`${file} is not the file that it was.`);
      }
      const exported = names.replaceAll(/(\w+): (\w+)/g, '$1 as $2');
      return { contents: `export { ${exported} } from '@tensorflow/tfjs-backend-cpu/dist/shared';` };
    });
    // Sums and functions of each element of a matrix, of which this program needs none.
    build.onLoad({ filter: /[\\/]ml-matrix[\\/]src[\\/]mathOperations\.js$/ }, () => ({
      contents: 'export function installMathOperations() {}',
    }));
    // A deprecated enumeration of keys that stands beside the one constant which is used.
    build.onLoad(
      { filter: /[\\/]fast-web-utilities[\\/]dist[\\/]key-codes\.js$/ },
      async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const contents = source.replace(/export var KeyCodes;[^]*?\n\}\)\(KeyCodes [^\n]*\n/, '');
        if (contents === source) {
          throw new Error(`${file} is not the file that it was.`);
        }
        return { contents };
      },
    );
    // The toolkit makes the tokens of all its controls, of which the pages have two; each is written anew with the theme.
    build.onLoad(
      { filter: /[\\/]webview-ui-toolkit[\\/]dist[\\/]design-tokens\.js$/ },
      async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replaceAll(
          /^(export const \w+ = )(create\(.*\));$/gm,
          '$1/* @__PURE__ */ (() => $2)();',
        ),
      }),
    );
    build.onLoad({ filter: /[\\/]tfjs-backend-webgl[\\/]dist[\\/].*\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(/\n[ \t]+/g, '\n'),
    }));
  },
};
