import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parseLesson } from '../../../src/lessons/lessonParser';
import {
  passageAt,
  passagesOf,
  passagesOfStep,
  type Lesson,
  type Passage,
} from '../../../src/shared/domain/lesson';
import { afterPhase, PHASES, START, type Phase, type Position } from '../../../src/shared/domain/phases';
import { REGIONS } from '../../../src/shared/domain/regions';

const LANGUAGES = ['en', 'zh-cn'] as const;
const FILE_NAME = '01-the-forger-and-the-inspector.md';
const LECTURE_POINTS = Array.from({ length: 16 }, (_, index) => `L${index + 1}`);

type Language = (typeof LANGUAGES)[number];

/** The shipped file, as the parser sees it. The tests run from the root of the repository. */
function parseFirstLesson(language: Language): ReturnType<typeof parseLesson> {
  const file = path.join('lessons', language, FILE_NAME);
  return parseLesson(readFileSync(path.join(process.cwd(), file), 'utf8'), { language });
}

function firstLesson(language: Language): Lesson {
  const { lesson } = parseFirstLesson(language);
  assert.ok(lesson, `lesson 1 in ${language} cannot be read`);
  return lesson;
}

/** The moment right after `phase` of the given round, counted from 1. */
function rightAfter(phase: Phase, round: number): Position {
  let position: Position = { ...START, round: round - 1 };
  for (const done of PHASES) {
    position = afterPhase(position);
    if (done === phase) {
      break;
    }
  }
  return position;
}

function whileStepping(lesson: Lesson, phase: Phase, round: number, fooled = false): Passage | undefined {
  return passageAt(lesson, { position: rightAfter(phase, round), stepping: true, fooled });
}

function betweenRounds(lesson: Lesson, round: number): Passage | undefined {
  return passageAt(lesson, { position: { round, phasesDone: 0 }, stepping: false, fooled: false });
}

for (const language of LANGUAGES) {
  describe(`The first lesson, as shipped in ${language}`, () => {
    it('is read without a single diagnostic', () => {
      assert.deepEqual(parseFirstLesson(language).diagnostics, []);
    });

    it('is the first in the list of lessons', () => {
      const index: unknown = JSON.parse(
        readFileSync(path.join(process.cwd(), 'lessons', 'index.json'), 'utf8'),
      );
      const first = v.parse(v.record(v.string(), v.array(v.string())), index)[language]?.[0];
      assert.equal(first, FILE_NAME);
    });

    it('covers every point of the lecture, each at a part of the stage', () => {
      const passages = passagesOf(firstLesson(language));
      const uncovered = LECTURE_POINTS.filter(
        (point) => !passages.some(({ lecture, regions }) => lecture.includes(point) && regions.length > 0),
      );
      assert.deepEqual(uncovered, []);
      const named = new Set(passages.flatMap(({ lecture }) => lecture));
      assert.deepEqual([...named].toSorted(), LECTURE_POINTS.toSorted());
    });

    it('leaves no mark of Markdown and no badge unread in its text', () => {
      const { html, steps } = firstLesson(language);
      const texts = [html, ...steps.flatMap((step) => [step.html, ...step.sections.map((p) => p.html)])];
      assert.deepEqual(
        texts.filter((text) => /\*\*|:real:|:fake:|\]\(/.test(text)),
        [],
      );
    });

    it('points only to parts of the stage that exist', () => {
      const known = new Set<string>(REGIONS);
      const unknown = passagesOf(firstLesson(language))
        .flatMap(({ regions }) => regions)
        .filter((region) => !known.has(region));
      assert.deepEqual(unknown, []);
    });

    for (const round of [1, 60, 900]) {
      it(`speaks of each phase while round ${round} is stepped through`, () => {
        const lesson = firstLesson(language);
        for (const phase of PHASES) {
          assert.equal(whileStepping(lesson, phase, round)?.condition.phase, phase);
        }
      });
    }

    it('introduces the players before anything has happened', () => {
      const lesson = firstLesson(language);
      const marked = passageAt(lesson, { position: START, stepping: false, fooled: false });
      assert.deepEqual(marked?.lecture, ['L1', 'L2', 'L3']);
    });

    it('tells of the price of "60 % real" only when a forgery did fool the inspector', () => {
      const lesson = firstLesson(language);
      assert.ok(whileStepping(lesson, 'reveal', 60, true)?.lecture.includes('L13'));
      assert.ok(!whileStepping(lesson, 'reveal', 60, false)?.lecture.includes('L13'));
    });

    it('explains seals and masks at the first reveal, even if a forgery fooled the inspector there', () => {
      assert.ok(whileStepping(firstLesson(language), 'reveal', 1, true)?.lecture.includes('L4'));
    });

    it('goes from milestone to milestone while whole rounds fly by', () => {
      const lesson = firstLesson(language);
      const milestones = [1, 10, 50, 100, 200, 400, 800];
      const marked = milestones.map((round) => betweenRounds(lesson, round)?.condition);
      assert.deepEqual(
        marked,
        milestones.map((fromRound) => ({ fromRound })),
      );
    });
  });
}

describe('The translations of the first lesson', () => {
  /** All that must not differ between languages: the words, and only they, are translated. */
  function structure({ id, number, level, minutes, run, steps }: Lesson) {
    return {
      id,
      number,
      level,
      minutes,
      run,
      steps: steps.map((step) => ({
        id: step.id,
        passages: passagesOfStep(step).map((passage) => ({
          id: passage.id,
          condition: passage.condition,
          regions: passage.regions,
          lecture: passage.lecture,
        })),
      })),
    };
  }

  it('have the same ids, moments, regions and lecture points', () => {
    assert.deepEqual(structure(firstLesson('zh-cn')), structure(firstLesson('en')));
  });

  it('are translated: no passage has the same text in both', () => {
    const english = new Set(passagesOf(firstLesson('en')).map(({ html }) => html));
    const untranslated = passagesOf(firstLesson('zh-cn')).filter(({ html }) => english.has(html));
    assert.deepEqual(
      untranslated.map(({ id }) => id),
      [],
    );
  });
});
