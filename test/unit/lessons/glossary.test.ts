import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GLOSSARY_FILE } from '../../../src/lessons/courseFiles';
import { LESSON_LANGUAGES, type LessonLanguage } from '../../../src/lessons/lessonLanguage';

/** How many lessons the course has; a term belongs to one of them. */
const LESSONS = 11;

/** Letters by which a word is known in its other forms: memorization, memorised. */
const STEM = 6;

/** The English text of a lesson. */
function lessonText(number: number): string {
  const folder = path.join(process.cwd(), 'lessons', 'en');
  const name = readdirSync(folder).find((file) => file.startsWith(String(number).padStart(2, '0')));
  return readFileSync(path.join(folder, name ?? ''), 'utf8');
}

/** The rows of a glossary's only table, without its head; the tests run from the root of the repository. */
function rowsOf(language: LessonLanguage): string[][] {
  const text = readFileSync(path.join(process.cwd(), 'lessons', language, GLOSSARY_FILE), 'utf8');
  return text
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
});
