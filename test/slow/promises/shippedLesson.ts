import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLesson } from '../../../src/lessons/lessonParser';
import type { AnswerSpec, Lesson, LessonStep, Section, SectionKind } from '../../../src/shared/domain/lesson';

/** The seeds on which whatever a lesson promises is looked at. */
export const SEEDS = [1, 2, 3] as const;

/** Generous, because a busy machine is several times slower. */
export const TIME_LIMIT_MS = 300_000;

/**
 * A lesson as it ships, in English; a check of all lessons sees to it that the other languages have the same runs, goals
 * and answers. The tests run from the root of the repository.
 */
export function shippedLesson(fileName: string): Lesson {
  const file = path.join(process.cwd(), 'lessons', 'en', fileName);
  const { lesson, diagnostics } = parseLesson(readFileSync(file, 'utf8'), { language: 'en' });
  assert.ok(lesson, `${fileName} cannot be read: ${JSON.stringify(diagnostics)}`);
  return lesson;
}

type SectionOf<Kind extends SectionKind> = Extract<Section, { kind: Kind }>;

/** The section of a kind with an id, and its step; it has to be there. */
export function placeOf<Kind extends SectionKind>(
  lesson: Lesson,
  kind: Kind,
  id: string,
): { readonly step: LessonStep; readonly section: SectionOf<Kind> } {
  const isMeant = (section: Section): section is SectionOf<Kind> =>
    section.kind === kind && section.id === id;
  for (const step of lesson.steps) {
    const section = step.sections.find(isMeant);
    if (section !== undefined) {
      return { step, section };
    }
  }
  assert.fail(`the lesson "${lesson.id}" has no ${kind} "${id}"`);
}

/** The section of a kind with an id; it has to be there. */
export function sectionOf<Kind extends SectionKind>(lesson: Lesson, kind: Kind, id: string): SectionOf<Kind> {
  return placeOf(lesson, kind, id).section;
}

/** The indices of the answers that a prediction or a question calls right, from 0. */
export function rightOptions({ answer }: { readonly answer: AnswerSpec }): number[] {
  assert.notEqual(answer.type, 'number');
  return answer.type === 'number'
    ? []
    : answer.options.flatMap(({ correct }, index) => (correct ? [index] : []));
}
