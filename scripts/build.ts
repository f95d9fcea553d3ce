import { createVSIX } from '@vscode/vsce';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository, repository } from '../test/vscode/repository';

/** The packaged extension. */
export const packagedExtension = inRepository('gan-lessons.vsix');

/**
 * Builds the extension into dist/, as `npm run build` does.
 *
 * @param flags of esbuild.mjs
 * @throws an error with esbuild's messages when the sources do not build
 */
export async function build(...flags: ('--production' | '--tests')[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['esbuild.mjs', ...flags], { cwd: repository });
}

/** Builds the extension as it is shipped, and packs it. */
export async function packageExtension(): Promise<void> {
  await build('--production');
  await createVSIX({
    cwd: repository,
    packagePath: packagedExtension,
    // Everything is bundled.
    dependencies: false,
    // The README's links stay as they are until there is an address to complete them with.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}
