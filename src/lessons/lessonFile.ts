import * as l10n from '@vscode/l10n';
import { describeError } from '../emitter';
import type { LessonDiagnostic } from './lessonDiagnostics';
import { FALLBACK_LANGUAGE, languageOf, type LessonLanguage } from './lessonLanguage';
import { extensionOf, IMAGE_TYPES } from './lessonLinks';
import type { LessonImage, ParsedLesson } from './lessonParser';

/**
 * Reads a file of a folder with lessons.
 *
 * @param path relative to the folder, with "/"
 * @throws anything when there is no such file
 */
export type ReadFile = (path: string) => PromiseLike<Uint8Array>;

/** A file with a lesson: where it is and what was found in it. */
export interface LessonFile {
  /** Relative to the folder with lessons. */
  readonly path: string;
  readonly language: LessonLanguage;
  readonly parsed: ParsedLesson;
}

/** All pictures of a lesson together, in bytes: they travel to the panel as text, with every snapshot. */
const MOST_IMAGE_BYTES = 16 * 1024 * 1024;

/**
 * Reads a lesson with its pictures. A file that cannot be read has that as its diagnostic.
 *
 * @param folderLanguage absent for a file whose folder does not say its language: then its text does
 */
export async function readLessonFile(
  read: ReadFile,
  path: string,
  folderLanguage?: LessonLanguage,
): Promise<LessonFile> {
  try {
    const text = new TextDecoder().decode(await read(path));
    const language = folderLanguage ?? languageOf(text);
    return { path, language, parsed: await illustrate(read, path, language, text) };
  } catch (error) {
    const message = l10n.t('The file could not be read: {0}', describeError(error));
    return { path, language: folderLanguage ?? FALLBACK_LANGUAGE, parsed: broken(message) };
  }
}

/** What a lesson is that cannot be taught for a reason outside of its text. */
export function broken(message: string): ParsedLesson {
  const diagnostic: LessonDiagnostic = { severity: 'error', message, line: 0, column: 0 };
  return { lesson: undefined, diagnostics: [diagnostic], images: [], links: [] };
}

async function illustrate(
  read: ReadFile,
  path: string,
  language: LessonLanguage,
  text: string,
): Promise<ParsedLesson> {
  // The parser and its libraries are evaluated when the first lesson is read, not when the extension starts.
  const { parseLesson } = await import('./lessonParser');
  const parsed = parseLesson(text, { language });
  if (!parsed.lesson || parsed.images.length === 0) {
    return parsed;
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const images = await readImages((image) => read(`${folder}${image}`), parsed.images);
  const illustrated = parseLesson(text, { language, imageUrls: images.urls });
  return { ...illustrated, diagnostics: [...illustrated.diagnostics, ...images.diagnostics] };
}

/** Pictures as data: URLs, because the lesson panel may read nothing but the extension's own code and icons. */
async function readImages(read: ReadFile, images: readonly LessonImage[]) {
  const urls = new Map<string, string>();
  const diagnostics: LessonDiagnostic[] = [];
  let bytes = 0;
  for (const { path, line, column } of images) {
    if (urls.has(path)) {
      continue;
    }
    try {
      const content = await read(path);
      bytes += content.length;
      if (bytes > MOST_IMAGE_BYTES) {
        throw new Error(
          l10n.t('the pictures of a lesson have at most {0} MB together', MOST_IMAGE_BYTES / 2 ** 20),
        );
      }
      urls.set(path, `data:${IMAGE_TYPES.get(extensionOf(path)) ?? ''};base64,${toBase64(content)}`);
    } catch (error) {
      const message = l10n.t('The picture "{0}" could not be read: {1}', path, describeError(error));
      diagnostics.push({ severity: 'warning', message, line, column });
    }
  }
  return { urls, diagnostics };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
