import assert from 'node:assert/strict';
import { LessonRun } from './lessonRun';
import { rightOptions, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('13-why-it-circles.md');

/** Buttons of the section "candidates". */
const R1 = 0;
const TOO_MUCH_R1 = 1;
const FASTER_INSPECTOR = 2;
const MOMENTUM = 3;
/** Button of the section "as-she-is". */
const AS_SHE_IS = 0;

/** Squared distances that the lesson names: at the start, and at round 400 with nothing changed, with R1 10, with his rate 0.4. */
const TOLD = [
  { seed: 1, start: 1.12, left: 1.07, muchR1: 0.15, faster: 0.53, average: 0.08, raw: 0.09 },
  { seed: 2, start: 0.78, left: 0.48, muchR1: 0.11, faster: 0.23, average: 0.13, raw: 0.18 },
  { seed: 3, start: 0.11, left: 0.18, muchR1: 0.02, faster: 0.09, average: 0.09, raw: 0.12 },
] as const;
const SIX_SEEDS = [1, 2, 3, 11, 12, 13] as const;

/** Numbers of the text have two decimals. */
function assertTold(value: number, told: number): void {
  assert.ok(Math.abs(value - told) <= 0.0051, `${value}, and the lesson says ${told}`);
}

describe('Lesson 13 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const { seed, start, left, muchR1, faster, average, raw } of TOLD) {
    it(`the circle is not left with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'where', seed, (run, prediction) => {
        // On the point, on the way round, far outside.
        assert.deepEqual(rightOptions(prediction), [1]);
        assertTold(run.at(0, 'miniFid'), start);
        assertTold(run.at(400, 'miniFid'), left);
        assert.ok(run.over(0, 400, 'jensenShannon').every((bits) => bits > 0.999));
        assert.ok(run.over(100, 400, 'meanOnReal').every((mean) => Math.abs(mean - 0.5) < 0.01));
      });
    });

    it(`R1 brings both to rest, and nothing else does, with seed ${seed}`, async () => {
      const change = (choice: number, look: (run: LessonRun) => void) =>
        LessonRun.play(lesson, 'circle-again', seed, (run) => {
          run.take('candidates', choice);
          run.playTo(400);
          look(run);
        });
      await change(R1, (run) => {
        assert.equal(run.reaches('at-rest'), 400);
        assert.equal(run.at(400, 'miniFid').toFixed(3), '0.002');
      });
      await change(TOO_MUCH_R1, (run) => {
        assert.equal(run.reaches('at-rest'), undefined);
        assertTold(run.at(400, 'miniFid'), muchR1);
      });
      await change(FASTER_INSPECTOR, (run) => {
        assert.equal(run.reaches('at-rest'), undefined);
        assertTold(run.at(400, 'miniFid'), faster);
      });
      const choice = { section: 'candidates', choice: MOMENTUM };
      await LessonRun.playChoice(lesson, 'circle-again', choice, seed, (run) => {
        assert.ok((run.playUntilNaN(400) ?? Infinity) <= 263);
      });
    });

    it(`the average of portraits is better than she is, with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'portraits', seed, (run) => {
        run.playTo(400);
        assertTold(run.at(400, 'miniFid'), average);
      });
      await LessonRun.play(lesson, 'portraits', seed, (run) => {
        run.take('as-she-is', AS_SHE_IS);
        run.playTo(400);
        assertTold(run.at(400, 'miniFid'), raw);
      });
    });
  }

  for (const seed of SIX_SEEDS) {
    it(`the circle keeps its size and its average goes to the middle with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'circle', seed, (run) => {
        run.playTo(600);
        const change = run.at(600, 'miniFid') / run.at(300, 'miniFid');
        assert.ok(change > 0.9 && change < 1.1, `${change} times as far`);
      });
      await LessonRun.reveal(lesson, 'average-of-circle', seed, (run, prediction) => {
        // As before, a fall, ups and downs.
        assert.deepEqual(rightOptions(prediction), [1]);
        assert.ok(run.at(600, 'miniFid') < run.at(0, 'miniFid') / 6);
      });
    });
  }
});
