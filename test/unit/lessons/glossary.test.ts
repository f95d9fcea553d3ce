import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GLOSSARY_FILE } from '../../../src/lessons/courseFiles';
import { termsOf } from '../../../src/lessons/glossaryTable';
import { LESSON_LANGUAGES, type LessonLanguage } from '../../../src/lessons/lessonLanguage';

/** How many lessons the course has; a term belongs to one of them. */
const LESSONS = 14;

/** Letters by which a word is known in its other forms: memorization, memorised. */
const STEM = 6;

/** The English text of a lesson. */
function lessonText(number: number): string {
  const folder = path.join(process.cwd(), 'lessons', 'en');
  const name = readdirSync(folder).find((file) => file.startsWith(String(number).padStart(2, '0')));
  return readFileSync(path.join(folder, name ?? ''), 'utf8');
}

/** The text of a glossary; the tests run from the root of the repository. */
function glossaryText(language: LessonLanguage): string {
  return readFileSync(path.join(process.cwd(), 'lessons', language, GLOSSARY_FILE), 'utf8');
}

/** The rows of a glossary's only table, without its head. */
function rowsOf(language: LessonLanguage): string[][] {
  return glossaryText(language)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('The glossary', () => {
  for (const language of LESSON_LANGUAGES) {
    it(`has a term, its translation, a meaning and a lesson in each row (${language})`, () => {
      const rows = rowsOf(language);
      assert.ok(rows.length > 50);
      for (const row of rows) {
        assert.equal(row.length, 4, row.join(' | '));
        assert.ok(
          row.every((cell) => cell !== ''),
          row.join(' | '),
        );
        const lesson = Number(row[3]);
        assert.ok(Number.isInteger(lesson) && lesson >= 1 && lesson <= LESSONS, row.join(' | '));
      }
    });
  }

  it('has the same pairs of terms in both languages', () => {
    const english = rowsOf('en').map(([term, translation, , lesson]) => [term, translation, lesson]);
    const chinese = rowsOf('zh-cn').map(([term, translation, , lesson]) => [translation, term, lesson]);
    assert.deepEqual(chinese, english);
  });

  it('leads to a lesson that uses the word', () => {
    const stray = rowsOf('en').filter(([term = '', , , lesson = '']) => {
      const text = lessonText(Number(lesson)).toLowerCase();
      const words = term.toLowerCase().match(/[a-zé0-9]{2,}/g) ?? [];
      return !words.some((word) => text.includes(word.slice(0, STEM)));
    });
    assert.deepEqual(stray, []);
  });

  it('has no term twice', () => {
    const terms = rowsOf('en').map(([term]) => term);
    assert.equal(new Set(terms).size, terms.length);
  });

  it('explains in the language of its page', () => {
    const chinese = /\p{Script=Han}/u;
    assert.deepEqual(
      rowsOf('en').filter(([, , meaning = '']) => chinese.test(meaning)),
      [],
    );
    assert.deepEqual(
      rowsOf('zh-cn').filter(([, , meaning = '']) => !chinese.test(meaning)),
      [],
    );
  });

  it('gives the notes each term by all of its names, in the words of its language', () => {
    for (const [language, meaning] of [
      ['en', 'says how likely a sample is to be real'],
      ['zh-cn', '判断样本有多大可能是真的'],
    ] as const) {
      const terms = termsOf(glossaryText(language));
      assert.equal(terms.length, rowsOf(language).length);
      const inspector = terms.find(({ names }) => names.includes('inspector'));
      assert.deepEqual(
        inspector?.names.toSorted(),
        ['discriminator', 'inspector', '判别器', '鉴别器', '鉴定师'].toSorted(),
      );
      assert.equal(inspector?.meaning, meaning);
    }
  });

  it('has no name for two terms', () => {
    for (const language of LESSON_LANGUAGES) {
      const named = termsOf(glossaryText(language)).map(({ names }) => [...new Set(names)]);
      const names = named.flat();
      assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        [],
      );
    }
  });

  it('leaves out rows without a meaning', () => {
    assert.deepEqual(termsOf('# Terms\n\n| a | b | c | d |\n| - | - | - | - |\n| loss | 损失 |\n'), []);
  });
});
