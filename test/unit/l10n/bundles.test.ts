import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  TRANSLATIONS,
  compareStrings,
  exportStrings,
  readSources,
  readStrings,
  stringFiles,
  type Source,
  type Strings,
} from '../../../scripts/l10nStrings';
import { inRepository } from '../../vscode/repository';

/** What to do when one of these tests finds something. */
const REMEDY =
  'Run "npm run l10n"; it brings the English bundle up to date and lists what is to be translated.';

/** The exporter parses every file; that takes two seconds, and many times more while the machine is busy. */
const EXPORT_TIMEOUT_MS = 120_000;

const nothing = { missing: [], stale: [], broken: [] };

/** Names, units and signs, which are the same in every language, and the tag of the language. */
const UNIVERSAL = /GAN Lessons|Adam|Leaky ReLU|Wasserstein|mini-FID|Shift|Esc|Home|End|^zh-cn$/g;

/** What follows `l10n.t(` where the exporter can read the sentence: one whole literal, alone or as `message`. */
const READABLE = /^\s*(?:(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\s*[,)]|\{\s*message:\s*['"])/;

function unreadableCalls({ name, text }: Source): string[] {
  return [...text.matchAll(/\bl10n\.t\(/g)].flatMap(({ index, 0: call }) => {
    const rest = text.slice(index + call.length);
    return READABLE.test(rest) ? [] : [`${name}: ${call}${rest.slice(0, 60)}`];
  });
}

describe('The strings of the user interface', () => {
  let sources: Source[];
  let english: Strings;

  before(async function () {
    this.timeout(EXPORT_TIMEOUT_MS);
    sources = await readSources();
    english = await exportStrings(sources);
  });

  it('are given to l10n.t as literals, so that they can be exported', () => {
    assert.deepEqual(sources.flatMap(unreadableCalls), []);
  });

  it('are refused where a call builds its sentence', () => {
    const calls = ['l10n.t(word)', "l10n.t('a' + 'b')", 'l10n.t(`a ${b}`)', "l10n.t(c ? 'a' : 'b')"];
    const found = calls.flatMap((text) => unreadableCalls({ name: 'a.ts', text }));
    assert.deepEqual(
      found,
      calls.map((call) => `a.ts: ${call}`),
    );
    for (const text of [
      "l10n.t('It\\'s {0}', a)",
      'l10n.t(\n  "a",\n)',
      "l10n.t({ message: 'a', comment: [] })",
    ]) {
      assert.deepEqual(unreadableCalls({ name: 'a.ts', text }), []);
    }
  });

  it('come from the library by the one name that the exporter knows', () => {
    const imports = sources.flatMap(({ name, text }) =>
      text.split('\n').flatMap((line) => (line.includes("'@vscode/l10n'") ? [`${name}: ${line}`] : [])),
    );
    assert.ok(imports.length > 0);
    assert.deepEqual(
      imports.filter((line) => !line.endsWith("import * as l10n from '@vscode/l10n';")),
      [],
    );
  });

  it('are all exported, also those of TSX', () => {
    const panel = sources.find(({ name }) => name.endsWith('stage/Museum.tsx'));
    assert.match(panel?.text ?? '', /l10n\.t\('No peeking'\)/);
    assert.equal(english['No peeking'], 'No peeking');
  });

  it('stand in the English bundle, and nothing else', async () => {
    assert.deepEqual(
      compareStrings(english, await readStrings(stringFiles.bundle())),
      nothing,
      `${REMEDY} The English bundle differs from the code.`,
    );
  });

  for (const language of TRANSLATIONS) {
    it(`are all translated to ${language}, with their placeholders and marks`, async () => {
      const translated = await readStrings(stringFiles.bundle(language));
      assert.deepEqual(compareStrings(english, translated), nothing, REMEDY);
    });
  }
});

describe('The strings of package.json', () => {
  it('are all in package.nls.json, and nothing else', async () => {
    const manifest = await readFile(inRepository('package.json'), 'utf8');
    const asked = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    const known = Object.keys(await readStrings(stringFiles.manifest()));
    assert.deepEqual([...new Set(asked)].toSorted(), known.toSorted());
  });

  for (const language of TRANSLATIONS) {
    it(`are all translated to ${language}`, async () => {
      const english = await readStrings(stringFiles.manifest());
      assert.deepEqual(compareStrings(english, await readStrings(stringFiles.manifest(language))), nothing);
    });
  }
});

describe('The Simplified Chinese strings', () => {
  let chinese: [key: string, translation: string][];

  before(async () => {
    const files = [stringFiles.bundle('zh-cn'), stringFiles.manifest('zh-cn')];
    chinese = (await Promise.all(files.map(readStrings))).flatMap(Object.entries);
  });

  it('are in Chinese wherever there are words', () => {
    const stillEnglish = chinese.filter(
      ([, text]) => /\p{Letter}{2}/u.test(text.replace(UNIVERSAL, '')) && !/\p{Script=Han}/u.test(text),
    );
    assert.deepEqual(stillEnglish, []);
  });

  it('have Chinese punctuation after Chinese characters', () => {
    assert.deepEqual(
      chinese.filter(([, text]) => /\p{Script=Han}[,;:?!()"]|\p{Script=Han}\.(?!\.)/u.test(text)),
      [],
    );
  });

  it('keep a space between Chinese characters and a number', () => {
    assert.deepEqual(
      chinese.filter(([, text]) => /\p{Script=Han}\d|\d\p{Script=Han}/u.test(text)),
      [],
    );
  });

  it('use one word for each term of the lessons', () => {
    const avoided = /鉴别器|发电机|模式坍塌|模型坍塌|反卷积|鹅/;
    assert.deepEqual(
      chinese.filter(([, text]) => avoided.test(text)),
      [],
    );
  });
});

describe('The comparison of a translation with the English', () => {
  const english = { 'Round {0}': 'Round {0}', 'So **bold**!': 'So **bold**!' };

  it('finds a sentence that was added without a translation', () => {
    const translated = { 'Round {0}': '第 {0} 轮' };
    assert.deepEqual(compareStrings(english, translated), { ...nothing, missing: ['So **bold**!'] });
  });

  it('finds a translation whose sentence is gone', () => {
    const translated = { 'Round {0}': '第 {0} 轮', 'So **bold**!': '真**大胆**！', 'Lap {0}': '第 {0} 圈' };
    assert.deepEqual(compareStrings(english, translated), { ...nothing, stale: ['Lap {0}'] });
  });

  it('finds a placeholder that was lost, renumbered or added, and lost emphasis', () => {
    for (const round of ['第轮', '第 {1} 轮', '第 {0} 轮 {1}']) {
      const translated = { 'Round {0}': round, 'So **bold**!': '真大胆！' };
      assert.deepEqual(compareStrings(english, translated), {
        ...nothing,
        broken: ['Round {0}', 'So **bold**!'],
      });
    }
  });

  it('lets a translation repeat a placeholder or change the order', () => {
    const pair = { '{0} of {1}': '{0} of {1}', 'all {0}': 'all {0}' };
    assert.deepEqual(compareStrings(pair, { '{0} of {1}': '{1} 中的 {0}', 'all {0}': '{0} / {0}' }), nothing);
  });

  it('finds a link to a command that was changed', () => {
    const pair = { welcome: '[Start](command:ganLessons.startLesson)' };
    const translated = { welcome: '[开始](command:ganLessons.start)' };
    assert.deepEqual(compareStrings(pair, translated), { ...nothing, broken: ['welcome'] });
  });
});

describe('The export of strings', () => {
  it('reads calls in TypeScript and TSX, also over several lines and with quotation marks', async () => {
    const library = "import * as l10n from '@vscode/l10n';\n";
    const strings = await exportStrings([
      { name: 'a.ts', text: `${library}export const a = () => l10n.t(\n  'It\\'s {0}.',\n  1,\n);` },
      {
        name: 'b.tsx',
        text: `${library}export const B = () => <p title={l10n.t("So")}>{l10n.t('Here')}</p>;`,
      },
    ]);
    assert.deepEqual(strings, { Here: 'Here', "It's {0}.": "It's {0}.", So: 'So' });
  });

  it('reads escaped characters as the program does', async () => {
    const text = "import * as l10n from '@vscode/l10n';\nexport const a = () => l10n.t('{0}\\u202f%', 1);";
    assert.deepEqual(Object.keys(await exportStrings([{ name: 'a.ts', text }])), ['{0}\u202f%']);
  });
});
