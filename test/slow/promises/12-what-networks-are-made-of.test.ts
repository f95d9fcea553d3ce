import assert from 'node:assert/strict';
import { LessonRun } from './lessonRun';
import { rightOptions, shippedLesson, TIME_LIMIT_MS } from './shippedLesson';

const lesson = shippedLesson('12-what-networks-are-made-of.md');

/** Buttons of the section "dense-knobs". */
const CONVOLUTIONAL = 0;
const WIDE = 1;

/** What the lesson says of each seed at round 400: distances, and the share of convincing pictures in percent. */
const TOLD = [
  {
    seed: 1,
    dense: 0.25,
    healthy: 0.08,
    shapes: [
      [0.11, 38],
      [0.11, 0],
      [0.08, 18],
      [0.13, 29],
    ],
    convincing: 11,
  },
  {
    seed: 2,
    dense: 0.46,
    healthy: 0.13,
    shapes: [
      [0.1, 38],
      [0.13, 0],
      [0.12, 14],
      [0.17, 49],
    ],
    convincing: 11,
  },
  {
    seed: 3,
    dense: 0.34,
    healthy: 0.09,
    shapes: [
      [0.11, 45],
      [0.11, 0],
      [0.08, 16],
      [0.14, 45],
    ],
    convincing: 14,
  },
] as const;

/** Of the buttons of the section "shapes": deeper, narrower, batch normalization, a dense forger. */
const REACHES_QUARTER = [true, false, false, true] as const;

/** Numbers of the text have two decimals. */
function assertTold(value: number, told: number): void {
  assert.ok(Math.abs(value - told) <= 0.0051, `${value}, and the lesson says ${told}`);
}

describe('Lesson 12 promises that', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const { seed, dense, healthy, shapes, convincing } of TOLD) {
    it(`a dense inspector leaves pixel noise with seed ${seed}`, async () => {
      await LessonRun.reveal(lesson, 'dense-inspector', seed, (run, prediction) => {
        // The same, faces under noise, better.
        assert.deepEqual(rightOptions(prediction), [1]);
        assertTold(run.at(400, 'miniFid'), dense);
        const detail = run.at(400, 'fineDetail');
        assert.ok(detail > 20.5 && detail < 26.5, `${detail} times the detail of originals`);
        assert.equal(run.at(400, 'convincing'), 0);
      });
    });

    it(`a convolutional inspector is the cure, and a wider one is not, with seed ${seed}`, async () => {
      const choose = (choice: number, look: (run: LessonRun) => void) =>
        LessonRun.playChoice(lesson, 'dense-run', { section: 'dense-knobs', choice }, seed, (run) => {
          run.playTo(400);
          look(run);
        });
      await choose(CONVOLUTIONAL, (run) => {
        assert.equal(run.reaches('near-again'), 400);
        assertTold(run.at(400, 'miniFid'), healthy);
        const detail = run.at(400, 'fineDetail');
        assert.ok(detail > 9.5 && detail < 14.5, `${detail} times the detail of originals`);
        assert.equal(Math.round(100 * run.at(400, 'convincing')), convincing);
      });
      await choose(WIDE, (run) => {
        assert.equal(run.reaches('near-again'), undefined);
        const distance = run.at(400, 'miniFid');
        assert.ok(distance > 0.175 && distance < 0.305, `distance ${distance}`);
      });
    });

    for (const [choice, [distance, share]] of shapes.entries()) {
      it(`network ${choice} of "shapes" is as good as it says with seed ${seed}`, async () => {
        await LessonRun.playChoice(lesson, 'healthy', { section: 'shapes', choice }, seed, (run) => {
          run.playTo(400);
          assertTold(run.at(400, 'miniFid'), distance);
          assert.equal(Math.round(100 * run.at(400, 'convincing')), share);
          assert.equal(run.reaches('quarter') === 400, REACHES_QUARTER[choice]);
        });
      });
    }
  }
});
