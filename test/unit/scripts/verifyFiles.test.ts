import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lessonsIn, submissionsBelow } from '../../../scripts/verify/files';

describe('The files that are verified without a window', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'verify-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are the reports of a folder and of the folders below it, in the order of their paths', async () => {
    for (const name of [
      'b.md',
      'Ada Beispiel_7_assignsubmission_file_/report.md',
      'notes.txt',
      '.git/x.md',
    ]) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), 'text');
    }
    assert.deepEqual(
      (await submissionsBelow(folder)).map(({ path: file, student }) => [file, student?.id]),
      [
        ['Ada Beispiel_7_assignsubmission_file_/report.md', '7'],
        ['b.md', undefined],
      ],
    );
  });

  it('are judged by the lessons of the course and of other folders', async () => {
    const course = await lessonsIn(['lessons/en']);
    assert.ok(course.size >= 11);
    for (const [id, lesson] of course) {
      assert.equal(lesson.id, id);
    }
  });
});
