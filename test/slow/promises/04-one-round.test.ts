import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { LessonRun } from './lessonRun';
import { rightOptions, SEEDS, sectionOf, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('04-one-round.md');

/** Choices of the section "steps", and what the lesson says of mini-FID at rounds 60 and 200 on seeds 1 to 3. */
const MEASURED = [
  { steps: 'inspector twice', choice: 0, at60: [0.42, 0.51, 0.32], at200: [0.09, 0.11, 0.09] },
  { steps: 'forger twice', choice: 1, at60: [0.23, 0.39, 0.17], at200: [0.15, 0.13, 0.12] },
  { steps: 'forger five times', choice: 2, at60: [0.82, 0.56, 0.69], at200: [0.93, 0.62, 0.52] },
  { steps: 'one each', choice: 3, at60: [0.46, 0.64, 0.47], at200: [0.12, 0.17, 0.12] },
] as const;

/** What the discriminator pays for the cards that lie on the desk. */
function price({ batch }: RunFrame, scores: 'probabilities' | 'probabilitiesAfter'): number {
  const probabilities = batch?.[scores];
  assert.ok(batch && probabilities);
  return probabilities.reduce((sum, p, i) => sum - Math.log(batch.truth[i] === true ? p : 1 - p), 0);
}

describe('Lesson 4 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const seed of SEEDS) {
    it(`phase 5 moves his verdicts and nothing of hers with seed ${seed}`, async () => {
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
  }

  for (const { steps, choice, at60, at200 } of MEASURED) {
    for (const [index, seed] of SEEDS.entries()) {
      it(`the distance is as measured with ${steps} and seed ${seed}`, async () => {
        await LessonRun.play(lesson, 'one-each', seed, (run) => {
          if (steps !== 'one each') {
            run.take('steps', choice);
          }
          run.playTo(200);
          assert.equal(run.at(60, 'miniFid').toFixed(2), at60[index]?.toFixed(2));
          assert.equal(run.at(200, 'miniFid').toFixed(2), at200[index]?.toFixed(2));
          if (steps === 'one each' || steps === 'forger twice') {
            assert.equal(run.reaches('faster-by-sixty'), steps === 'one each' ? undefined : 60);
          }
          if (steps === 'one each') {
            const start = run.at(0, 'miniFid');
            assert.ok(start > 1.1 && start < 1.6, `began at ${start}`);
            assert.ok(run.at(200, 'miniFid') < 0.2);
          }
        });
      });
    }
  }

  it('an epoch has as many rounds as it says', async () => {
    await LessonRun.play(lesson, undefined, 1, ({ hyperparameters: h }) => {
      const { answer } = sectionOf(lesson, 'question', 'rounds-per-epoch');
      assert.ok(answer.type === 'number');
      assert.equal(answer.value, h.collectionSize / h.batchSize);
    });
  });
});
