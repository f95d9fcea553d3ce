import assert from 'node:assert/strict';
import type { Plane } from '../../../src/shared/wire/plane';
import { LessonRun, median } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, SEEDS, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('05-crowds-of-points.md');

/** Middles of the three islands: 0.85 from the origin, the first one at the top. */
const ISLANDS = [0, 1, 2].map((i) => {
  const angle = Math.PI / 2 + (2 * Math.PI * i) / 3;
  return { x: 0.85 * Math.cos(angle), y: 0.85 * Math.sin(angle) };
});

/** Islands reach about as far from their middles. */
const ISLAND_RADIUS = 0.3;

type Place = (typeof ISLANDS)[number];

/** What the discriminator says of a place. */
function opinionAt({ field, cells, extent }: Plane, { x, y }: Place): number {
  const cell = (value: number) => Math.floor(((value + extent) / (2 * extent)) * cells);
  const opinion = field?.[cell(y) * cells + cell(x)];
  assert.ok(opinion !== undefined);
  return opinion;
}

/** Whether none of the forger's points is on an island. */
function isMissed({ generated: { points } }: Plane, { x, y }: Place): boolean {
  return points.every(
    (value, i) => i % 2 === 1 || Math.hypot(value - x, (points[i + 1] ?? 0) - y) > ISLAND_RADIUS,
  );
}

function planeOf(run: LessonRun): Plane {
  const { plane } = run.frame(['field', 'optimal', 'gap']);
  assert.ok(plane);
  return plane;
}

lessonPromises(
  5,
  (promise) => {
    promise('all three islands are populated in a healthy run', async (seed, note) => {
      await LessonRun.play(lesson, 'three-islands', seed, (run) => {
        run.playTo(400);
        note('kinds', run.at(400, 'effectiveModes'));
        note('mini-FID', run.at(400, 'miniFid'));
        assert.ok(run.at(400, 'effectiveModes') > 2.9, `${run.at(400, 'effectiveModes')} kinds`);
        assert.ok(run.at(400, 'miniFid') < 0.05, `mini-FID ${run.at(400, 'miniFid')}`);
        for (const measure of ['meanOnReal', 'meanOnFake'] as const) {
          note(measure, run.at(400, measure));
          assert.ok(Math.abs(run.at(400, measure) - 0.5) < 0.03, `${measure} ${run.at(400, measure)}`);
        }
      });
    });

    promise('an island without forgeries is real to him', async (seed, note) => {
      await LessonRun.reveal(lesson, 'colour-of-missed-island', seed, (run, prediction) => {
        // About one half, fake, real, a matter of chance.
        assert.deepEqual(rightOptions(prediction), [2]);
        const plane = planeOf(run);
        const missed = ISLANDS.filter((island) => isMissed(plane, island));
        note('islands without forgeries', missed.length);
        assert.ok(missed.length > 0, 'no island is missed');
        for (const island of missed) {
          const opinion = opinionAt(plane, island);
          assert.ok(opinion > 0.95, `${opinion} at ${island.x}, ${island.y}`);
        }
        if (seed === 1) {
          assert.ok(missed.includes(ISLANDS[0] ?? { x: 0, y: 0 }), 'the top island is not missed');
        }
      });
    });

    promise('only without R1 he comes near the optimal inspector', async (seed, note) => {
      const gap = (run: LessonRun) => median(run.over(200, 400, 'optimalGap'));
      await LessonRun.play(lesson, 'overlap', seed, (run) => {
        run.playTo(400);
        note('gap with R1', gap(run));
        assert.equal(run.reaches('close-the-gap'), undefined, 'reached with R1');
      });
      for (const choice of [1, 2]) {
        await LessonRun.play(lesson, 'overlap', seed, (run) => {
          run.take('gap-knobs', choice);
          run.playTo(400);
          assert.equal(run.reaches('close-the-gap'), undefined, `reached by choice ${choice}`);
          if (choice === 1) {
            const [least, most] = [100, 200, 300, 400].reduce(
              ([low, high], round) => {
                const value = run.at(round, 'optimalGap');
                return [Math.min(low, value), Math.max(high, value)] as const;
              },
              [1, 0] as readonly [number, number],
            );
            note('least with five steps', least);
            note('most with five steps', most);
          }
        });
      }
      await LessonRun.play(lesson, 'overlap', seed, (run) => {
        run.take('gap-knobs', 0);
        run.playTo(400);
        const reached = run.reaches('close-the-gap') ?? Infinity;
        note('gap without R1', gap(run));
        note('reached at round', reached);
        assert.ok(reached <= 200, `reached at round ${reached}`);
      });
    });

    promise('he says one half while the crowds still differ', async (seed, note) => {
      await LessonRun.reveal(lesson, 'half-everywhere', seed, (run, prediction) => {
        // 0, clearly above 0, 1, not defined.
        assert.deepEqual(rightOptions(prediction), [1]);
        note('divergence in bits', run.at(400, 'jensenShannon'));
        note('his loss', run.at(400, 'discriminatorLoss'));
        for (const measure of ['meanOnReal', 'meanOnFake'] as const) {
          const mean = run.at(400, measure);
          assert.ok(mean > 0.485 && mean < 0.525, `${measure} ${mean}`);
        }
        const loss = run.at(400, 'discriminatorLoss');
        assert.ok(Math.abs(loss - 1.39) < 0.02, `loss ${loss}`);
        const divergence = run.at(400, 'jensenShannon');
        // Between originals and originals it is up to 0.04.
        assert.ok(divergence > 0.1, `${divergence} bits`);
        if (SEEDS.some((quoted) => quoted === seed)) {
          assert.ok(divergence > 0.155 && divergence < 0.505, `${divergence} bits`);
          // 1 bit is ln 2 nats.
          const best = 2 * Math.LN2 * (1 - divergence);
          assert.ok(best > 0.65 && best < 1.25, `the best pays ${best}`);
        }
      });
    });
  },
  () => {
    it('one face has the numbers of the ideal end with seed 1', async () => {
      await LessonRun.play(lesson, 'one-face', 1, (run) => {
        run.playTo(400);
        assert.deepEqual(
          (['meanOnReal', 'meanOnFake', 'discriminatorLoss'] as const).map((measure) =>
            run.at(400, measure).toFixed(2),
          ),
          ['0.48', '0.51', '1.43'],
        );
        assert.ok(run.at(400, 'effectiveModes') < 1.1);
      });
    });
  },
);
