import assert from 'node:assert/strict';
import { checkCourseLinks, courseOf } from '../../../src/lessons/courseLinks';
import { readFolder } from '../../../src/lessons/folderFiles';
import { MOST_DIAGNOSTICS } from '../../../src/lessons/lessonDiagnostics';
import { readLessonFile } from '../../../src/lessons/lessonFile';
import { LONGEST_LESSON, parseLesson } from '../../../src/lessons/lessonParser';
import { folderOf } from './memoryFolder';
import { SAMPLE } from './sampleLesson';

const HEAD = SAMPLE.slice(0, SAMPLE.indexOf('## The cast'));

/** A lesson as long as may be, made of the pieces. */
function longest(piece: (index: number) => string): string {
  let text = HEAD;
  for (let index = 0; text.length < LONGEST_LESSON - 5000; index += 1) {
    text += piece(index);
  }
  return text;
}

const SLOW_TO_READ: Readonly<Record<string, string>> = {
  'openings of pictures': longest(() => '!['),
  'openings of pictures in paragraphs': longest(() => `${'!['.repeat(1900)}\n\n`),
  aliases: longest((i) => `## S\n<!-- step: { id: a${i}, hide: [&a seed${',*a'.repeat(1200)}] } -->\n`),
  'values that are none': longest(
    (i) => `## S\n<!-- step: { id: a${i}, hide: [${'{a: [b]},'.repeat(440)}] } -->\n`,
  ),
  'equal sections': longest(() => '### a\n<!-- passage: { id: a } -->\n'),
  'wrong links beside many ids': longest((i) =>
    i < 600 ? `## S\n<!-- step: { id: step-number-${i} } -->\n` : `[a](#b${i})\n\n`,
  ),
  'goals without experiments': longest(
    (i) =>
      `### a\n<!-- goal: { id: g${i}, when: [{ measure: miniFid, is: below, value: 1 }], at: 9, experiment: x${i} } -->\n`,
  ),
  'macros that never end': longest(() => '$\\def\\a{\\a\\a}\\a$\n\n'),
  'line ends': '\r'.repeat(5_000_000),
};

describe('A lesson that was made to be slow', () => {
  for (const [name, text] of Object.entries(SLOW_TO_READ)) {
    it(`of ${name} is answered in little time, and in few words`, () => {
      parseLesson(text, { language: 'en' });
      const began = process.cpuUsage();
      const { lesson, diagnostics } = parseLesson(text, { language: 'en' });
      const { user, system } = process.cpuUsage(began);
      assert.equal(lesson, undefined);
      assert.ok(diagnostics.length <= MOST_DIAGNOSTICS + 1, `${diagnostics.length} diagnostics`);
      const characters = diagnostics.reduce((sum, { message }) => sum + message.length, 0);
      assert.ok(characters < 100_000, `${characters} characters`);
      assert.ok((user + system) / 1000 < 600, `${(user + system) / 1000} ms of processor time`);
    });
  }

  it('says how many problems it does not list', () => {
    const { diagnostics } = parseLesson(
      longest(() => '# a\n'),
      { language: 'en' },
    );
    assert.match(diagnostics.at(-1)?.message ?? '', /^There are \d+ more problems in this file\.$/);
  });

  it('names some of many ids that a link could have', () => {
    const { diagnostics } = parseLesson(SLOW_TO_READ['wrong links beside many ids'] ?? '', {
      language: 'en',
    });
    assert.ok(diagnostics.every(({ message }) => message.length < 1000));
    assert.match(diagnostics[0]?.message ?? '', /and \d+ others\./);
  });

  it('of links to other lessons is answered with the first of them', () => {
    const parsed = parseLesson(`${SAMPLE}\n${'[a](lesson:none)\n\n'.repeat(3000)}`, { language: 'en' });
    assert.equal(checkCourseLinks(parsed, courseOf([])).length, MOST_DIAGNOSTICS);
  });
});

