import * as l10n from '@vscode/l10n';

import assert from 'node:assert/strict';
import {
  TRANSLATIONS,
  exportStrings,
  readSources,
  readStrings,
  stringFiles,
} from '../../../scripts/l10nStrings';
import { counted, pluralCategories } from '../../../src/shared/words/counted';

/** The exporter parses every file; that takes two seconds, and many times more while the machine is busy. */
const EXPORT_TIMEOUT_MS = 120_000;

const PICTURES = '1 picture | {0} pictures';

/** What a person reads of so many pictures. */
function pictures(count: number): string {
  return counted(count, l10n.t('1 picture | {0} pictures', count));
}

describe('A message that counts something', () => {
  afterEach(() => l10n.config({ contents: {} }));

  it('has a form for one and another for more in English', () => {
    assert.deepEqual([0, 1, 2].map(pictures), ['0 pictures', '1 picture', '2 pictures']);
  });

  it('has as many forms as its language', () => {
    l10n.config({
      contents: { en: 'pl', [PICTURES]: '{0} obraz | {0} obrazy | {0} obrazów | {0} obrazu' },
    });
    assert.deepEqual([1, 2, 5, 22].map(pictures), ['1 obraz', '2 obrazy', '5 obrazów', '22 obrazy']);
    l10n.config({ contents: { en: 'zh-cn', [PICTURES]: '{0} 幅画' } });
    assert.deepEqual([1, 2].map(pictures), ['1 幅画', '2 幅画']);
  });

  it('is in English where its translation is missing', () => {
    l10n.config({ contents: { en: 'pl' } });
    assert.equal(pictures(1), '1 picture');
    assert.equal(pictures(22), '22 pictures');
  });
});

describe('The messages that count something', () => {
  it('have the forms of their language, in each', async function () {
    this.timeout(EXPORT_TIMEOUT_MS);
    const bundles = new Map([['en', await exportStrings(await readSources())]]);
    for (const language of TRANSLATIONS) {
      bundles.set(language, await readStrings(stringFiles.bundle(language)));
    }
    const [keys = []] = [...bundles.values()].map((strings) =>
      Object.keys(strings).filter((key) => key.includes(' | ')),
    );
    assert.ok(keys.length > 0);
    for (const [language, strings] of bundles) {
      const wrong = keys.filter(
        (key) => strings[key]?.split(' | ').length !== pluralCategories(language).length,
      );
      assert.deepEqual(wrong, [], language);
    }
  });
});
