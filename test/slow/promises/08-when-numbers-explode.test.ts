import assert from 'node:assert/strict';
import { LessonRun } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('08-when-numbers-explode.md');

/** Button of the section "knobs". */
const LESS_MOMENTUM = 0;

/** What the lesson says of each seed: rounds of the NaN, and distances from real at round 400. */
const TOLD = [
  { seed: 1, naN: 14, naNWithR1: 72, raging: 0.54, quiet: 0.14, slower: 1.05, hastyAt200: 0.13 },
  { seed: 2, naN: 12, naNWithR1: 26, raging: 0.7, quiet: 0.07, slower: 0.44, hastyAt200: 0.11 },
  { seed: 3, naN: 10, naNWithR1: 10, raging: 0.61, quiet: 0.1, slower: 0.84, hastyAt200: 0.11 },
] as const;

type Told = (typeof TOLD)[number];

/** What the lesson says of a seed, if it says anything; numbers of the text have two decimals. */
function assertTold(value: number | undefined, seed: number, quoted: (told: Told) => number): void {
  const told = TOLD.find((row) => row.seed === seed);
  if (told !== undefined) {
    assert.ok(
      Math.abs((value ?? Number.NaN) - quoted(told)) <= 0.0051,
      `${value}, and the lesson says ${quoted(told)}`,
    );
  }
}

lessonPromises(
  8,
  (promise) => {
    promise('the naive loss ends in NaN within twenty rounds, in a round of its own', async (seed, note) => {
      const die = (run: LessonRun) => {
        const round = run.playUntilNaN(400) ?? Infinity;
        note('NaN in round', round);
        assertTold(round, seed, ({ naN }) => naN);
        assert.ok(round <= 20, `NaN in round ${round}`);
      };
      await LessonRun.play(lesson, 'dying', seed, die);
      if (seed !== TOLD[0].seed) {
        await LessonRun.reveal(lesson, 'other-luck', seed, (run, prediction) => {
          // In the same round, in another, not at all.
          assert.deepEqual(rightOptions(prediction), [1]);
          die(run);
        });
      }
    });

    promise('R1 does not prevent the NaN', async (seed, note) => {
      await LessonRun.play(lesson, 'dying', seed, (run) => {
        run.change({ r1Weight: 0.6 });
        const round = run.playUntilNaN(400) ?? Infinity;
        note('NaN in round', round);
        assertTold(round, seed, ({ naNWithR1 }) => naNWithR1);
        assert.ok(round <= 400, 'no NaN within 400 rounds');
      });
    });

    promise('computed from logits it lives on with about two kinds', async (seed, note) => {
      await LessonRun.reveal(lesson, 'cured', seed, (run, prediction) => {
        // Good portraits, poor ones, NaN.
        assert.deepEqual(rightOptions(prediction), [1]);
        const kinds = run.at(400, 'effectiveModes');
        note('kinds', kinds);
        note('mini-FID', run.at(400, 'miniFid'));
        assert.ok(kinds < 3, `${kinds} kinds`);
        assert.ok(run.at(400, 'miniFid') > 0.5, `mini-FID ${run.at(400, 'miniFid')}`);
        if (TOLD.some((told) => told.seed === seed)) {
          assert.ok(kinds > 1.8 && kinds < 2.2, `${kinds} kinds`);
          assert.equal(run.at(400, 'miniFid').toFixed(1), '0.9');
        }
      });
    });

    promise('with much momentum it rages, and with less it reaches the goal', async (seed, note) => {
      await LessonRun.play(lesson, 'raging-again', seed, (run) => {
        run.playTo(400);
        note('mini-FID, raging', run.at(400, 'miniFid'));
        assertTold(run.at(400, 'miniFid'), seed, ({ raging }) => raging);
        assert.equal(run.reaches('quiet'), undefined, `raging: ${run.at(400, 'miniFid')}`);
      });
      await LessonRun.play(lesson, 'raging-again', seed, (run) => {
        run.take('knobs', LESS_MOMENTUM);
        run.playTo(400);
        note('mini-FID, less momentum', run.at(400, 'miniFid'));
        assertTold(run.at(400, 'miniFid'), seed, ({ quiet }) => quiet);
        assert.equal(run.reaches('quiet'), 400, `less momentum: ${run.at(400, 'miniFid')}`);
      });
    });

    promise('a smaller learning rate alone does not help', async (seed, note) => {
      await LessonRun.reveal(lesson, 'usual-suspect', seed, (run, prediction) => {
        // Quiet, hardly better, NaN.
        assert.deepEqual(rightOptions(prediction), [1]);
        note('mini-FID', run.at(400, 'miniFid'));
        assertTold(run.at(400, 'miniFid'), seed, ({ slower }) => slower);
        assert.ok(run.at(400, 'miniFid') > 0.25, `mini-FID ${run.at(400, 'miniFid')}`);
      });
    });

    promise('a large learning rate leads until it loses everything', async (seed, note) => {
      await LessonRun.play(lesson, 'hasty', seed, (run) => {
        run.playTo(400);
        note('mini-FID at round 200', run.at(200, 'miniFid'));
        note('mini-FID at round 400', run.at(400, 'miniFid'));
        assertTold(run.at(200, 'miniFid'), seed, ({ hastyAt200 }) => hastyAt200);
        assert.ok(run.at(200, 'miniFid') < 0.2, `at round 200: ${run.at(200, 'miniFid')}`);
        assert.ok(run.at(400, 'miniFid') > 1, `at round 400: ${run.at(400, 'miniFid')}`);
      });
    });

    promise('a small learning rate only takes long', async (seed, note) => {
      await LessonRun.play(lesson, 'unhurried', seed, (run) => {
        run.playTo(400);
        const distance = run.at(400, 'miniFid');
        note('mini-FID', distance);
        assert.ok(distance > 0.25 && distance < 0.5, `distance ${distance}`);
      });
    });
  },
  () => {
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
  },
);
