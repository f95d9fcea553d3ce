interface Language {
  /** What it calls itself. */
  readonly name: string;
  /** How its lessons call the fold with their sources. */
  readonly sources: string;
  /** Tells its texts from those of the other languages; absent for the one that is meant where nothing is told. */
  readonly script?: RegExp;
}

/**
 * The languages that lessons are written in, by their BCP 47 tags in lower case. The folders of `lessons/` and the files
 * of strings bear these names. To add one: an entry here, its folder and its files of strings; the tests say what is
 * missing.
 */
export const LANGUAGES = {
  en: { name: 'English', sources: 'Sources' },
  'zh-cn': { name: '简体中文', sources: '参考资料', script: /\p{Script=Han}/u },
} as const satisfies Readonly<Record<string, Language>>;

export type LessonLanguage = keyof typeof LANGUAGES;

export const LESSON_LANGUAGES: readonly LessonLanguage[] = Object.keys(LANGUAGES).filter(isLessonLanguage);

/** The language that every lesson exists in. */
export const FALLBACK_LANGUAGE = 'en' satisfies LessonLanguage;

/**
 * The language to teach in.
 *
 * @param setting the value of `ganLessons.language`: one of the languages, or anything else for "as VS Code"
 * @param displayLanguage BCP 47 tag of VS Code's own language
 * @param languages those to choose from
 */
export function chooseLanguage<Tag extends string = LessonLanguage>(
  setting: unknown,
  displayLanguage: string,
  languages: readonly (Tag | LessonLanguage)[] = LESSON_LANGUAGES,
): Tag | LessonLanguage {
  const wanted = displayLanguage.toLowerCase();
  return (
    languages.find((language) => language === setting) ??
    languages.find((language) => language === wanted) ??
    languages.find((language) => language.split('-')[0] === wanted.split('-')[0]) ??
    FALLBACK_LANGUAGE
  );
}

/** As much of a text is looked at, in UTF-16 code units, to tell its language. */
const SAMPLE_LENGTH = 4000;

/** The language of a lesson's text that is not in the folder of a language. */
export function languageOf(text: string): LessonLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return (
    LESSON_LANGUAGES.find((tag) => {
      const { script }: Language = LANGUAGES[tag];
      return script?.test(sample) === true;
    }) ?? FALLBACK_LANGUAGE
  );
}

function isLessonLanguage(name: string): name is LessonLanguage {
  return Object.hasOwn(LANGUAGES, name);
}
