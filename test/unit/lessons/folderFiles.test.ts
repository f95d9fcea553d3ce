import assert from 'node:assert/strict';
import { readFolder } from '../../../src/lessons/folderFiles';
import { refuseDuplicates } from '../../../src/lessons/uniqueLessons';
import type { LessonLanguage } from '../../../src/lessons/lessonLanguage';
import { folderOf } from './memoryFolder';
import { SAMPLE, sampleWith } from './sampleLesson';

const PLAIN = sampleWith('![A portrait](pictures/portrait.png)\n', '');

async function pathsOf(files: Record<string, string>, language: LessonLanguage = 'en'): Promise<string[]> {
  return (await readFolder(folderOf(files), language)).map(({ path }) => path);
}

describe('Lessons of one’s own', () => {
  it('come in the order of their names, with numbers as numbers', async () => {
    assert.deepEqual(await pathsOf({ '10.md': PLAIN, '2.md': PLAIN, 'notes.txt': '' }), ['2.md', '10.md']);
  });

  it('come in the order of their numbers, and those that cannot be read at the end', async () => {
    const second = PLAIN.replace('number: 3', 'number: 2');
    assert.deepEqual(await pathsOf({ '1.md': 'broken', '2.md': PLAIN, '3.md': second }), [
      '3.md',
      '2.md',
      '1.md',
    ]);
  });

  it('are none where there is no folder', async () => {
    assert.deepEqual(await pathsOf({}), []);
  });

  it('stand in the folder itself, or in folders of languages', async () => {
    const files = { '1.md': PLAIN, 'en/2.md': PLAIN, 'zh-cn/3.md': PLAIN };
    assert.deepEqual(await pathsOf(files), ['1.md', 'en/2.md', 'zh-cn/3.md']);
  });

  it('are read in the wanted language, else as they stand in the folder, else in English', async () => {
    const files = {
      '1.md': PLAIN,
      'en/1.md': PLAIN,
      'zh-cn/1.md': PLAIN,
      '2.md': PLAIN,
      'en/2.md': PLAIN,
      'en/3.md': PLAIN,
    };
    assert.deepEqual(await pathsOf(files, 'zh-cn'), ['zh-cn/1.md', '2.md', 'en/3.md']);
    assert.deepEqual(await pathsOf(files, 'en'), ['en/1.md', 'en/2.md', 'en/3.md']);
  });

  it('are of the language that their folder says, or else their text', async () => {
    const chinese = PLAIN.replace('title: A sample', 'title: 样例');
    const files = await readFolder(
      folderOf({ '1.md': PLAIN, '2.md': chinese, 'zh-cn/3.md': PLAIN }),
      'zh-cn',
    );
    assert.deepEqual(
      files.map(({ parsed }) => parsed.lesson?.language),
      ['en', 'zh-cn', 'zh-cn'],
    );
  });

  it('show pictures that lie beside them', async () => {
    const picture = Uint8Array.of(1, 2, 3);
    const [beside] = await readFolder(folderOf({ '1.md': SAMPLE, 'pictures/portrait.png': picture }), 'en');
    assert.deepEqual(beside?.parsed.diagnostics, []);
    const [without] = await readFolder(folderOf({ 'en/1.md': SAMPLE }), 'en');
    assert.match(without?.parsed.diagnostics[0]?.message ?? '', /no file en\/pictures\/portrait\.png/);
  });

  it('share their pictures with those in other languages', async () => {
    const picture = Uint8Array.of(1, 2, 3);
    for (const place of ['', 'en/', 'zh-cn/']) {
      const files = { 'zh-cn/1.md': SAMPLE, [`${place}pictures/portrait.png`]: picture };
      const [file] = await readFolder(folderOf(files), 'zh-cn');
      assert.deepEqual(file?.parsed.diagnostics, [], place);
    }
  });

  it('stay whole before one that is broken and tells no number', async () => {
    const files = await readFolder(folderOf({ '1.md': 'no lesson', '2.md': PLAIN }), 'en');
    assert.deepEqual(
      files.map(({ parsed }) => parsed.lesson?.id),
      ['sample', undefined],
    );
  });
});

describe('Two lessons with the same id', () => {
  const found = async (origin: 'course' | 'workspace') => {
    const [file] = await readFolder(folderOf({ '1.md': PLAIN }), 'en');
    return {
      ...(file ?? assert.fail()),
      origin: origin === 'course' ? { kind: origin } : { kind: origin, folder: 'f' },
    } as const;
  };

  it('are not both taught: the later one names the earlier', async () => {
    const lessons = refuseDuplicates([await found('workspace'), await found('workspace')]);
    assert.deepEqual(
      lessons.map(({ parsed }) => parsed.lesson?.id),
      ['sample', undefined],
    );
    assert.match(lessons[1]?.parsed.diagnostics[0]?.message ?? '', /"1\.md" has the id "sample" already/);
  });

  it('leave the course its own', async () => {
    const [, refused] = refuseDuplicates([await found('course'), await found('workspace')]);
    assert.match(
      refused?.parsed.diagnostics[0]?.message ?? '',
      /"A sample" of the course has the id "sample"/,
    );
  });
});
