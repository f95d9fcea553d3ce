import { createVSIX } from '@vscode/vsce';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inRepository, repository } from '../test/vscode/repository';
import { bundledPackages, noticesFile, readNotice, type Metafile } from './notices/thirdPartyNotices';

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

/** What the bundles of the last build for the package are made of; esbuild.mjs writes it. */
export async function readBundles(): Promise<Metafile> {
  const text = await readFile(inRepository('out', 'bundles.json'), 'utf8');
  return JSON.parse(text);
}

async function writeNotices(): Promise<void> {
  const folders = bundledPackages(await readBundles());
  const notices = await Promise.all(folders.map((folder) => readNotice(repository, folder)));
  await writeFile(inRepository('ThirdPartyNotices.txt'), noticesFile(notices));
}

/** Builds the extension as it is shipped, and packs it together with the licences of what it includes. */
export async function packageExtension({ preRelease = false } = {}): Promise<void> {
  await build('--production');
  await writeNotices();
  await createVSIX({
    cwd: repository,
    packagePath: packagedExtension,
    preRelease,
    // Everything is bundled.
    dependencies: false,
  });
}
