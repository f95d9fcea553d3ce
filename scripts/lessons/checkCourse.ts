import { checkCourseLinks, courseOf } from '../../src/lessons/courseLinks';
import { FALLBACK_LANGUAGE, LESSON_LANGUAGES } from '../../src/lessons/lessonLanguage';
import { textsOf } from '../../src/lessons/translation/structure';
import type { Lesson } from '../../src/shared/domain/lesson';
import type { CourseFile, CourseFolder } from './readCourse';
import { problemOfLanguage, problemOfNumbers, unreadMark } from './rendering';
import { firstDifference } from './structure';

/** Whatever is wrong with the lessons of a folder, one line each: where it is and what. */
export function checkCourse(course: CourseFolder): string[] {
  return [...checkIndex(course), ...course.files.flatMap((file) => checkFile(file, course))];
}

/** Each language has the same lessons, all of them are listed, and nothing else is. */
function checkIndex({ index, found }: CourseFolder): string[] {
  const wanted = index[FALLBACK_LANGUAGE] ?? [];
  const unknown = Object.keys(index).filter(
    (language) => !LESSON_LANGUAGES.some((name) => name === language),
  );
  return [
    ...unknown.map((language) => `index.json: there are no lessons in "${language}"`),
    ...LESSON_LANGUAGES.flatMap((language) => {
      const listed = index[language] ?? [];
      return [
        ...(found[language] ?? [])
          .filter((name) => !listed.includes(name))
          .map((name) => `index.json: "${language}" does not list ${name}`),
        ...(JSON.stringify(listed) === JSON.stringify(wanted)
          ? []
          : [`index.json: "${language}" does not list the same lessons as "${FALLBACK_LANGUAGE}"`]),
      ];
    }),
  ];
}

function checkFile(file: CourseFile, { files, index }: CourseFolder): string[] {
  const { language, name, parsed, missingImages } = file;
  const lessons = files.flatMap((other) =>
    other.language === language && other.parsed.lesson ? [other.parsed.lesson] : [],
  );
  const diagnostics = [...parsed.diagnostics, ...checkCourseLinks(parsed, courseOf(lessons))];
  const original = files.find((other) => other.language === FALLBACK_LANGUAGE && other.name === name);
  const place = (index[language] ?? []).indexOf(name) + 1;
  return [
    ...diagnostics.map(({ line, column, message }) => `${line + 1}:${column + 1}: ${message}`),
    ...missingImages.map((image) => `there is no picture ${image}`),
    ...(parsed.lesson ? checkLesson(parsed.lesson, place, lessons) : []),
    ...(parsed.lesson && original?.parsed.lesson ? checkTexts(parsed.lesson, original.parsed.lesson) : []),
  ].map((problem) => `${language}/${name}: ${problem}`);
}

/** What no file can say by itself: its place in the course. */
function checkLesson(lesson: Lesson, place: number, lessons: readonly Lesson[]): string[] {
  const before = lessons.filter(({ number }) => number < lesson.number).map(({ id }) => id);
  const asked = lesson.steps.flatMap(({ sections }) =>
    sections.flatMap((section) => (section.kind === 'question' ? (section.from ?? []) : [])),
  );
  const twice = lessons.filter(({ id }) => id === lesson.id).length > 1;
  return [
    ...(lesson.number === place
      ? []
      : [`its number is ${lesson.number}, but its place in the list ${place}`]),
    ...(twice ? [`another lesson has the id "${lesson.id}", too`] : []),
    ...[...lesson.needs, ...asked]
      .filter((id) => !before.includes(id))
      .map((id) => `"${id}" does not come before it in the course`),
  ];
}

/** Every text is shown as it is meant, in its language, and built as it is in English. */
export function checkTexts(lesson: Lesson, original: Lesson): string[] {
  const english = new Map(textsOf(original).map(({ path, value }) => [path, value]));
  const texts = textsOf(lesson).flatMap(({ path, value }) => {
    const mark = unreadMark(value);
    const words = english.get(path) ?? '';
    const problem = problemOfLanguage(value, words, lesson.language);
    const numbers = problemOfNumbers(value, words);
    return [
      ...(mark === undefined ? [] : [`${path} shows "${mark}"`]),
      ...(problem === undefined ? [] : [`${path} ${problem}`]),
      ...(numbers === undefined ? [] : [`${path} ${numbers}`]),
    ];
  });
  const difference = firstDifference(original, lesson);
  return difference === undefined
    ? texts
    : [...texts, `it is built differently from the one in ${original.language}: ${difference}`];
}
