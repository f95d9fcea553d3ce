import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { fileNameOf } from '../../../src/reports/reportFile';
import { studentOf, submissionOf, submissionsOfArchive } from '../../../src/reports/submissions';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('The files that a class hands in', () => {
  it('name their student as Moodle and Canvas do', () => {
    const names = {
      'Ada Beispiel_1234_assignsubmission_file_/report.md': { name: 'Ada Beispiel', id: '1234' },
      'Ada_Maria Beispiel_1234_assignsubmission_file/a/b.md': { name: 'Ada_Maria Beispiel', id: '1234' },
      'beispielada_1234_56789_report.md': { name: 'beispielada', id: '1234' },
      'beispielada_LATE_1234_56789_my report.md': { name: 'beispielada', id: '1234' },
      'group 3/report.md': { name: 'group 3', id: undefined },
      'report.md': undefined,
    };
    for (const [path, student] of Object.entries(names)) {
      assert.deepEqual(studentOf(path), student, path);
    }
  });

  it('are found in an archive at any depth, without what systems leave in it', () => {
    const archive = zipSync({
      'Ada Beispiel_1_assignsubmission_file_/report.md': bytes('a'),
      'x/y/z/deep.md': bytes('b'),
      'x/picture.png': bytes('c'),
      '__MACOSX/._report.md': bytes('d'),
    });
    const found = submissionsOfArchive('class.zip', archive);
    assert.deepEqual(
      found.map(({ path, student, text }) => [path, student?.name, text.ok && text.value]),
      [
        ['class.zip/Ada Beispiel_1_assignsubmission_file_/report.md', 'Ada Beispiel', 'a'],
        ['class.zip/x/y/z/deep.md', 'z', 'b'],
      ],
    );
  });

  it('are one row with the reason where an archive is damaged', () => {
    const [only, ...others] = submissionsOfArchive('class.zip', bytes('PK not a zip'));
    assert.equal(others.length, 0);
    assert.ok(only !== undefined && !only.text.ok);
    assert.match(only.text.problem.message, /cannot be read/);
  });

  it('are read in UTF-8 and in UTF-16', () => {
    const utf16 = Uint8Array.of(0xff, 0xfe, ...Buffer.from('é', 'utf16le'));
    for (const content of [bytes('é'), bytes('\uFEFFé'), utf16]) {
      const { text } = submissionOf('a.md', content);
      assert.ok(text.ok);
      assert.equal(text.value, 'é');
    }
  });
});

describe('The name of the file of a report', () => {
  it('keeps the letters of every script', () => {
    const names = {
      नमस्ते: 'नमस्ते',
      กิตติ: 'กิตติ',
      ['José'.normalize('NFD')]: 'José',
      '李 小龙': '李-小龙',
      '../a\\b:c': 'a-b-c',
      '…': 'report',
    };
    for (const [name, file] of Object.entries(names)) {
      assert.equal(fileNameOf(name), file);
    }
  });
});
