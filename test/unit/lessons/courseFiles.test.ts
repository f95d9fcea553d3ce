import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GLOSSARY_FILE, readCourse } from '../../../src/lessons/courseFiles';
import type { LessonFile } from '../../../src/lessons/lessonFile';
import { folderOf } from './memoryFolder';
import { SAMPLE, sampleWith } from './sampleLesson';

const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

async function lessonsOf(files: Record<string, string | Uint8Array>, language = 'en') {
  const read = await readCourse(folderOf(files).read, language);
  assert.ok(read.ok);
  return read.value;
}

function errorOf(file: LessonFile | undefined) {
  return file?.parsed.diagnostics.find(({ severity }) => severity === 'error')?.message ?? '';
}

const WITHOUT_PICTURE = sampleWith('![A portrait](pictures/portrait.png)\n', '');

describe('The lessons of a folder', () => {
  it('come in the order of the index', async () => {
    const files = await lessonsOf({
      'index.json': '{ "en": ["2.md", "1.md"] }',
      'en/1.md': WITHOUT_PICTURE,
      'en/2.md': WITHOUT_PICTURE.replace('id: sample', 'id: other'),
    });
    assert.deepEqual(
      files.map(({ path: name, parsed }) => [name, parsed.lesson?.id]),
      [
        ['en/2.md', 'other'],
        ['en/1.md', 'sample'],
      ],
    );
  });

  for (const language of ['zh-cn', 'qps-ploc']) {
    it(`are each in ${language} where they were translated, else in English`, async () => {
      const files = await lessonsOf(
        {
          'index.json': `{ "en": ["1.md", "2.md"], "${language}": ["2.md"] }`,
          'en/1.md': WITHOUT_PICTURE,
          'en/2.md': WITHOUT_PICTURE.replace('id: sample', 'id: other'),
          [`${language}/2.md`]: WITHOUT_PICTURE.replace('id: sample', 'id: other'),
        },
        language,
      );
      assert.deepEqual(
        files.map(({ parsed }) => parsed.lesson?.language),
        ['en', language],
      );
    });
  }

  it('stay whole beside one that is broken and one that is missing', async () => {
    const files = await lessonsOf({
      'index.json': '{ "en": ["1.md", "2.md", "3.md"] }',
      'en/1.md': 'no lesson at all',
      'en/3.md': WITHOUT_PICTURE,
    });
    assert.match(errorOf(files[0]), /front matter/);
    assert.match(errorOf(files[1]), /no file en\/2\.md/);
    assert.equal(files[2]?.parsed.lesson?.id, 'sample');
  });

  it('carry their pictures along', async () => {
    const [file] = await lessonsOf({
      'index.json': '{ "en": ["1.md"] }',
      'en/1.md': SAMPLE,
      'en/pictures/portrait.png': PICTURE,
    });
    assert.deepEqual(file?.parsed.diagnostics, []);
    const html = file?.parsed.lesson?.steps[0]?.sections[0]?.html ?? '';
    const data = Buffer.from(PICTURE).toString('base64');
    assert.ok(html.includes(`<img src="data:image/png;base64,${data}" alt="A portrait">`), html);
  });

  it('are taught without a picture that is missing, with a warning at its place', async () => {
    const [file] = await lessonsOf({ 'index.json': '{ "en": ["1.md"] }', 'en/1.md': SAMPLE });
    assert.ok(file?.parsed.lesson);
    const [warning] = file.parsed.diagnostics;
    assert.equal(warning?.severity, 'warning');
    assert.match(warning.message, /pictures\/portrait\.png/);
    assert.match(SAMPLE.split('\n')[warning.line] ?? '', /portrait\.png/);
  });

  it('are taught without pictures that are too large together', async () => {
    const [file] = await lessonsOf({
      'index.json': '{ "en": ["1.md"] }',
      'en/1.md': SAMPLE,
      'en/pictures/portrait.png': new Uint8Array(17 * 1024 * 1024),
    });
    assert.ok(file?.parsed.lesson);
    assert.match(file.parsed.diagnostics[0]?.message ?? '', /at most 16 MB together/);
  });

  it('cannot be read without an index, which is told with what to do', async () => {
    for (const files of [{}, { 'index.json': 'no JSON' }, { 'index.json': '{ "en": "1.md" }' }]) {
      const read = await readCourse(folderOf(files).read, 'en');
      assert.ok(!read.ok);
      assert.match(read.problem.message, /list of lessons/);
      assert.notEqual(read.problem.next, '');
    }
  });
});

describe('The lessons that come with the extension', () => {
  const root = path.join(process.cwd(), 'lessons');

  it('are all in the index, and the index names no others', async () => {
    const index: unknown = JSON.parse(await readFile(path.join(root, 'index.json'), 'utf8'));
    const entries = await readdir(root, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const found = await Promise.all(
      folders.map(async (name) => {
        const files = await readdir(path.join(root, name));
        const lessons = files.filter((file) => file.endsWith('.md') && file !== GLOSSARY_FILE);
        return [name, lessons.toSorted()] as const;
      }),
    );
    assert.deepEqual(index, Object.fromEntries(found.filter(([, files]) => files.length > 0)));
  });

  for (const language of ['en', 'zh-cn'] as const) {
    it(`are read without a diagnostic in ${language}`, async () => {
      const read = await readCourse((name) => readFile(path.join(root, name)), language);
      assert.ok(read.ok);
      assert.ok(read.value.length > 0);
      for (const { path: name, parsed } of read.value) {
        assert.deepEqual(parsed.diagnostics, [], name);
      }
    });
  }

  it('are numbered from 1 on', async () => {
    const read = await readCourse((name) => readFile(path.join(root, name)), 'en');
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.map(({ parsed }) => parsed.lesson?.number),
      read.value.map((_, index) => index + 1),
    );
  });
});
