import assert from 'node:assert/strict';
import { LessonRun } from './lessonRun';
import { rightOptions, SEEDS, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('03-the-forger-learns.md');

describe('Lesson 3 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const seed of SEEDS) {
    it(`an inspector who never learns is convinced by pictures worse than scribbles with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'blind-teacher-outcome', seed, (run, prediction) => {
        // High scores, and pictures no nearer to portraits.
        assert.deepEqual(rightOptions(prediction), [2]);
        assert.ok(run.at(10, 'meanOnFake') > 0.95);
        assert.ok(run.at(100, 'meanOnFake') > 0.99);
        const [start, end] = [run.at(0, 'miniFid'), run.at(100, 'miniFid')];
        assert.ok(start > 1.25 && start < 1.55, `began at ${start}`);
        assert.ok(end > start && end > 1.45 && end < 2.15, `from ${start} to ${end}`);
      });
    });

    it(`an inspector who stops is fooled by worse and worse pictures, and one step undoes it, with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'school-again', seed, (run) => {
        run.playTo(400);
        assert.equal(run.reaches('fooled-not-better'), undefined);
        assert.ok(Math.max(...run.over(201, 400, 'meanOnFake')) < 0.9);
        assert.ok(Math.max(...run.over(201, 400, 'miniFid')) < 0.5);
        const start = run.at(0, 'miniFid');
        const healthy = run.at(200, 'miniFid');

        run.goBackTo(200);
        run.take('teacher-asleep', 0);
        run.playTo(400);
        const reached = run.reaches('fooled-not-better') ?? Infinity;
        assert.ok(reached <= 350, `reached at round ${reached}`);
        const worst = run.at(400, 'miniFid');
        assert.ok(worst > 1.2 && worst > 7 * healthy, `from ${healthy} to ${worst}; began at ${start}`);

        run.take('teacher-asleep', 1);
        run.playTo(500);
        assert.ok(run.at(401, 'meanOnFake') > 0.95);
        assert.ok(run.at(402, 'meanOnFake') < 0.01);
        const recovered = run.at(500, 'miniFid');
        assert.ok(recovered < 0.2, `recovered to ${recovered}`);
      });
    });
  }

  it('on seed 1 the scores rise from 45 to 97 % while the portraits fall back to where they began', async () => {
    await LessonRun.play(lesson, 'school-again', 1, (run) => {
      run.playTo(200);
      run.take('teacher-asleep', 0);
      run.playTo(400);
      assert.equal(run.at(200, 'meanOnFake').toFixed(2), '0.45');
      assert.equal(run.at(400, 'meanOnFake').toFixed(2), '0.97');
      assert.equal(run.at(200, 'miniFid').toFixed(2), '0.12');
      assert.equal(run.at(400, 'miniFid').toFixed(1), '1.5');
      assert.ok(run.at(400, 'miniFid') > run.at(0, 'miniFid'));
    });
  });

  it('a generator of that size could not hold its originals', async () => {
    await LessonRun.play(lesson, 'school', 1, ({ start, hyperparameters: h }) => {
      assert.equal(start.generatorParameters, 32_667);
      assert.equal(h.collectionSize * h.pictureSize ** 2 * 3, 3_145_728);
    });
  });
});
