import assert from 'node:assert/strict';
import { recordRun } from '../../../scripts/train/recordedRun';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { hyperparametersOf } from '../../../src/shared/domain/lesson';
import { LessonRun } from './lessonRun';
import { rightOptions, sectionOf, SEEDS, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('11-your-own-collection.md');

/** Buttons of the section "more-originals", and whether they reach the goal at round 400. */
const MORE = [
  { originals: 32, choice: 0, enough: false },
  { originals: 128, choice: 1, enough: true },
  { originals: 1000, choice: 2, enough: true },
] as const;

/** The kind of the only one of the four originals that hangs before the green wall. */
const RED_ON_GREEN = 3;

describe('Lesson 11 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const seed of SEEDS) {
    it(`she copies two kinds of a museum of four with seed ${seed}`, async () => {
      assert.deepEqual(rightOptions(sectionOf(lesson, 'prediction', 'what-of-four')), [2]);
      const experiment = sectionOf(lesson, 'experiment', 'four-originals');
      const recorded = await recordRun({ ...hyperparametersOf(lesson, experiment, 'cpu'), seed }, 400);
      assert.ok(recorded.ok);
      const last = recorded.value.snapshots.at(-1);
      assert.ok(last?.quality && last.memorisationGap !== undefined);
      assert.equal(last.quality.effectiveModes.toFixed(1), '1.9');
      assert.equal(last.quality.modeCounts[RED_ON_GREEN], 0);
      assert.ok(last.quality.precision > 0.905 && last.quality.precision < 0.945);
      assert.ok(Math.abs(last.quality.miniFid - 1.45) < 0.05);
      assert.ok(last.memorisationGap > 0.45 && last.memorisationGap < 0.55);
    });

    it(`orders bring her nearer, with all six kinds, with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'orders-help', seed, (run, prediction) => {
        // Larger, the same, smaller.
        assert.deepEqual(rightOptions(prediction), [2]);
        const distance = run.at(400, 'miniFid');
        assert.ok(distance > 0.035 && distance < 0.065, `distance ${distance}`);
        assert.equal(run.at(400, 'effectiveModes').toFixed(1), '6.0');
      });
    });

    for (const { originals, choice, enough } of MORE) {
      it(`${originals} originals are ${enough ? '' : 'not '}enough with seed ${seed}`, async () => {
        const button = { section: 'more-originals', choice };
        await LessonRun.playChoice(lesson, 'nearly-empty', button, seed, (run) => {
          run.playTo(400);
          assert.equal(run.reaches('enough'), enough ? 400 : undefined);
        });
      });
    }

    it(`four originals are not enough with seed ${seed}`, async () => {
      await LessonRun.play(lesson, 'nearly-empty', seed, (run) => {
        run.playTo(400);
        assert.equal(run.reaches('enough'), undefined);
      });
    });
  }

  for (const [seed, convincing] of [
    [1, '0.93'],
    [2, '0.96'],
  ] as const) {
    it(`orders make her pictures convincing with seed ${seed}`, async () => {
      const run = await recordRun({ ...PICTURE_DEFAULTS, conditional: 'yes', seed, backend: 'cpu' }, 400);
      assert.ok(run.ok);
      assert.equal(run.value.snapshots.at(-1)?.quality?.precision.toFixed(2), convincing);
    });
  }

  it('the rule of stopping does what the text says about seeds 4 and 5', async () => {
    const patience = 150;
    const told = [
      { seed: 4, stopped: 500, kept: 350, distance: '0.08' },
      { seed: 5, stopped: 650, kept: 500, distance: '0.09' },
    ];
    for (const { seed, stopped, kept, distance } of told) {
      const recorded = await recordRun({ ...PICTURE_DEFAULTS, seed, backend: 'cpu' }, stopped);
      assert.ok(recorded.ok);
      let best = { round: 0, miniFid: Infinity };
      const stops: number[] = [];
      for (const { round, miniFid } of recorded.value.record.quality) {
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
});
