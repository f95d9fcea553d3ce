import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { languageOf } from '../../src/lessons/lessonLanguage';
import { parseLesson } from '../../src/lessons/lessonParser';
import {
  ARCHIVE_ENDING,
  isReportPath,
  LARGEST_ARCHIVE,
  MOST_SUBMISSIONS,
  submissionOf,
  submissionsOfArchive,
  unreadableSubmission,
  type Submission,
} from '../../src/reports/submissions';
import type { Lesson } from '../../src/shared/domain/lesson';

/**
 * The reports in a folder, in the folders below it and in its archives, in the order of their paths.
 *
 * @throws when the folder cannot be read
 */
export async function submissionsBelow(folder: string): Promise<Submission[]> {
  const found: Submission[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    const isArchive = name.toLowerCase().endsWith(ARCHIVE_ENDING);
    if (found.length >= MOST_SUBMISSIONS || (!isArchive && !isReportPath(name))) {
      continue;
    }
    if ((await stat(file)).size > LARGEST_ARCHIVE) {
      found.push(unreadableSubmission(name, 'it is too large'));
      continue;
    }
    const bytes = await readFile(file);
    found.push(...(isArchive ? submissionsOfArchive(name, bytes) : [submissionOf(name, bytes)]));
  }
  return found.slice(0, MOST_SUBMISSIONS);
}

/**
 * The lessons in the Markdown files of some folders, by id; of two with one id the first.
 *
 * @throws when a folder cannot be read
 */
export async function lessonsIn(folders: readonly string[]): Promise<Map<string, Lesson>> {
  const lessons = new Map<string, Lesson>();
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md')).toSorted()) {
      const text = await readFile(path.join(folder, name), 'utf8');
      const { lesson } = parseLesson(text, { language: languageOf(text) });
      if (lesson !== undefined && !lessons.has(lesson.id)) {
        lessons.set(lesson.id, lesson);
      }
    }
  }
  return lessons;
}
