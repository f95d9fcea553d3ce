import { stat } from 'node:fs/promises';
import { inRepository } from '../../test/vscode/repository';
import { packagedExtension } from '../build';
import type { Figures } from './results';

/** Bytes of what is shipped. It must have been packaged. */
export async function measureSizes(): Promise<Figures> {
  const bytes = async (file: string) => (await stat(file)).size;
  const worker = await bytes(inRepository('dist', 'worker.js'));
  const panel = await bytes(inRepository('dist', 'lesson.js'));
  return {
    'worker.bytes': worker,
    'panel.bytes': panel,
    scriptBytes: worker + panel,
    'vsix.bytes': await bytes(packagedExtension),
  };
}
