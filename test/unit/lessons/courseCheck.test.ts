import assert from 'node:assert/strict';
import { checkCourse } from '../../../scripts/lessons/checkCourse';
import { readCourse, type CourseFolder } from '../../../scripts/lessons/readCourse';
import type { LessonLanguage } from '../../../src/lessons/lessonLanguage';
import { parseLesson } from '../../../src/lessons/lessonParser';
import { SAMPLE } from './sampleLesson';

/** Words of the sample in another language, as far as a test has to see that they are other words. */
const TRANSLATED = SAMPLE.replaceAll(
  /\b(?:The|She|He|Two|Five|Change|Welcome|It|More|One|Try|What|A|They|Inline|Be|Your)\b(?!\/)/g,
  '译',
)
  .replace('Shows all that a lesson can have', '展示一切')
  .replace('label: 译 step', 'label: 一步')
  .replace('his word on an original', '真品的概率')
  .replaceAll('译 faster', '更快');

/** A course with the sample as its third lesson, after two that it speaks of. */
function courseWith(change: { english?: string; chinese?: string } = {}): CourseFolder {
  const other = (id: string, number: number) =>
    `---\nid: ${id}\nnumber: ${number}\ntitle: T\nsummary: S\nlevel: beginner\nminutes: 1\n---\n## S\n<!-- step: { id: repair } -->\n`;
  const texts: Record<LessonLanguage, readonly string[]> = {
    en: [other('forger-and-inspector', 1), other('inspector-learns', 2), change.english ?? SAMPLE],
    'zh-cn': [other('forger-and-inspector', 1), other('inspector-learns', 2), change.chinese ?? TRANSLATED],
  };
  const names = ['1.md', '2.md', '3.md', '4.md'];
  const collapse = other('mode-collapse', 4);
  const languages: readonly LessonLanguage[] = ['en', 'zh-cn'];
  return {
    index: { en: names, 'zh-cn': names },
    found: { en: names, 'zh-cn': names },
    files: languages.flatMap((language) =>
      [...texts[language], collapse].map((text, index) => ({
        language,
        name: names[index] ?? '',
        parsed: parseLesson(text, { language }),
        missingImages: [],
      })),
    ),
  };
}

/** What is wrong with a course in which one piece of the sample is another, in one of the languages or both. */
function problems(
  piece: string,
  replacement: string,
  where: 'english' | 'chinese' | 'both' = 'both',
): string[] {
  const change = (text: string) => {
    assert.ok(text.includes(piece), piece);
    return text.replace(piece, () => replacement);
  };
  return checkCourse(
    courseWith({
      ...(where === 'chinese' ? {} : { english: change(SAMPLE) }),
      ...(where === 'english' ? {} : { chinese: change(TRANSLATED) }),
    }),
  );
}

describe('The check of the course', () => {
  it('finds nothing in a sound course', () => {
    assert.deepEqual(checkCourse(courseWith()), []);
  });

  it('finds a number that the languages do not share, and lets small ones be words', () => {
    const told = (number: string) => problems('译', `${number} 译`, 'chinese').join();
    assert.match(told('0.75'), /has the numbers 0\.75 where the English text has none/);
    assert.equal(told('5'), '');
  });

  it('finds what the parser finds, also mere warnings, with the line', () => {
    assert.match(
      problems('[A portrait]', '[]', 'english').join(),
      /^en\/3\.md:\d+:\d+: Say in the brackets|^en\/3\.md: \d+:\d+: Say/,
    );
  });

  it('finds links to lessons, steps and sections that are not there', () => {
    assert.match(
      problems('lesson:mode-collapse#', 'lesson:mode-colapse#').join(),
      /no lesson "mode-colapse".*"mode-collapse"/,
    );
    assert.match(
      problems('mode-collapse#repair', 'mode-collapse#repairs').join(),
      /no step or section "repairs"/,
    );
    assert.match(problems('from: inspector-learns', 'from: other').join(), /no lesson "other"/);
    assert.match(
      problems('[forger-and-inspector]', '[mode-collapse]').join(),
      /"mode-collapse" does not come before/,
    );
  });

  it('finds pictures that are not there', () => {
    const course = courseWith();
    const files = course.files.map((file) => ({ ...file, missingImages: ['a.png'] }));
    assert.match(checkCourse({ ...course, files }).join(), /en\/3\.md: there is no picture a\.png/);
  });

  for (const [what, piece, replacement] of [
    ['ids', 'id: the-end', 'id: an-end'],
    ['moments', 'fromRound: 1', 'fromRound: 2'],
    ['right answers', '- [ ] The latent', '- [x] The latent'],
    ['numbers', 'answer: 1.386', 'answer: 1.387'],
    ['runs', 'run: { data: digits, seed: 7 }', 'run: { data: digits, seed: 8 }'],
    ['goals', 'value: 5', 'value: 6'],
    ['changes to try', 'generatorSteps: 1', 'generatorSteps: 2'],
    ['locked hyperparameters', 'lock: [seed]', 'lock: []'],
    ['lists', '- first\n- second\n', ''],
    ['formulas', '$D(x)$', 'D(x)'],
    ['links within the course', '(#the-cast)', '(#the-end)'],
  ] as const) {
    it(`finds languages that differ in their ${what}`, () => {
      const chinese = piece.replace('The latent', '译 latent');
      const found = problems(chinese, replacement.replace('The latent', '译 latent'), 'chinese');
      assert.match(found.join(), /zh-cn\/3\.md: it is built differently from the one in en: /);
    });
  }

  it('finds sections that one language lacks, or has beyond the other', () => {
    const section = SAMPLE.slice(SAMPLE.indexOf('### Be the'));
    const chinese = TRANSLATED.slice(TRANSLATED.indexOf('### 译 the inspector\n<!-- activity'));
    assert.match(problems(section, '', 'english').join(), /is too much/);
    assert.match(problems(chinese, '', 'chinese').join(), /is missing/);
  });

  it('finds texts that are not translated, and Chinese in English', () => {
    assert.match(
      checkCourse(courseWith({ chinese: SAMPLE })).join(),
      /zh-cn\/3\.md: .*html is not translated/,
    );
    assert.match(problems('One at a time', '一次一个', 'english').join(), /has Chinese characters/);
  });

  it('finds marks that would be shown as they stand', () => {
    assert.match(problems('Your turn.', 'Your **turn .', 'english').join(), /shows "\*\*"/);
    assert.match(problems('- first', '- [ ] first').join(), /shows "\[ \]"/);
  });

  it('finds lists that are not complete', () => {
    const course = courseWith();
    const found = { ...course.found, en: ['1.md', '2.md', '3.md', '4.md', '5.md'] };
    assert.match(checkCourse({ ...course, found }).join(), /index\.json: "en" does not list 5\.md/);
    const index = { ...course.index, 'zh-cn': ['1.md'] };
    assert.match(checkCourse({ ...course, index }).join(), /index\.json: "zh-cn" does not list the same/);
  });

  it('finds numbers that are not the places in the list', () => {
    assert.match(problems('number: 3', 'number: 5').join(), /its number is 5, but its place in the list 3/);
  });
});

describe('The lessons that come with the extension', () => {
  it('have no fault that the check of the course could find', async () => {
    assert.deepEqual(checkCourse(await readCourse('lessons')), []);
  });
});
