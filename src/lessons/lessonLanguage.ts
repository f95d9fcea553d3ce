/** Languages that lessons are written in; the folders of `lessons/` bear these names. */
export const LESSON_LANGUAGES = ['en', 'zh-cn'] as const;

export type LessonLanguage = (typeof LESSON_LANGUAGES)[number];

/** The language that every lesson exists in. */
export const FALLBACK_LANGUAGE: LessonLanguage = 'en';

/**
 * The language to teach in.
 *
 * @param setting the value of `ganLessons.language`: one of the languages, or anything else for "as VS Code"
 * @param displayLanguage BCP 47 tag of VS Code's own language
 */
export function chooseLanguage(setting: unknown, displayLanguage: string): LessonLanguage {
  const wanted = displayLanguage.toLowerCase();
  return (
    LESSON_LANGUAGES.find((language) => language === setting) ??
    LESSON_LANGUAGES.find((language) => language === wanted) ??
    LESSON_LANGUAGES.find((language) => language.split('-')[0] === wanted.split('-')[0]) ??
    FALLBACK_LANGUAGE
  );
}

const HAN = /\p{Script=Han}/u;

/** As much of a text is looked at, in UTF-16 code units, to tell its language. */
const SAMPLE_LENGTH = 4000;

/** The language of a lesson's text that does not stand in the folder of a language. */
export function languageOf(text: string): LessonLanguage {
  return HAN.test(text.slice(0, SAMPLE_LENGTH)) ? 'zh-cn' : FALLBACK_LANGUAGE;
}
