import {
  ImageBudget,
  readLessonFile,
  type LessonFile,
  type ReadFile,
  type ReadingOptions,
} from './lessonFile';
import { FALLBACK_LANGUAGE, LESSON_LANGUAGES, type LessonLanguage } from './lessonLanguage';
import { completed, isIncomplete } from './translation/completed';
import { lessonPlace, originalPaths, pathOf, picturePaths, type LessonPlace } from './translation/places';

/** Where somebody keeps lessons of their own, in a workspace folder. */
export const OWN_LESSONS = '.gan/lessons';

/** A folder with lessons that has no list of them. */
export interface LessonFolder {
  /** The names of the files in it, or in a folder of it; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: ReadFile;
  /** See {@link ReadingOptions}. */
  readonly decode?: ReadingOptions['decode'];
}

interface FoundFile {
  readonly path: string;
  readonly place: LessonPlace;
}

/** More lessons than that in one folder are left out: no course has so many. */
const MOST_LESSONS = 200;

/**
 * Reads the lessons of a folder, in the order of their numbers, and of their names. A lesson may stand in the folder itself, or in its
 * translations in folders with the names of languages: then it is read in the wanted one, else in English, else in
 * whichever there is.
 */
export async function readFolder(folder: LessonFolder, language: LessonLanguage): Promise<LessonFile[]> {
  const [wanted, ...others] = LESSON_LANGUAGES.toSorted((a, b) => rank(a, language) - rank(b, language));
  const lists = await Promise.all([wanted, undefined, ...others].map((place) => filesOf(folder, place)));
  const found = new Map<string, FoundFile>();
  for (const file of lists.flat()) {
    found.set(file.place.name, found.get(file.place.name) ?? file);
  }
  const paths = new Set(lists.flat().map(({ path }) => path));
  const byName = Array.from(found.values()).toSorted((a, b) =>
    a.place.name.localeCompare(b.place.name, undefined, { numeric: true }),
  );
  const budget = new ImageBudget();
  const files: LessonFile[] = [];
  for (const { path, place } of byName.slice(0, MOST_LESSONS)) {
    const file = await readPlaced(folder, path, budget);
    const original = originalPaths(place).find((other) => paths.has(other));
    files.push(original === undefined ? file : await completedFile(folder, file, original, budget));
    // The host has others to serve between two files.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** A lesson that cannot be read does not tell its number. */
function placeOf({ parsed }: LessonFile): number {
  return parsed.lesson?.number ?? Number.MAX_SAFE_INTEGER;
}

function rank(name: LessonLanguage, wanted: LessonLanguage): number {
  return name === wanted ? 0 : name === FALLBACK_LANGUAGE ? 1 : 2;
}

/** @param language absent for lessons that are in the folder itself */
async function filesOf(folder: LessonFolder, language: LessonLanguage | undefined): Promise<FoundFile[]> {
  const names = await folder.list(language ?? '');
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const place = language === undefined ? { name } : { language, name };
      return { path: pathOf(place), place };
    });
}

/** Reads a lesson with its pictures, wherever among those of the other languages they are. */
function readPlaced(folder: LessonFolder, path: string, budget: ImageBudget): Promise<LessonFile> {
  const place = lessonPlace(path);
  const read: ReadFile = async (file) => {
    if (file === path || place === undefined) {
      return folder.read(file);
    }
    const image = place.language === undefined ? file : file.slice(place.language.length + 1);
    const [first = file, ...others] = picturePaths(place, image);
    return firstRead(folder.read, first, others);
  };
  return readLessonFile(read, path, { language: place?.language, decode: folder.decode, budget });
}

/** The first of several files that there is; where there is none, what is wrong with the first of them. */
async function firstRead(read: ReadFile, first: string, others: readonly string[]): Promise<Uint8Array> {
  try {
    return await read(first);
  } catch (error) {
    for (const other of others) {
      try {
        return await read(other);
      } catch {
        // The next one may be there.
      }
    }
    throw error;
  }
}

/** A translation with what only its original has. */
async function completedFile(
  folder: LessonFolder,
  translation: LessonFile,
  path: string,
  budget: ImageBudget,
): Promise<LessonFile> {
  const { lesson } = translation.parsed;
  if (!lesson) {
    return translation;
  }
  const withoutPictures = {
    ...folder,
    read: (file: string) => (file === path ? folder.read(file) : noPicture()),
  };
  const bare = (await readPlaced(withoutPictures, path, new ImageBudget())).parsed.lesson;
  if (!bare || !isIncomplete(lesson, bare)) {
    return translation;
  }
  const original = (await readPlaced(folder, path, budget)).parsed.lesson ?? bare;
  return { ...translation, parsed: { ...translation.parsed, lesson: completed(lesson, original) } };
}

function noPicture(): Promise<never> {
  return Promise.reject(new Error('not looked for'));
}
