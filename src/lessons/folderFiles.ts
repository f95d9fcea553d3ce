import { readLessonFile, type LessonFile, type ReadFile } from './lessonFile';
import { FALLBACK_LANGUAGE, LESSON_LANGUAGES, type LessonLanguage } from './lessonLanguage';

/** Where somebody keeps lessons of their own, in a workspace folder. */
export const OWN_LESSONS = '.gan/lessons';

/** A folder with lessons that has no list of them. */
export interface LessonFolder {
  /** The names of the files in it, or in a folder of it; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: ReadFile;
}

/** A folder in which lessons of one language stand. */
interface Place {
  /** Empty for the folder with lessons itself. */
  readonly folder: string;
  readonly language: LessonLanguage;
}

interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly language: LessonLanguage;
}

/** More lessons than that in one folder are left out: no course has so many, and they are all read at once. */
const MOST_LESSONS = 200;

/**
 * Reads the lessons of a folder, in the order of their names. A lesson may stand in the folder itself, or in its
 * translations in folders with the names of languages: then it is read in the wanted one, else in English, else in
 * whichever there is.
 */
export async function readFolder(folder: LessonFolder, language: LessonLanguage): Promise<LessonFile[]> {
  const [wanted, ...others] = LESSON_LANGUAGES.toSorted((a, b) => rank(a, language) - rank(b, language)).map(
    (name): Place => ({ folder: name, language: name }),
  );
  // What stands in the folder itself is taken to be in the language of whoever reads it.
  const places = [...(wanted ? [wanted] : []), { folder: '', language }, ...others];
  const lists = await Promise.all(places.map((place) => filesOf(folder, place)));
  const found = new Map<string, FoundFile>();
  for (const file of lists.flat()) {
    found.set(file.name, found.get(file.name) ?? file);
  }
  const inOrder = Array.from(found).toSorted(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
  return Promise.all(
    inOrder.slice(0, MOST_LESSONS).map(([, file]) => readLessonFile(folder.read, file.path, file.language)),
  );
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
      language: place.language,
    }));
}
