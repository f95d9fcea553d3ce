import { stat } from 'node:fs/promises';
import { inRepository } from '../../test/vscode/repository';
import { packagedExtension, readBundles } from '../build';
import type { Figures } from './results';

/** Bytes of what is shipped. It must have been packaged. */
export async function measureSizes(): Promise<Figures> {
  const bytes = async (file: string): Promise<number> => (await stat(file)).size;
  const worker = await bytes(inRepository('dist', 'worker.js'));
  const { first, onDemand } = await scriptsOf('dist/lesson.js');
  const sum = async (files: readonly string[]): Promise<number> =>
    (await Promise.all(files.map((file) => bytes(inRepository(file))))).reduce(
      (total, size) => total + size,
      0,
    );
  const panel = await sum(first);
  return {
    'worker.bytes': worker,
    // What is loaded before the panel shows anything.
    'panel.bytes': panel,
    'panelOnDemand.bytes': await sum(onDemand),
    scriptBytes: worker + panel,
    'vsix.bytes': await bytes(packagedExtension),
  };
}

/** The scripts that a page imports with its first one, that one included, and those that it imports when it needs them. */
async function scriptsOf(entry: string): Promise<{ first: string[]; onDemand: string[] }> {
  const { outputs } = await readBundles();
  const reach = (kinds: readonly string[]): Set<string> => {
    const reached = new Set([entry]);
    for (const file of reached) {
      for (const { path, kind } of outputs[file]?.imports ?? []) {
        if (kinds.includes(kind)) {
          reached.add(path);
        }
      }
    }
    return reached;
  };
  const first = reach(['import-statement']);
  const all = reach(['import-statement', 'dynamic-import']);
  return { first: [...first], onDemand: [...all].filter((file) => !first.has(file)) };
}
