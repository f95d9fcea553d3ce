import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../vscode/repository';

/** A place in the code, as documents write it: a path from the repository's root, perhaps with a function. */
const PLACE = /`(?<file>(?:src|webview|scripts|test|lessons|docs)\/(?!vscode\/node_modules)[\w./-]+?)(?::(?<name>\w+))?`/g;

/** More names for a run than a reader can keep apart. */
const MOST_RUN_TYPES = 20;

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

  it('explain each of the few types that are named after runs, in the glossary of ARCHITECTURE.md', () => {
    const named = /export (?:interface|type|class) (\w*(?:Run|Past|Kept|Saved|Beginning|Play|Snapshot)\w*)/g;
    const files = ['src', 'webview'].flatMap((folder) =>
      readdirSync(path.join(repository, folder), { encoding: 'utf8', recursive: true })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => path.join(folder, file)),
    );
    const types = new Set(
      files.flatMap((file) =>
        [...readFileSync(path.join(repository, file), 'utf8').matchAll(named)].map(([, name]) => name),
      ),
    );
    const [, glossary = ''] = readFileSync(path.join(repository, 'ARCHITECTURE.md'), 'utf8').split('## Glossary');
    const unexplained = [...types].filter((name) => !glossary.includes(`\`${name}\``));
    assert.deepEqual(unexplained, []);
    assert.ok(types.size <= MOST_RUN_TYPES, `${types.size} types: ${[...types].join(', ')}`);
  });
});
