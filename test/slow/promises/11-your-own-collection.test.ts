import assert from 'node:assert/strict';
import { trainRun } from '../../../scripts/train/trainedRun';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { columnOf } from '../../../src/shared/domain/measures';
import { LessonRun } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, sectionOf, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('11-your-own-collection.md');

/** Buttons of the section "more-originals", and whether they reach the goal at round 400. */
const MORE = [
  { originals: 32, choice: 0, enough: false },
  { originals: 128, choice: 1, enough: true },
  { originals: 1000, choice: 2, enough: true },
] as const;

lessonPromises(
  11,
  (promise) => {
    promise('she copies two kinds of a museum of four', async (seed, note) => {
      assert.deepEqual(rightOptions(sectionOf(lesson, 'prediction', 'what-of-four')), [2]);
      await LessonRun.play(lesson, 'four-originals', seed, (run) => {
        run.playTo(400);
        const [kinds, gap] = [run.at(400, 'effectiveModes'), run.at(400, 'memorisationGap')];
        const [convincing, distance] = [run.at(400, 'convincing'), run.at(400, 'miniFid')];
        note('kinds', kinds);
        note('gap', gap);
        note('convincing', convincing);
        note('mini-FID', distance);
        assert.ok(kinds > 1.7 && kinds < 2.1, `${kinds} kinds`);
        assert.ok(gap > 0.4 && gap < 0.6, `gap ${gap}`);
        assert.ok(convincing > 0.9, `${convincing} convincing`);
        assert.ok(Math.abs(distance - 1.42) < 0.1, `mini-FID ${distance}`);
      });
    });

    promise(
      'orders bring her nearer, with all six kinds, and make her pictures convincing',
      async (seed, note) => {
        const convincing = await LessonRun.play(lesson, undefined, seed, (run) => {
          run.playTo(400);
          return run.at(400, 'convincing');
        });
        note('convincing without orders', convincing);
        await LessonRun.reveal(lesson, 'orders-help', seed, (run, prediction) => {
          // Larger, the same, smaller.
          assert.deepEqual(rightOptions(prediction), [2]);
          const distance = run.at(400, 'miniFid');
          note('mini-FID', distance);
          note('kinds', run.at(400, 'effectiveModes'));
          note('convincing', run.at(400, 'convincing'));
          assert.ok(distance < 0.075, `distance ${distance}`);
          assert.ok(run.at(400, 'effectiveModes') > 5.9, `${run.at(400, 'effectiveModes')} kinds`);
          assert.ok(run.at(400, 'convincing') > 0.85, `${run.at(400, 'convincing')} convincing`);
          assert.ok(convincing < 0.3, `${convincing} convincing without orders`);
        });
      },
    );

    for (const { originals, choice, enough } of MORE) {
      promise(`${originals} originals are ${enough ? '' : 'not '}enough`, async (seed, note) => {
        const button = { section: 'more-originals', choice };
        await LessonRun.playChoice(lesson, 'nearly-empty', button, seed, (run) => {
          run.playTo(400);
          note('kinds', run.at(400, 'effectiveModes'));
          note('gap', run.at(400, 'memorisationGap'));
          note('mini-FID', run.at(400, 'miniFid'));
          assert.equal(
            run.reaches('enough'),
            enough ? 400 : undefined,
            `${run.at(400, 'effectiveModes')} kinds, gap ${run.at(400, 'memorisationGap')}`,
          );
        });
      });
    }
  },
  () => {
    it('the rule of stopping does what the text says about seeds 4 and 5', async () => {
      const patience = 150;
      const told = [
        { seed: 4, stopped: 500, kept: 350, distance: '0.08' },
        { seed: 5, stopped: 650, kept: 500, distance: '0.09' },
      ];
      for (const { seed, stopped, kept, distance } of told) {
        const recorded = await trainRun({ ...PICTURE_DEFAULTS, seed, backend: 'cpu' }, stopped);
        assert.ok(recorded.ok);
        let best = { round: 0, miniFid: Infinity };
        const stops: number[] = [];
        const { rounds, values } = columnOf(recorded.value.series, 'miniFid');
        for (const [index, miniFid] of values.entries()) {
          const round = rounds[index] ?? 0;
          if (miniFid < best.miniFid) {
            best = { round, miniFid };
          } else if (round - best.round >= patience) {
            stops.push(round);
          }
        }
        assert.deepEqual(stops, [stopped]);
        assert.equal(best.round, kept);
        assert.equal(best.miniFid.toFixed(2), distance);
      }
    });
  },
);
