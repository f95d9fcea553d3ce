import {
  ImageBudget,
  readLessonFile,
  type LessonFile,
  type ReadFile,
  type ReadingOptions,
} from './lessonFile';
import { FALLBACK_LANGUAGE, LESSON_LANGUAGES, type LessonLanguage } from './lessonLanguage';

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

/** A folder in which lessons of one language stand. */
interface Place {
  /** Empty for the folder with lessons itself. */
  readonly folder: string;
  /** Absent where lessons of any language stand. */
  readonly language?: LessonLanguage;
}

interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly place: Place;
}

/** More lessons than that in one folder are left out: no course has so many. */
const MOST_LESSONS = 200;

/**
 * Reads the lessons of a folder, in the order of their numbers, and of their names. A lesson may stand in the folder itself, or in its
 * translations in folders with the names of languages: then it is read in the wanted one, else in English, else in
 * whichever there is.
 */
export async function readFolder(folder: LessonFolder, language: LessonLanguage): Promise<LessonFile[]> {
  const [wanted, ...others] = LESSON_LANGUAGES.toSorted((a, b) => rank(a, language) - rank(b, language)).map(
    (name): Place => ({ folder: name, language: name }),
  );
  const places: Place[] = [...(wanted ? [wanted] : []), { folder: '' }, ...others];
  const lists = await Promise.all(places.map((place) => filesOf(folder, place)));
  const found = new Map<string, FoundFile>();
  for (const file of lists.flat()) {
    found.set(file.name, found.get(file.name) ?? file);
  }
  const byName = Array.from(found.values()).toSorted((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
  const budget = new ImageBudget();
  const files: LessonFile[] = [];
  for (const { path, place } of byName.slice(0, MOST_LESSONS)) {
    files.push(
      await readLessonFile(folder.read, path, { language: place.language, decode: folder.decode, budget }),
    );
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

async function filesOf(folder: LessonFolder, place: Place): Promise<FoundFile[]> {
  const names = await folder.list(place.folder);
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      name,
      path: place.folder === '' ? name : `${place.folder}/${name}`,
      place,
    }));
}
