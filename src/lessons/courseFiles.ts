import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';
import { readLessonFile, type LessonFile, type ReadFile } from './lessonFile';
import { FALLBACK_LANGUAGE } from './lessonLanguage';

/**
 * `lessons/index.json`: the files of each language in the order of the course. Hosts that read extensions over HTTP
 * cannot list a folder.
 */
const IndexSchema = v.objectWithRest({ [FALLBACK_LANGUAGE]: v.array(v.string()) }, v.array(v.string()));

/** In the folder of each language, beside the lessons: their terms in all languages. It is no lesson. */
export const GLOSSARY_FILE = 'glossary.md';

/**
 * Reads all lessons of the course, each in the wanted language where it was translated, else in English. A file that
 * cannot be read has that as its diagnostic; the others are not affected.
 */
export async function readCourse(read: ReadFile, language: string): Promise<Result<LessonFile[]>> {
  const index = await readIndex(read);
  if (!index.ok) {
    return index;
  }
  const translated = new Set(index.value[language]);
  const files = index.value[FALLBACK_LANGUAGE].map((name) => {
    const spoken = translated.has(name) ? language : FALLBACK_LANGUAGE;
    return readLessonFile(read, `${spoken}/${name}`, { language: spoken });
  });
  return success(await Promise.all(files));
}

async function readIndex(read: ReadFile): Promise<Result<v.InferOutput<typeof IndexSchema>>> {
  try {
    const index: unknown = JSON.parse(new TextDecoder().decode(await read('index.json')));
    return success(v.parse(IndexSchema, index));
  } catch (error) {
    return failure(
      l10n.t('The list of lessons could not be read: {0}', describeError(error)),
      l10n.t('Install the extension again.'),
    );
  }
}
