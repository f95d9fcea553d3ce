import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';
import type { LessonDiagnostic } from './lessonDiagnostics';
import { FALLBACK_LANGUAGE, type LessonLanguage } from './lessonLanguage';
import { extensionOf, IMAGE_TYPES } from './lessonLinks';
import type { LessonImage, ParsedLesson } from './lessonParser';

/**
 * Reads a file of the `lessons` folder.
 *
 * @param path relative to the folder, with "/"
 * @throws anything when there is no such file
 */
export type ReadFile = (path: string) => PromiseLike<Uint8Array>;

/**
 * `lessons/index.json`: the files of each language in the order of the course. Hosts that read extensions over HTTP
 * cannot list a folder.
 */
const IndexSchema = v.object({
  en: v.array(v.string()),
  'zh-cn': v.optional(v.array(v.string()), []),
});

/** A file of the course: where it is and what was found in it. */
export interface LessonFile {
  /** Relative to the `lessons` folder. */
  readonly path: string;
  readonly language: LessonLanguage;
  readonly parsed: ParsedLesson;
}

/**
 * Reads all lessons of the course, each in the wanted language where it was translated, else in English. A file that
 * cannot be read has that as its diagnostic; the others are not affected.
 */
export async function readLessons(read: ReadFile, language: LessonLanguage): Promise<Result<LessonFile[]>> {
  const index = await readIndex(read);
  if (!index.ok) {
    return index;
  }
  const translated = new Set(index.value[language]);
  const files = await Promise.all(
    index.value[FALLBACK_LANGUAGE].map((name) =>
      readLesson(read, name, translated.has(name) ? language : FALLBACK_LANGUAGE),
    ),
  );
  return success(withoutDuplicates(files));
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

async function readLesson(read: ReadFile, name: string, language: LessonLanguage): Promise<LessonFile> {
  const path = `${language}/${name}`;
  try {
    const text = new TextDecoder().decode(await read(path));
    // The parser and its libraries are evaluated when the first lesson is read, not when the extension starts.
    const { parseLesson } = await import('./lessonParser');
    const parsed = parseLesson(text, { language });
    if (!parsed.lesson || parsed.images.length === 0) {
      return { path, language, parsed };
    }
    const images = await readImages(read, language, parsed.images);
    const illustrated = parseLesson(text, { language, imageUrls: images.urls });
    const diagnostics = [...illustrated.diagnostics, ...images.diagnostics];
    return { path, language, parsed: { ...illustrated, diagnostics } };
  } catch (error) {
    const message = l10n.t('The file could not be read: {0}', describeError(error));
    return { path, language, parsed: broken({ severity: 'error', message, line: 0, column: 0 }) };
  }
}

/** Pictures as data: URLs, because the lesson panel may read nothing but the extension's own code and icons. */
async function readImages(read: ReadFile, language: LessonLanguage, images: readonly LessonImage[]) {
  const urls = new Map<string, string>();
  const diagnostics: LessonDiagnostic[] = [];
  await Promise.all(
    images.map(async ({ path, line, column }) => {
      try {
        const type = IMAGE_TYPES.get(extensionOf(path)) ?? '';
        urls.set(path, `data:${type};base64,${toBase64(await read(`${language}/${path}`))}`);
      } catch (error) {
        const message = l10n.t('The picture "{0}" could not be read: {1}', path, describeError(error));
        diagnostics.push({ severity: 'warning', message, line, column });
      }
    }),
  );
  return { urls, diagnostics };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The later of two lessons with the same id is as good as broken: it could not be told from the first. */
function withoutDuplicates(files: readonly LessonFile[]): LessonFile[] {
  const paths = new Map<string, string>();
  return files.map((file) => {
    const id = file.parsed.lesson?.id;
    const first = id === undefined ? undefined : paths.get(id);
    if (id !== undefined && first === undefined) {
      paths.set(id, file.path);
    }
    if (id === undefined || first === undefined) {
      return file;
    }
    const message = l10n.t('The lesson "{0}" has the same id "{1}".', first, id);
    return { ...file, parsed: broken({ severity: 'error', message, line: 0, column: 0 }) };
  });
}

function broken(diagnostic: LessonDiagnostic): ParsedLesson {
  return { lesson: undefined, diagnostics: [diagnostic], images: [], links: [] };
}
