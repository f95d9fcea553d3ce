import assert from 'node:assert/strict';
import { LessonRun, median } from './lessonRun';
import { rightOptions, SEEDS, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('02-the-inspector-learns.md');

describe('Lesson 2 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const seed of SEEDS) {
    it(`one step is enough to tell portraits from scribbles with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'rounds-he-needs', seed, (run, prediction) => {
        // A thousand, a hundred, ten, one.
        assert.deepEqual(rightOptions(prediction), [3]);
        assert.equal(run.at(2, 'accuracyOnReal'), 1);
        assert.equal(run.at(2, 'accuracyOnFake'), 1);
      });
    });

    it(`his loss keeps falling when he is right about all pictures with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'sleeping-forger', seed, (run) => {
        run.playTo(5);
        assert.ok(run.at(2, 'discriminatorLoss') > 0.6);
        assert.ok(run.at(5, 'discriminatorLoss') < 0.1);
        assert.deepEqual(run.over(2, 5, 'accuracyOnReal'), [1, 1, 1, 1]);
      });
    });

    it(`only a sleeping forger lets his loss fall below the goal with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'both-awake', seed, (run) => {
        run.playTo(500);
        assert.equal(run.reaches('below-six-tenths'), undefined);
        assert.ok(Math.min(...run.over(200, 440, 'discriminatorLoss')) > 0.64);
        const right = run
          .over(300, 400, 'accuracyOnReal')
          .map((onReal, i) => (onReal + (run.over(300, 400, 'accuracyOnFake')[i] ?? 0)) / 2);
        assert.ok(Math.abs(median(right) - 5 / 6) < 0.03, `right about ${median(right)}`);

        run.goBackTo(400);
        run.take('asleep-or-awake', 0);
        run.playTo(450);
        const reached = run.reaches('below-six-tenths') ?? Infinity;
        assert.ok(reached <= 425, `reached at round ${reached}`);

        run.take('asleep-or-awake', 1);
        run.playTo(500);
        const awake = median(run.over(490, 500, 'discriminatorLoss'));
        assert.ok(awake > 0.65, `the loss climbs to ${awake}`);
      });
    });
  }

  it('he is right about all originals and few forgeries before he has learned anything, with seed 1', async () => {
    await LessonRun.play(lesson, 'sleeping-forger', 1, (run) => {
      run.playTo(5);
      assert.equal(run.at(1, 'accuracyOnReal'), 1);
      assert.equal(run.at(1, 'accuracyOnFake').toFixed(2), '0.28');
      assert.deepEqual(
        [1, 2, 5].map((round) => run.at(round, 'discriminatorLoss').toFixed(2)),
        ['1.41', '0.69', '0.08'],
      );
      assert.equal(run.at(2, 'meanOnReal').toFixed(2), '0.75');
    });
  });
});
