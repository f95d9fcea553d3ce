import { LANGUAGES, type LessonLanguage } from '../../src/lessons/lessonLanguage';
import type { Lesson, Section } from '../../src/shared/domain/lesson';

/** The step that ends every lesson of the course, with its summary and its sources. */
const LAST_STEP = 'to-take-with-you';
/** Each of these is there at least once. */
const KINDS = ['prediction', 'goal', 'question'] as const;
/** The points of the lecture that the first lesson implements: each has a passage there, at a part of the stage. */
const LECTURE_POINTS = Array.from({ length: 16 }, (_, index) => `L${index + 1}`);
/** So many questions from earlier lessons open a lesson; the first lesson has none to ask from. */
const RECALLED = 2;

/**
 * What a lesson lacks of that with which the course teaches: something to predict, to reach and to understand, questions
 * from earlier lessons at its beginning, and a summary with sources at its end. Lessons of others need none of it.
 *
 * @returns one line for each, in words that go behind the lesson's name
 */
export function missingTeaching(lesson: Lesson, language: LessonLanguage): string[] {
  const sections = lesson.steps.flatMap((step) => step.sections);
  const recalled = lesson.steps[0]?.sections.filter(
    (section) => section.kind === 'question' && section.from !== undefined,
  );
  const last = lesson.steps.at(-1);
  const end = last?.id === LAST_STEP ? last.html : '';
  const { sources } = LANGUAGES[language];
  const namesSources =
    last?.sections.some(({ kind, title }) => kind === 'deeper' && title === sources) ?? false;
  return [
    ...KINDS.filter((kind) => !sections.some((section) => section.kind === kind)).map(
      (kind) => `it has no ${kind}, and every lesson of the course has at least one`,
    ),
    ...(lesson.number > 1 && (recalled?.length ?? 0) < RECALLED
      ? [
          `its first step asks ${recalled?.length ?? 0} questions "from" earlier lessons, and should ask ${RECALLED}`,
        ]
      : []),
    ...(end.includes('<ul>')
      ? []
      : [`its last step is not "${LAST_STEP}" with a list of what to remember, its summary`]),
    ...(namesSources ? [] : [`its last step has no "deeper" section "${sources}" with its sources`]),
    ...(lesson.number === 1 ? lecturePointsWithout(sections) : []),
  ];
}

function lecturePointsWithout(sections: readonly Section[]): string[] {
  const covered = sections.flatMap((section) =>
    section.kind === 'passage' && section.regions.length > 0 ? section.lecture : [],
  );
  return LECTURE_POINTS.filter((point) => !covered.includes(point)).map(
    (point) => `no passage at a part of the stage covers ${point} of the lecture`,
  );
}
