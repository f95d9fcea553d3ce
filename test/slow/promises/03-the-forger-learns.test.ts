import assert from 'node:assert/strict';
import { createCollection, sampleLength, type Collection } from '../../../webview/gan/datasets';
import { nearestOf } from '../../../webview/gan/metrics/nearest';
import type { Pictures } from '../../../src/shared/wire/run';
import { LessonRun, mean } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('03-the-forger-learns.md');

lessonPromises(
  3,
  (promise) => {
    promise(
      'an inspector who never learns is convinced by pictures no better than scribbles',
      async (seed, note) => {
        await LessonRun.reveal(lesson, 'blind-teacher-outcome', seed, (run, prediction) => {
          // High scores, and pictures no nearer to portraits.
          assert.deepEqual(rightOptions(prediction), [2]);
          const [start, end] = [run.at(0, 'miniFid'), run.at(100, 'miniFid')];
          note('score at round 10', run.at(10, 'meanOnFake'));
          note('score at round 100', run.at(100, 'meanOnFake'));
          note('mini-FID at round 0', start);
          note('mini-FID at round 100', end);
          assert.ok(run.at(10, 'meanOnFake') > 0.9, `he gives ${run.at(10, 'meanOnFake')} at round 10`);
          assert.ok(run.at(100, 'meanOnFake') > 0.99, `he gives ${run.at(100, 'meanOnFake')} at round 100`);
          assert.ok(end > 0.9 * start && end > 1, `from ${start} to ${end}`);
        });
      },
    );

    promise(
      'an inspector who stops is fooled by worse and worse pictures, and one step undoes it',
      async (seed, note) => {
        await LessonRun.play(lesson, 'school-again', seed, (run) => {
          run.playTo(400);
          assert.equal(run.reaches('fooled-not-better'), undefined, 'the goal is reached while he learns');
          assert.ok(Math.max(...run.over(201, 400, 'meanOnFake')) < 0.9);
          assert.ok(Math.max(...run.over(201, 400, 'miniFid')) < 0.5);
          const start = run.at(0, 'miniFid');
          const healthy = run.at(200, 'miniFid');

          run.goBackTo(200);
          run.take('teacher-asleep', 0);
          run.playTo(400);
          const reached = run.reaches('fooled-not-better') ?? Infinity;
          const worst = run.at(400, 'miniFid');
          note('goal reached at round', reached);
          note('mini-FID at round 400', worst);
          assert.ok(reached <= 350, `reached at round ${reached}`);
          assert.ok(worst > 1.2 && worst > 7 * healthy, `from ${healthy} to ${worst}; began at ${start}`);

          run.take('teacher-asleep', 1);
          run.playTo(500);
          const recovered = run.at(500, 'miniFid');
          note('score after one step', run.at(402, 'meanOnFake'));
          note('mini-FID at round 500', recovered);
          assert.ok(run.at(401, 'meanOnFake') > 0.95);
          assert.ok(run.at(402, 'meanOnFake') < 0.01, `one step leaves ${run.at(402, 'meanOnFake')}`);
          assert.ok(recovered < worst / 2, `recovered to ${recovered} only`);
        });
      },
    );

    promise(
      'halfway between two digits she paints one as good as others, unlike a blend',
      async (seed, note) => {
        await LessonRun.play(lesson, 'digits', seed, (run) => {
          run.playTo(800);
          const distance = distanceTo(createCollection(run.hyperparameters));
          const found = pairs().map(([from, to]) => {
            const [first, halfway, last] = distinct(run.walk({ kind: 'walk', from, to, steps: 3 }));
            assert.ok(first && halfway && last);
            const blend = first.map((value, i) => (value + (last[i] ?? 0)) / 2);
            return {
              ends: (distance(first) + distance(last)) / 2,
              halfway: distance(halfway),
              blend: distance(blend),
            };
          });
          const [ends, halfway, blend] = (['ends', 'halfway', 'blend'] as const).map((key) =>
            mean(found.map((pair) => pair[key])),
          );
          assert.ok(ends && halfway && blend);
          note('halfway, of the ends', halfway / ends);
          note('blend, of the ends', blend / ends);
          assert.ok(halfway < 1.05 * ends, `halfway ${halfway}, at the ends ${ends}`);
          assert.ok(blend > 1.02 * ends && blend > 1.05 * halfway, `blend ${blend}, at the ends ${ends}`);
        });
      },
    );
  },
  () => {
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

    it('her pictures are no nearer to originals than to portraits that were kept from both', async () => {
      await LessonRun.play(lesson, 'school', 1, (run) => {
        run.playTo(400);
        assert.ok(Math.abs(run.at(400, 'memorisationGap')) < 0.03);
      });
    });
  },
);

/** All pairs of the eight pictures of the showcase. */
function pairs(): [number, number][] {
  const places = Array.from({ length: 8 }, (_, place) => place);
  return places.flatMap((from) => places.filter((to) => to > from).map((to): [number, number] => [from, to]));
}

/** The values of each picture, from -1 to 1, without alpha. */
function distinct({ rgba, count, size }: Pictures): Float64Array[] {
  const pixels = size * size;
  return Array.from({ length: count }, (_, picture) =>
    Float64Array.from(
      { length: pixels * 3 },
      (_value, i) => (rgba[(picture * pixels + Math.floor(i / 3)) * 4 + (i % 3)] ?? 0) / 127.5 - 1,
    ),
  );
}

/** How far a picture is from the nearest of many originals, in colours. */
function distanceTo(collection: Collection): (picture: Float64Array) => number {
  const length = sampleLength(collection);
  const channels = length / (collection.sampleShape[0] ?? 1) ** 2;
  const sample = new Float32Array(length);
  const count = Math.min(collection.size, 2048);
  const originals = new Float64Array(count * length);
  for (let i = 0; i < count; i++) {
    collection.copySample(i, sample, 0);
    originals.set(sample, i * length);
  }
  return (picture) => {
    const own = Float64Array.from(
      { length },
      (_, i) => picture[Math.floor(i / channels) * 3 + (i % channels)] ?? 0,
    );
    return Math.sqrt(nearestOf(own, 0, originals, count, length).squaredDistance / length);
  };
}
