import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { LessonRun } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, sectionOf, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('04-one-round.md');

/** Choices of the section "steps" in their order, and what the lesson says of mini-FID at rounds 60 and 200 on seeds 1 to 3. */
const MEASURED = [
  { steps: 'inspector twice', at60: [0.42, 0.51, 0.32], at200: [0.09, 0.11, 0.09] },
  { steps: 'forger twice', at60: [0.23, 0.39, 0.17], at200: [0.15, 0.13, 0.12] },
  { steps: 'forger five times', at60: [0.82, 0.56, 0.69], at200: [0.93, 0.62, 0.52] },
  { steps: 'one each', at60: [0.46, 0.64, 0.47], at200: [0.12, 0.17, 0.12] },
] as const;

type Steps = (typeof MEASURED)[number]['steps'];

/** What the discriminator pays for the cards that lie on the desk. */
function price({ batch }: RunFrame, scores: 'probabilities' | 'probabilitiesAfter'): number {
  const probabilities = batch?.[scores];
  assert.ok(batch && probabilities);
  return probabilities.reduce((sum, p, i) => sum - Math.log(batch.truth[i] === true ? p : 1 - p), 0);
}

/** A choice of the section "steps", or the run as it is. */
function take(steps: Steps, run: LessonRun): void {
  const choice = MEASURED.findIndex((measured) => measured.steps === steps);
  if (steps !== 'one each') {
    run.take('steps', choice);
  }
}

/** What the lesson says of seeds 1 to 3. */
function assertTold(steps: Steps, seed: number, run: LessonRun): void {
  const told = MEASURED.find((measured) => measured.steps === steps);
  const [at60, at200] = [told?.at60[seed - 1], told?.at200[seed - 1]];
  if (at60 !== undefined && at200 !== undefined) {
    assert.equal(run.at(60, 'miniFid').toFixed(2), at60.toFixed(2));
    assert.equal(run.at(200, 'miniFid').toFixed(2), at200.toFixed(2));
  }
}

/** mini-FID at both rounds, and the round in which the goal of the step was reached. */
async function at60And200(
  steps: Steps,
  seed: number,
): Promise<{ readonly at60: number; readonly at200: number; readonly goal: number | undefined }> {
  return LessonRun.play(lesson, 'one-each', seed, (run) => {
    take(steps, run);
    run.playTo(200);
    assertTold(steps, seed, run);
    return {
      at60: run.at(60, 'miniFid'),
      at200: run.at(200, 'miniFid'),
      goal: run.reaches('faster-by-sixty'),
    };
  });
}

lessonPromises(
  4,
  (promise) => {
    promise('phase 5 moves his verdicts and nothing of hers', async (seed) => {
      const prediction = sectionOf(lesson, 'prediction', 'what-moves-in-five');
      // The places on the ruler, and what the batch would cost him now.
      assert.deepEqual(rightOptions(prediction), [0, 1]);
      await LessonRun.play(lesson, prediction.experiment, seed, (run) => {
        run.stepThrough('reveal');
        const before = run.frame();
        run.stepThrough('trainDiscriminator');
        const after = run.frame();
        assert.deepEqual(after.batch?.pictures, before.batch?.pictures);
        assert.deepEqual(after.canvas, before.canvas);
        assert.deepEqual(after.fixedSamples, before.fixedSamples);
        assert.notDeepEqual(after.batch?.probabilitiesAfter, after.batch?.probabilities);
        assert.ok(price(after, 'probabilitiesAfter') < price(after, 'probabilities'));
      });
    });

    promise('one step each begins between 1.1 and 1.6, and is below 0.2 by round 200', async (seed, note) => {
      await LessonRun.play(lesson, 'one-each', seed, (run) => {
        run.playTo(200);
        const start = run.at(0, 'miniFid');
        note('mini-FID at round 0', start);
        note('at round 200', run.at(200, 'miniFid'));
        assertTold('one each', seed, run);
        assert.ok(start > 1.1 && start < 1.6, `began at ${start}`);
        assert.ok(run.at(200, 'miniFid') < 0.2, `at round 200: ${run.at(200, 'miniFid')}`);
      });
    });

    promise('two steps for her reach the goal at round 60, and one each does not', async (seed, note) => {
      const oneEach = await at60And200('one each', seed);
      const twice = await at60And200('forger twice', seed);
      note('mini-FID at round 60, one each', oneEach.at60);
      note('forger twice', twice.at60);
      assert.equal(oneEach.goal, undefined, `one step each has ${oneEach.at60}`);
      assert.equal(twice.goal, 60, `two steps have ${twice.at60}`);
    });

    promise('by round 200 an extra step of his pays, and five of hers ruin it', async (seed, note) => {
      const [one, his, five] = [
        await at60And200('one each', seed),
        await at60And200('inspector twice', seed),
        await at60And200('forger five times', seed),
      ];
      note('mini-FID at round 200, one each', one.at200);
      note('inspector twice', his.at200);
      note('forger five times', five.at200);
      assert.ok(his.at200 < one.at200, `his extra step: ${one.at200} to ${his.at200}`);
      assert.ok(five.at200 > 0.4, `five of hers: ${five.at200}`);
    });
  },
  () => {
    it('an epoch has as many rounds as it says', async () => {
      await LessonRun.play(lesson, undefined, 1, ({ hyperparameters: h }) => {
        const { answer } = sectionOf(lesson, 'question', 'rounds-per-epoch');
        assert.ok(answer.type === 'number');
        assert.equal(answer.value, h.collectionSize / h.batchSize);
      });
    });
  },
);
