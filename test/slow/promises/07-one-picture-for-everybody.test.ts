import assert from 'node:assert/strict';
import { LessonRun, mean, median } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, SEEDS, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('07-one-picture-for-everybody.md');

/** The buttons of the section "suspects". */
const SUSPECTS = {
  r1: 0,
  fullSpeed: 1,
  oneStep: 2,
  fiveStepsForHim: 3,
  shorterSteps: 4,
};

const CURES = [
  ['one step for the forger', SUSPECTS.oneStep],
  ['five steps for the inspector', SUSPECTS.fiveStepsForHim],
  ['shorter steps for the forger', SUSPECTS.shorterSteps],
] as const;

const NO_CURES = [
  ['R1', SUSPECTS.r1],
  ['full speed for the inspector', SUSPECTS.fullSpeed],
] as const;

/** The mean scores of the generated samples in one round: when he judges, after his step, and after her five. */
function scoresOfOneRound(run: LessonRun): readonly [number, number, number] {
  run.stepThrough('trainGenerator');
  const { batch, generatorBatch } = run.frame();
  const isGenerated = (_: number, card: number) => batch?.truth[card] === false;
  return [
    mean((batch?.probabilities ?? []).filter(isGenerated)),
    mean((batch?.probabilitiesAfter ?? []).filter(isGenerated)),
    mean(generatorBatch?.probabilitiesAfter ?? []),
  ];
}

/** He rejects the one picture in each round, and she lifts it again. */
function rejectsAndLifts(rounds: readonly ReturnType<typeof scoresOfOneRound>[]): void {
  const [judged, rejected, lifted] = [0, 1, 2].map((at) => mean(rounds.map((round) => round[at] ?? 0)));
  assert.ok(judged !== undefined && judged > 0.505 && judged < 0.535, `judged ${judged}`);
  assert.ok(rejected !== undefined && rejected > 0.465 && rejected < 0.5, `then ${rejected}`);
  assert.ok(lifted !== undefined && lifted > 0.505 && lifted < 0.535, `in the end ${lifted}`);
}

lessonPromises(
  7,
  (promise) => {
    promise('a healthy run paints few kinds at round 40 and nearly all at round 200', async (seed, note) => {
      await LessonRun.play(lesson, 'healthy', seed, (run) => {
        run.playTo(200);
        const early = run.at(40, 'effectiveModes');
        const late = run.at(200, 'effectiveModes');
        note('kinds at round 40', early);
        note('kinds at round 200', late);
        assert.ok(early > 1 && early < 3, `${early} kinds`);
        assert.ok(late > 5.5, `${late} kinds`);
      });
    });

    promise(
      'five steps lead to one picture that he rejects and she lifts again, and one step heals it',
      async (seed, note) => {
        await LessonRun.reveal(lesson, 'what-will-she-paint', seed, (run, prediction) => {
          // Good portraits, noise, one picture, copies.
          assert.deepEqual(rightOptions(prediction), [2]);
          const early = run.at(200, 'effectiveModes');
          note('kinds at round 200', early);
          note('kinds at round 400', run.at(400, 'effectiveModes'));
          note('mini-FID at round 400', run.at(400, 'miniFid'));
          const average = (measure: 'meanOnReal' | 'meanOnFake' | 'discriminatorLoss' | 'generatorLoss') =>
            mean(run.over(351, 400, measure));
          const right = mean([
            ...run.over(351, 400, 'accuracyOnReal'),
            ...run.over(351, 400, 'accuracyOnFake'),
          ]);
          note('originals get', average('meanOnReal'));
          note('forgeries get', average('meanOnFake'));
          note('his loss', average('discriminatorLoss'));
          note('her loss', average('generatorLoss'));
          note('right about', right);
          const collapsed = run.at(400, 'effectiveModes');
          assert.ok(collapsed < 1.5, `${collapsed} kinds at round 400`);
          assert.ok(right < 0.4, `right about ${right}`);
          if (SEEDS.some((quoted) => quoted === seed)) {
            assert.ok(early < 1.5, `${early} kinds at round 200`);
            assert.equal(run.at(400, 'miniFid').toFixed(1), '1.0');
            assert.equal(average('meanOnReal').toFixed(2), '0.49');
            assert.ok(Math.abs(average('meanOnFake') - 0.525) < 0.01);
            assert.ok(Math.abs(average('discriminatorLoss') - 1.46) < 0.015);
            assert.ok(Math.abs(average('generatorLoss') - 0.705) < 0.005);
          }

          run.goBackTo(390);
          rejectsAndLifts(Array.from({ length: 10 }, () => scoresOfOneRound(run)));

          run.take('suspects', SUSPECTS.oneStep);
          run.playTo(800);
          const halfway = run.at(600, 'effectiveModes');
          note('kinds at round 600', halfway);
          note('kinds at round 800', run.at(800, 'effectiveModes'));
          assert.ok(
            run.at(800, 'effectiveModes') > 5.5,
            `${run.at(800, 'effectiveModes')} kinds at round 800`,
          );
        });
      },
    );

    for (const [name, choice] of CURES) {
      promise(`${name} cures the collapse`, async (seed, note) => {
        await LessonRun.play(lesson, 'repair-run', seed, (run) => {
          run.take('suspects', choice);
          run.playTo(400);
          note('kinds', run.at(400, 'effectiveModes'));
          assert.equal(run.reaches('five-kinds'), 400, `${run.at(400, 'effectiveModes')} kinds`);
        });
      });
    }

    for (const [name, choice] of NO_CURES) {
      promise(`${name} does not cure the collapse`, async (seed, note) => {
        await LessonRun.play(lesson, 'repair-run', seed, (run) => {
          run.take('suspects', choice);
          run.playTo(400);
          note('kinds', run.at(400, 'effectiveModes'));
          assert.equal(run.reaches('five-kinds'), undefined, `${run.at(400, 'effectiveModes')} kinds`);
        });
      });
    }

    promise('the blob hops round the ring until she takes one step', async (seed, note) => {
      await LessonRun.play(lesson, 'hopping', seed, (run) => {
        run.playTo(1000);
        const kinds = median(run.over(300, 1000, 'effectiveModes'));
        note('kinds of eight while it hops', kinds);
        assert.ok(kinds < 2.5, `${kinds} kinds while it hops`);
      });
      await LessonRun.play(lesson, 'hopping', seed, (run) => {
        run.take('stop-hopping', 0);
        run.playTo(1000);
        note('kinds with one step', run.at(1000, 'effectiveModes'));
        assert.ok(
          run.at(1000, 'effectiveModes') > 7,
          `${run.at(1000, 'effectiveModes')} kinds with one step`,
        );
      });
    });
  },
  () => {
    it('the table of lesson 7 is that of seed 1', async () => {
      await LessonRun.play(lesson, 'healthy', 1, (run) => {
        run.playTo(400);
        const average = (measure: 'meanOnReal' | 'meanOnFake' | 'discriminatorLoss' | 'generatorLoss') =>
          mean(run.over(351, 400, measure)).toFixed(2);
        assert.deepEqual(
          [
            average('meanOnReal'),
            average('meanOnFake'),
            average('discriminatorLoss'),
            average('generatorLoss'),
          ],
          ['0.65', '0.34', '0.92', '1.36'],
        );
        const right = mean([
          ...run.over(351, 400, 'accuracyOnReal'),
          ...run.over(351, 400, 'accuracyOnFake'),
        ]);
        assert.equal(right.toFixed(2), '0.84');
        assert.equal(run.at(400, 'effectiveModes').toFixed(1), '5.9');
      });
    });
  },
);
