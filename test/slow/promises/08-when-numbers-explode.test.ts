import assert from 'node:assert/strict';
import { LessonRun } from './lessonRun';
import { rightOptions, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('08-when-numbers-explode.md');

/** Button of the section "knobs". */
const LESS_MOMENTUM = 0;

/** What the lesson says of each seed: rounds of the NaN, and distances from real at round 400. */
const TOLD = [
  { seed: 1, naN: 14, naNWithR1: 72, raging: 0.54, quiet: 0.14, slower: 1.05, hastyAt200: 0.13 },
  { seed: 2, naN: 12, naNWithR1: 26, raging: 0.7, quiet: 0.07, slower: 0.44, hastyAt200: 0.11 },
  { seed: 3, naN: 10, naNWithR1: 10, raging: 0.61, quiet: 0.1, slower: 0.84, hastyAt200: 0.11 },
] as const;

/** Numbers of the text have two decimals. */
function assertTold(value: number, told: number): void {
  assert.ok(Math.abs(value - told) <= 0.0051, `${value}, and the lesson says ${told}`);
}

describe('Lesson 8 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const told of TOLD) {
    const { seed } = told;

    it(`the naive loss ends in NaN in a round of its own with seed ${seed}`, async () => {
      const die = (run: LessonRun) => assert.equal(run.playUntilNaN(400), told.naN);
      await LessonRun.play(lesson, 'dying', seed, die);
      if (seed !== TOLD[0].seed) {
        await LessonRun.reveal(lesson, 'other-luck', seed, (run, prediction) => {
          // In the same round, in another, not at all.
          assert.deepEqual(rightOptions(prediction), [1]);
          die(run);
        });
      }
    });

    it(`R1 only puts the NaN off with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'dying', seed, (run) => {
        run.change({ r1Weight: 0.6 });
        assert.equal(run.playUntilNaN(400), told.naNWithR1);
      });
    });

    it(`computed from logits it lives on with about two kinds with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'cured', seed, (run, prediction) => {
        // Good portraits, poor ones, NaN.
        assert.deepEqual(rightOptions(prediction), [1]);
        const kinds = run.at(400, 'effectiveModes');
        assert.ok(kinds > 1.8 && kinds < 2.2, `${kinds} kinds`);
        assert.equal(run.at(400, 'miniFid').toFixed(1), '0.9');
      });
    });

    it(`with much momentum it rages, and with less it reaches the goal, with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'raging-again', seed, (run) => {
        run.playTo(400);
        assert.equal(run.reaches('quiet'), undefined);
        assertTold(run.at(400, 'miniFid'), told.raging);
      });
      await LessonRun.play(lesson, 'raging-again', seed, (run) => {
        run.take('knobs', LESS_MOMENTUM);
        run.playTo(400);
        assert.equal(run.reaches('quiet'), 400);
        assertTold(run.at(400, 'miniFid'), told.quiet);
      });
    });

    it(`a smaller learning rate alone does not help with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'usual-suspect', seed, (run, prediction) => {
        // Quiet, hardly better, NaN.
        assert.deepEqual(rightOptions(prediction), [1]);
        assertTold(run.at(400, 'miniFid'), told.slower);
      });
    });

    it(`a large learning rate leads until it loses everything with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'hasty', seed, (run) => {
        run.playTo(400);
        assertTold(run.at(200, 'miniFid'), told.hastyAt200);
        assert.ok(run.at(400, 'miniFid') > 1);
      });
    });

    it(`a small learning rate only takes long with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'unhurried', seed, (run) => {
        run.playTo(400);
        const distance = run.at(400, 'miniFid');
        assert.ok(distance > 0.315 && distance < 0.425, `distance ${distance}`);
      });
    });
  }

  for (const [seed, round] of [
    [11, 18],
    [12, 11],
    [13, 12],
  ] as const) {
    it(`the naive loss dies within twenty rounds with seed ${seed}, too`, async () => {
      await LessonRun.play(lesson, 'dying', seed, (run) => {
        assert.equal(run.playUntilNaN(400), round);
      });
    });
  }

  it('a large learning rate does not lose everything on every seed', async () => {
    await LessonRun.play(lesson, 'hasty', 11, (run) => {
      run.playTo(400);
      assert.ok(run.at(400, 'miniFid') < 0.3);
    });
  });

  it('the naive loss goes well for 800 rounds in the healthy recipe', async () => {
    await LessonRun.play(lesson, undefined, 1, (run) => {
      run.change({ loss: 'naiveLogSigmoid' });
      assert.equal(run.playUntilNaN(800), undefined);
      assert.ok(run.at(800, 'miniFid') < 0.1);
    });
  });
});
