import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../vscode/repository';

/** A place in the code, as documents write it: a path from the repository's root, perhaps with a function. */
const PLACE = /`(?<file>(?:src|webview|scripts|test|lessons|docs)\/(?!vscode\/node_modules)[\w./-]+?)(?::(?<name>\w+))?`/g;

const DOCUMENTS = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

describe('The documents for those who carry on', () => {
  for (const document of DOCUMENTS) {
    it(`name only files and functions that exist, in ${document}`, () => {
      const text = readFileSync(path.join(repository, document), 'utf8');
      const missing = [...text.matchAll(PLACE)].flatMap(({ groups }) => {
        const { file = '', name }: Record<string, string | undefined> = groups ?? {};
        const place = path.join(repository, file);
        if (!existsSync(place)) {
          return [file];
        }
        const declares = new RegExp(`\\b${name}\\(|\\b${name}\\b.*=>|function ${name}\\b`);
        return name === undefined || (statSync(place).isFile() && declares.test(readFileSync(place, 'utf8')))
          ? []
          : [`${file}:${name}`];
      });
      assert.deepEqual(missing, []);
    });
  }

  it('fit on one page in ARCHITECTURE.md', () => {
    const words = readFileSync(path.join(repository, 'ARCHITECTURE.md'), 'utf8').split(/\s+/).length;
    assert.ok(words <= 1000, `${words} words`);
  });
});
