import type { LessonLanguage } from '../../src/lessons/lessonLanguage';
import type { Lesson } from '../../src/shared/domain/lesson';

/** The step that ends every lesson of the course, with its summary and its sources. */
const LAST_STEP = 'to-take-with-you';
/** With which words, in bold, the sources begin. */
const SOURCES: Readonly<Record<LessonLanguage, string>> = { en: 'Sources', 'zh-cn': '参考资料' };
/** Each of these has to be there at least once. */
const KINDS = ['prediction', 'goal', 'question'] as const;
/** So many questions from earlier lessons open a lesson; the first lesson has none to ask from. */
const RECALLED = 2;

/**
 * What a lesson lacks of that with which the course teaches: something to foretell, to reach and to understand, questions
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
  const sources = SOURCES[language];
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
    ...(end.includes(`<strong>${sources}`)
      ? []
      : [`its last step does not name its sources, after "**${sources}" in bold`]),
  ];
}
