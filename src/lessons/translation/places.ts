import { FALLBACK_LANGUAGE, LESSON_LANGUAGES, type LessonLanguage } from '../lessonLanguage';

/** Where a lesson is in a folder with lessons. */
export interface LessonPlace {
  /** Absent for a lesson in the folder itself, which may be in any language. */
  readonly language?: LessonLanguage;
  /** The file's name, which is the same in every language. */
  readonly name: string;
}

/**
 * Reads a path, relative to the folder with lessons.
 *
 * @returns `undefined` where no lesson is looked for
 */
export function lessonPlace(path: string): LessonPlace | undefined {
  const [folder, name, ...rest] = path.split('/');
  if (folder === undefined || rest.length > 0) {
    return undefined;
  }
  if (name === undefined) {
    return { name: folder };
  }
  const language = LESSON_LANGUAGES.find((tag) => tag === folder);
  return language && { language, name };
}

export function pathOf({ language, name }: LessonPlace): string {
  return language === undefined ? name : `${language}/${name}`;
}

/**
 * Where the lesson may be that another one translates, the likeliest first: in the folder itself, else in the language
 * that every lesson exists in. None for a lesson that is itself in the first of these places.
 */
export function originalPaths({ language, name }: LessonPlace): readonly string[] {
  switch (language) {
    case undefined:
      return [];
    case FALLBACK_LANGUAGE:
      return [name];
    default:
      return [name, pathOf({ language: FALLBACK_LANGUAGE, name })];
  }
}

/**
 * Where a picture of a lesson may be, the likeliest first: languages share their pictures.
 *
 * @param image relative to the folder of the lesson
 */
export function picturePaths({ language }: LessonPlace, image: string): readonly string[] {
  const folders = new Set([language, undefined, ...LESSON_LANGUAGES]);
  return Array.from(folders, (folder) => (folder === undefined ? image : `${folder}/${image}`));
}
