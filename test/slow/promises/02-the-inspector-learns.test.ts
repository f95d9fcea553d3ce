import assert from 'node:assert/strict';
import { LessonRun, median } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('02-the-inspector-learns.md');

lessonPromises(
  2,
  (promise) => {
    promise('one step is enough to tell portraits from scribbles', async (seed, note) => {
      await LessonRun.reveal(lesson, 'rounds-he-needs', seed, (run, prediction) => {
        // A thousand, a hundred, ten, one.
        assert.deepEqual(rightOptions(prediction), [3]);
        note('right on originals', run.at(2, 'accuracyOnReal'));
        note('right on forgeries', run.at(2, 'accuracyOnFake'));
        assert.equal(run.at(2, 'accuracyOnReal'), 1);
        assert.equal(run.at(2, 'accuracyOnFake'), 1);
      });
    });

    promise('his loss keeps falling when he is right about all pictures', async (seed, note) => {
      await LessonRun.play(lesson, 'sleeping-forger', seed, (run) => {
        run.playTo(5);
        note('loss at round 2', run.at(2, 'discriminatorLoss'));
        note('loss at round 5', run.at(5, 'discriminatorLoss'));
        assert.ok(run.at(5, 'discriminatorLoss') < run.at(2, 'discriminatorLoss') / 3);
        assert.deepEqual(run.over(2, 5, 'accuracyOnReal'), [1, 1, 1, 1]);
      });
    });

    promise('only a sleeping forger lets his loss fall below 0.6', async (seed, note) => {
      await LessonRun.play(lesson, 'both-awake', seed, (run) => {
        run.playTo(500);
        const least = Math.min(...run.over(200, 440, 'discriminatorLoss'));
        note('least loss awake', least);
        const right = run
          .over(300, 400, 'accuracyOnReal')
          .map((onReal, i) => (onReal + (run.over(300, 400, 'accuracyOnFake')[i] ?? 0)) / 2);
        note('right about, rounds 300 to 400', median(right));
        assert.equal(run.reaches('below-six-tenths'), undefined, `reached while she is awake: ${least}`);
        assert.ok(median(right) > 0.78 && median(right) < 0.92, `right about ${median(right)}`);

        run.goBackTo(400);
        run.take('asleep-or-awake', 0);
        run.playTo(450);
        const reached = run.reaches('below-six-tenths') ?? Infinity;
        note('reached at round', reached);
        assert.ok(reached <= 425, `reached at round ${reached}`);

        run.take('asleep-or-awake', 1);
        run.playTo(500);
        const awake = median(run.over(490, 500, 'discriminatorLoss'));
        assert.ok(awake > 0.65, `the loss climbs to ${awake}`);
      });
    });
  },
  () => {
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
  },
);
