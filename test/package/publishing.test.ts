import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as fflate from 'fflate';
import { inRepository } from '../vscode/repository';

interface Manifest {
  publisher: string;
  author: { url: string };
  repository: { url: string };
  homepage: string;
  bugs: string;
  qna: string;
}

async function packed(file: string): Promise<string> {
  const name = `extension/${file}`;
  const archive = await readFile(inRepository('gan-lessons.vsix'));
  const found = fflate.unzipSync(archive, { filter: (entry) => entry.name === name })[name];
  assert.ok(found, `${name} is not in the package`);
  return fflate.strFromU8(found);
}

/** Where links and pictures of a Markdown or HTML text lead. */
function targets(text: string): string[] {
  const markdown = text.matchAll(/\]\((?<target>[^)\s]+)[^)]*\)/g);
  const html = text.matchAll(/\b(?:src|href)="(?<target>[^"]*)"/g);
  return [...markdown, ...html].map(({ groups }) => groups?.['target'] ?? '');
}

describe('What the Marketplace shows', () => {
  for (const file of ['readme.md', 'changelog.md']) {
    it(`leads from ${file} to addresses of the web or to its own headings only`, async () => {
      const all = targets(await packed(file));
      assert.ok(all.length > 0);
      assert.deepEqual(
        all.filter((target) => !/^(?:https:\/\/|#)/.test(target)),
        [],
      );
    });
  }

  it('names one owner everywhere', async () => {
    const manifest: Manifest = JSON.parse(await packed('package.json'));
    const address = manifest.repository.url.replace(/\.git$/, '');
    assert.match(address, /^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
    for (const other of [manifest.homepage, manifest.bugs, manifest.qna]) {
      assert.ok(other.startsWith(address), other);
    }
    assert.ok(address.startsWith(`${manifest.author.url}/`));
  });
});
