import assert from 'node:assert/strict';
import { readStrings, stringFiles } from '../../../scripts/l10nStrings';
import { wornOutWords } from '../../../scripts/lessons/wording';

/** What lessons may say, and the interface says in fewer words. */
const WORDY: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\b(?:stands?|stood)\b/i, instead: 'is, means, belongs' },
  { word: /\b(?:left|leav(?:e|es|ing)) (?:\w+ )?out\b/i, instead: 'hide, skip' },
  { word: /\bg(?:ives?|ave|iving|iven) up\b/i, instead: 'discard' },
  { word: /\bgone back to\b/i, instead: 'return to' },
  { word: /\bwhom\b/i, instead: 'who' },
  { word: /\bso (?:many|much) (?:rounds|percent|times)\b/i, instead: 'this many' },
  { word: /\bonce more\b/i, instead: 'again' },
];

function wordyIn(text: string): string[] {
  const wordy = WORDY.flatMap(({ word, instead }) => {
    const found = word.exec(text)?.[0];
    return found === undefined ? [] : [`says "${found}", and should say: ${instead}`];
  });
  return [...wornOutWords(text, 'en'), ...wordy];
}

describe('The English of the interface', () => {
  for (const file of [stringFiles.bundle(), stringFiles.manifest()]) {
    it(`uses no worn-out words in ${file.split(/[\\/]/).at(-1)}`, async () => {
      const strings = Object.values(await readStrings(file));
      assert.deepEqual(
        strings.flatMap((text) => wordyIn(text).map((problem) => `"${text}" ${problem}`)),
        [],
      );
    });
  }

  it('is found out when it does', () => {
    assert.deepEqual(wordyIn('The run stands at round 3 and goes on. 2 rows were left out.'), [
      'says "stands at", and should say: is at',
      'says "goes on", and should say: continue, keep',
      'says "stands", and should say: is, means, belongs',
      'says "left out", and should say: hide, skip',
    ]);
  });
});
