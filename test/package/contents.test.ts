import { PackageManager, listFiles } from '@vscode/vsce';
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readBundles } from '../../scripts/build';
import { inRepository, repository } from '../vscode/repository';

const megabyte = 1024 * 1024;
const largest = 3 * megabyte;

/** What has to be there, and all that may be there beside `free`. */
const needed = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'ThirdPartyNotices.txt',
  'dist/extension.js',
  'dist/hyperparameters.css',
  'dist/hyperparameters.js',
  'dist/lesson.css',
  'dist/lesson.js',
  'dist/rerun.css',
  'dist/rerun.js',
  'dist/sweep.css',
  'dist/sweep.js',
  'dist/web/extension.js',
  'dist/worker.js',
  'lessons/index.json',
  'package.json',
  'package.nls.json',
];

/** Folders of content: a new file may join without a change here. */
const free = [
  /^dist\/parts\/[\w-]+\.js$/,
  /^lessons\/[a-z-]+\/[\w-]+\.md$/,
  /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^package\.nls\.[\w-]+\.json$/,
  /^media\/[\w./-]+\.(svg|png|md)$/,
];

describe('The packaged extension', () => {
  let files: string[];

  before(async () => {
    files = (await listFiles({ cwd: repository, packageManager: PackageManager.None })).toSorted();
  });

  it('is smaller than 3 MB', async () => {
    const { size } = await stat(inRepository('gan-lessons.vsix'));
    console.log(`      ${(size / megabyte).toFixed(2)} MB, ${files.length} files`);
    assert.ok(size < largest, `${size} bytes`);
  });

  it('has every script that a page loads on demand', async () => {
    const { outputs } = await readBundles();
    const parts = Object.keys(outputs).filter(
      (file) => file.startsWith('dist/parts/') && file.endsWith('.js'),
    );
    assert.notEqual(parts.length, 0);
    assert.deepEqual(
      parts.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('has all that it needs', () => {
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('has every picture of the walkthrough, in each kind of theme', async () => {
    const names = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json'];
    const texts = await Promise.all(names.map((name) => readFile(inRepository(name), 'utf8')));
    const pictures = texts.flatMap((text) =>
      Array.from(text.matchAll(/"(?<file>media\/[^"]+\.png)"/g), ({ groups }) => groups?.['file'] ?? ''),
    );
    assert.ok(pictures.some((file) => file.startsWith('media/walkthrough/')));
    assert.deepEqual(
      pictures.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('has nothing else: no tests, no sources, no source maps', () => {
    assert.deepEqual(
      files.filter((file) => !needed.includes(file) && !free.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('has no file in media/ that nothing refers to', async () => {
    const media = files.filter((file) => file.startsWith('media/'));
    const texts = await Promise.all(
      files
        .filter((file) => /\.(js|json|md)$/.test(file))
        .map((file) => readFile(inRepository(file), 'utf8')),
    );
    assert.deepEqual(
      media.filter((file) => !texts.some((text) => text.includes(path.posix.basename(file)))),
      [],
    );
  });

  it('has minified scripts without a trace of source maps', async () => {
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const script = await readFile(inRepository(file), 'utf8');
      assert.ok(!script.includes('sourceMappingURL='), `${file} names a source map`);
    }
  });
});
