import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { repository } from '../../vscode/repository';

const StringsSchema = v.record(v.string(), v.string());

/** A command as a sentence names it, in the quotation marks of either language. */
const NAMED = /[“"]GAN: (?<title>[^”"]+)[”"]/g;

function stringsIn(file: string): Record<string, string> {
  return v.parse(StringsSchema, JSON.parse(readFileSync(path.join(repository, file), 'utf8')));
}

describe('The commands that sentences name', () => {
  const languages = {
    English: ['package.nls.json', 'l10n/bundle.l10n.json'],
    Chinese: ['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'],
  } as const;
  for (const [language, [titles, sentences]] of Object.entries(languages)) {
    it(`have the titles that the command palette shows in ${language}`, () => {
      const known = new Set(Object.values(stringsIn(titles)).map((title) => title.replace(/…$/, '')));
      const named = Object.values(stringsIn(sentences)).flatMap((text) =>
        [...text.matchAll(NAMED)].map(({ groups }) => groups?.['title']?.replace(/…$/, '') ?? ''),
      );
      assert.ok(named.length > 0);
      assert.deepEqual(
        named.filter((title) => !known.has(title)),
        [],
      );
    });
  }
});
