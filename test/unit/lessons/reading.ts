import assert from 'node:assert/strict';
import { parseLesson } from '../../../src/lessons/lessonParser';
import type { AnswerSpec, Lesson, Section, SectionKind } from '../../../src/shared/domain/lesson';
import { lineOf } from './sampleLesson';

export const SOURCE = { language: 'en' };

/** The lesson of a text without errors. */
export function lessonIn(text: string): Lesson {
  const { lesson, diagnostics } = parseLesson(text, SOURCE);
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.ok(lesson);
  return lesson;
}

/** The only error of a text, which must be there and must keep the lesson from being taught. */
export function errorIn(text: string) {
  const { lesson, diagnostics } = parseLesson(text, SOURCE);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  assert.equal(errors.length, 1, JSON.stringify(diagnostics));
  assert.equal(lesson, undefined);
  return errors[0] ?? assert.fail();
}

/** Asserts that a changed sample has one error, with these words and on the line of that piece of text. */
export function assertError(text: string, words: RegExp, piece: string): void {
  const error = errorIn(text);
  assert.match(error.message, words);
  assert.equal(error.line, lineOf(text, piece), error.message);
}

/** The first section of a kind. */
export function sectionIn<Kind extends SectionKind>(
  lesson: Lesson,
  kind: Kind,
): Extract<Section, { kind: Kind }> {
  const isWanted = (section: Section): section is Extract<Section, { kind: Kind }> => section.kind === kind;
  return lesson.steps.flatMap(({ sections }) => sections).find(isWanted) ?? assert.fail(`no ${kind}`);
}

/** All HTML of a lesson. */
export function htmlOf(lesson: Lesson): string[] {
  return [
    lesson.html,
    ...lesson.steps.flatMap(({ html, sections }) => [html, ...sections.flatMap(htmlOfSection)]),
  ];
}

function htmlOfSection(section: Section): string[] {
  switch (section.kind) {
    case 'prediction':
    case 'question':
      return [section.html, ...htmlOfAnswer(section.answer)];
    case 'formula':
      return [section.html, ...section.symbols.map(({ html }) => html)];
    default:
      return [section.html];
  }
}

function htmlOfAnswer(answer: AnswerSpec): string[] {
  return answer.type === 'number'
    ? [answer.feedback]
    : answer.options.flatMap(({ html, feedback }) => [html, feedback]);
}