describe('The pictures of lessons', () => {
  const picture = new Uint8Array(4 * 2 ** 20);
  const withPictures = (id: string, count: number): string =>
    `${SAMPLE.replace(/^id: .*$/m, `id: ${id}`)}\n${'![a](x.png)\n\n'.repeat(count)}`;

  it('count as often as they are shown', async () => {
    const read = folderOf({ 'a.md': withPictures('a', 80), 'x.png': picture }).read;
    const { parsed } = await readLessonFile(read, 'a.md', { language: 'en' });
    assert.ok(parsed.lesson);
    assert.match(parsed.diagnostics.at(-1)?.message ?? '', /at most 16 MB together/);
    assert.ok(JSON.stringify(parsed.lesson).length < 1_000_000);
  });

  it('of all lessons of a folder are bounded together', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `a${index}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.md`, withPictures(name, 1)]));
    const lessons = await readFolder(folderOf({ ...files, 'x.png': picture }), 'en');
    const illustrated = lessons.filter(({ parsed }) => JSON.stringify(parsed.lesson).includes('base64'));
    assert.equal(illustrated.length, 16);
  });
});

describe('The encoding of a lesson', () => {
  const chinese = SAMPLE.replace(/^title: .*$/m, 'title: 伪造者与鉴定师');
  const reading = (bytes: Uint8Array) => readLessonFile(async () => bytes, 'a.md', { language: 'zh-cn' });

  it('is UTF-8, or what its byte order mark says', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${chinese}`, 'utf16le'));
    const swapped = new Uint8Array(Buffer.from(`\uFEFF${chinese}`, 'utf16le').swap16());
    for (const bytes of [new TextEncoder().encode(chinese), utf16, swapped]) {
      assert.equal((await reading(bytes)).parsed.lesson?.title, '伪造者与鉴定师');
    }
  });

  it('is asked for where the editor knows it', async () => {
    const { parsed } = await readLessonFile(async () => Uint8Array.of(1), 'a.md', {
      decode: async () => chinese,
    });
    assert.equal(parsed.lesson?.title, '伪造者与鉴定师');
  });

  it('is refused with its reason where the bytes are no such text', async () => {
    const gbk = Uint8Array.of(...new TextEncoder().encode(SAMPLE), 0xce, 0xb1, 0xd4, 0xec);
    const latin1 = Uint8Array.of(...new TextEncoder().encode(SAMPLE), 0xe9);
    const unmarked = new Uint8Array(Buffer.from(SAMPLE, 'utf16le'));
    for (const bytes of [gbk, latin1, unmarked]) {
      const { parsed } = await reading(bytes);
      assert.equal(parsed.lesson, undefined);
      assert.match(parsed.diagnostics[0]?.message ?? '', /not text in UTF-8/);
    }
  });
});

describe('A slip of an author', () => {
  const messages = (text: string): string[] =>
    parseLesson(text, { language: 'en' }).diagnostics.map(({ line, message }) => `${line + 1}: ${message}`);

  it('is told where front matter is indented', () => {
    assert.match(messages(SAMPLE.replace(/^level:/m, '  level:'))[0] ?? '', /This line is indented/);
  });

  it('is told where YAML cuts a title', () => {
    const text = SAMPLE.replace(/^title: .*$/m, 'title: Lesson #1 GANs');
    assert.match(messages(text)[0] ?? '', /What follows "#" is not read/);
    assert.equal(messages(SAMPLE.replace(/^title: .*$/m, 'title: "Lesson #1 GANs"')).length, 0);
  });

  it('is told where a run would take days, or a title fills the screen', () => {
    const goal = (at: number): string =>
      `${SAMPLE}\n### Far\n<!-- goal: { id: far, when: [{ measure: miniFid, is: below, value: 1 }], at: ${at} } -->\nx\n`;
    assert.match(messages(goal(1_000_000)).join(), /at most 100000 rounds, not 1000000/);
    assert.match(messages(SAMPLE.replace(/^title: .*$/m, `title: ${'x'.repeat(400)}`)).join(), /too long/);
  });

  it('is told where a link has a blank', () => {
    assert.match(messages(`${SAMPLE}\n![x](my pic.png)\n`).join(), /A link cannot contain a blank/);
  });

  it('is no slip where only the first line ends with a blank', () => {
    assert.deepEqual(messages(SAMPLE.replace('---\n', '--- \n')), []);
  });
});
