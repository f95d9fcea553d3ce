import assert from 'node:assert/strict';
import { LessonRun, median } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('01-the-forger-and-the-inspector.md');

/** Share of all pictures that he judged right, in each round. */
function right(run: LessonRun, from: number, to: number): number[] {
  const onFake = run.over(from, to, 'accuracyOnFake');
  return run.over(from, to, 'accuracyOnReal').map((onReal, i) => (onReal + (onFake[i] ?? 0)) / 2);
}

lessonPromises(1, (promise) => {
  promise(
    'there are portraits of nearly all six kinds by round 200, and none at round 10',
    async (seed, note) => {
      await LessonRun.reveal(lesson, 'first-face', seed, (run, prediction) => {
        assert.deepEqual(rightOptions(prediction), [1]);
        note('mini-FID at round 10', run.at(10, 'miniFid'));
        note('mini-FID at round 200', run.at(200, 'miniFid'));
        note('kinds at round 200', run.at(200, 'effectiveModes'));
        assert.ok(run.at(10, 'miniFid') > 0.9, 'not noise any longer');
        assert.ok(run.at(200, 'miniFid') < 0.2, `mini-FID ${run.at(200, 'miniFid')}`);
        assert.ok(run.at(200, 'effectiveModes') > 5.5, `${run.at(200, 'effectiveModes')} kinds`);
        assert.ok((run.reaches('faces-by-200') ?? Infinity) <= 200, 'the goal is not reached');
      });
    },
  );

  promise('he is ahead at round 10, and right about 70 to 97 % from round 300 on', async (seed, note) => {
    await LessonRun.play(lesson, undefined, seed, (run) => {
      run.playTo(800);
      assert.ok(median(right(run, 8, 12)) > 0.95, `at first he is right about ${median(right(run, 8, 12))}`);
      const later = right(run, 300, 800).toSorted((a, b) => a - b);
      const share = (part: number) => later[Math.floor(part * (later.length - 1))] ?? Number.NaN;
      note('10th percentile', share(0.1));
      note('90th percentile', share(0.9));
      assert.ok(share(0.1) >= 0.7, `a tenth of the piles is under ${share(0.1)}`);
      assert.ok(share(0.9) <= 0.97, `a tenth of the piles is over ${share(0.9)}`);
    });
  });
});
