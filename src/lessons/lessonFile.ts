import * as l10n from '@vscode/l10n';
import { describeError } from '../emitter';
import type { LessonDiagnostic } from './lessonDiagnostics';
import { FALLBACK_LANGUAGE, languageOf } from './lessonLanguage';
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
  readonly language: string;
  readonly parsed: ParsedLesson;
}

/** All pictures that a lesson shows, each as often as it shows it, in bytes: they travel to the panel as text. */
const MOST_IMAGE_BYTES = 16 * 1024 * 1024;
/** All pictures of the lessons of one folder, which are kept as long as their lessons are listed. */
const MOST_FOLDER_IMAGE_BYTES = 4 * MOST_IMAGE_BYTES;

/** How many bytes of pictures the lessons of one folder may still show. */
export class ImageBudget {
  private left = MOST_FOLDER_IMAGE_BYTES;

  /** @returns whether there was room for so many bytes, which then is taken */
  take(bytes: number): boolean {
    const fits = bytes <= this.left;
    this.left -= fits ? bytes : 0;
    return fits;
  }
}

/** How a file of a folder with lessons is read, where it is not in the usual way. */
export interface ReadingOptions {
  /** Absent for a file whose folder does not say its language: then its text does. */
  readonly language?: string | undefined;
  /** Makes text of the bytes of a lesson; absent: as UTF-8, or as its byte order mark says. */
  readonly decode?: ((path: string, bytes: Uint8Array) => PromiseLike<string>) | undefined;
  readonly budget?: ImageBudget | undefined;
}

/** Reads a lesson with its pictures. A file that cannot be read has that as its diagnostic. */
export async function readLessonFile(
  read: ReadFile,
  path: string,
  { language: folderLanguage, decode, budget = new ImageBudget() }: ReadingOptions = {},
): Promise<LessonFile> {
  try {
    const bytes = await read(path);
    const text = decode === undefined ? decodeText(bytes) : await decode(path, bytes);
    const language = folderLanguage ?? languageOf(text);
    // Neither is in any text that somebody wrote: they come from bytes in another encoding.
    return /[\0\uFFFD]/.test(text)
      ? {
          path,
          language,
          parsed: broken(l10n.t('The file is not text in UTF-8. Save it again with that encoding.')),
        }
      : { path, language, parsed: await illustrate(read, path, language, text, budget) };
  } catch (error) {
    const message = l10n.t('The file could not be read: {0}', describeError(error));
    return { path, language: folderLanguage ?? FALLBACK_LANGUAGE, parsed: broken(message) };
  }
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittleEndian = first === 0xff && second === 0xfe;
  const isBigEndian = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittleEndian ? 'utf-16le' : isBigEndian ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** What a lesson is that cannot be taught for a reason outside of its text. */
export function broken(message: string): ParsedLesson {
  const diagnostic: LessonDiagnostic = { severity: 'error', message, line: 0, column: 0 };
  return { lesson: undefined, diagnostics: [diagnostic], images: [], links: [] };
}

async function illustrate(
  read: ReadFile,
  path: string,
  language: string,
  text: string,
  budget: ImageBudget,
): Promise<ParsedLesson> {
  // The parser and its libraries are evaluated when the first lesson is read, not when the extension starts.
  const { parseLesson } = await import('./lessonParser');
  const parsed = parseLesson(text, { language });
  if (!parsed.lesson || parsed.images.length === 0) {
    return parsed;
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const images = await readImages((image) => read(`${folder}${image}`), parsed.images, budget);
  const illustrated = parseLesson(text, { language, imageUrls: images.urls });
  return { ...illustrated, diagnostics: [...illustrated.diagnostics, ...images.diagnostics] };
}

/** Pictures as data: URLs, because the lesson panel may read nothing but the extension's own code and icons. */
async function readImages(
  read: ReadFile,
  images: readonly LessonImage[],
  budget: ImageBudget,
): Promise<{
  readonly urls: ReadonlyMap<string, string>;
  readonly diagnostics: readonly LessonDiagnostic[];
}> {
  const urls = new Map<string, string>();
  const diagnostics: LessonDiagnostic[] = [];
  const uses = new Map<string, number>();
  for (const { path } of images) {
    uses.set(path, (uses.get(path) ?? 0) + 1);
  }
  let bytes = 0;
  const tried = new Set<string>();
  for (const { path, line, column } of images) {
    if (tried.has(path)) {
      continue;
    }
    tried.add(path);
    try {
      const content = await read(path);
      const shown = content.length * (uses.get(path) ?? 1);
      if (bytes + shown > MOST_IMAGE_BYTES) {
        throw new Error(
          l10n.t(
            'the pictures of a lesson have at most {0} MB together, each counted as often as it is shown',
            MOST_IMAGE_BYTES / 2 ** 20,
          ),
        );
      }
      if (!budget.take(shown)) {
        throw new Error(
          l10n.t(
            'the pictures of all lessons of a folder have at most {0} MB together',
            MOST_FOLDER_IMAGE_BYTES / 2 ** 20,
          ),
        );
      }
      bytes += shown;
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
