import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { GLOSSARY_FILE } from '../../src/lessons/courseFiles';
import { LESSON_LANGUAGES, type LessonLanguage } from '../../src/lessons/lessonLanguage';
import { parseLesson, type ParsedLesson } from '../../src/lessons/lessonParser';

/** A file of the course in one language. */
export interface CourseFile {
  readonly language: LessonLanguage;
  /** Without its folder; the same for a lesson and its translations. */
  readonly name: string;
  readonly parsed: ParsedLesson;
  /** Pictures that it shows and its folder does not have. */
  readonly missingImages: readonly string[];
}

/** All lessons of all languages, as they stand in a `lessons` folder. */
export interface CourseFolder {
  /** What `index.json` lists, by language. */
  readonly index: Readonly<Record<string, readonly string[]>>;
  /** The Markdown files that are there and should be lessons, by language. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** In the order of the index, one language after the other. */
  readonly files: readonly CourseFile[];
}

const IndexSchema = v.record(v.string(), v.array(v.string()));

/**
 * Reads a `lessons` folder.
 *
 * @throws when there is no index, or it lists a file that is not there
 */
export async function readCourse(root: string): Promise<CourseFolder> {
  const index = v.parse(IndexSchema, JSON.parse(await readFile(path.join(root, 'index.json'), 'utf8')));
  const found = Object.fromEntries(
    await Promise.all(
      LESSON_LANGUAGES.map(async (language) => {
        const names = await readdir(path.join(root, language));
        return [
          language,
          names.filter((name) => name.endsWith('.md') && name !== GLOSSARY_FILE).toSorted(),
        ] as const;
      }),
    ),
  );
  const files = await Promise.all(
    LESSON_LANGUAGES.flatMap((language) =>
      (index[language] ?? []).map((name) => readCourseFile(root, language, name)),
    ),
  );
  return { index, found, files };
}

async function readCourseFile(root: string, language: LessonLanguage, name: string): Promise<CourseFile> {
  const folder = path.join(root, language);
  const parsed = parseLesson(await readFile(path.join(folder, name), 'utf8'), { language });
  const images = await Promise.all(
    parsed.images.map(async (image) => ((await exists(path.join(folder, image.path))) ? [] : [image.path])),
  );
  return { language, name, parsed, missingImages: images.flat() };
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
