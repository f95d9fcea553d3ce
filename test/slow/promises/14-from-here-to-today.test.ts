import * as tf from '@tensorflow/tfjs-core';
import assert from 'node:assert/strict';
import type { GameSource } from '../../../webview/gan/games/gameSource';
import { createQualityMeasure } from '../../../webview/gan/metrics';
import { LessonRun } from './lessonRun';
import { lessonPromises } from './lessonPromises';
import { rightOptions, SEEDS, sectionOf, shippedLesson } from './shippedLesson';

const lesson = shippedLesson('14-from-here-to-today.md');

/** What the table of the lesson says, by the share of the noise: convincing, kinds and distance for seeds 1, 2, 3. */
const TRUNCATED = [
  { scale: 1, convincing: [11, 11, 14], kinds: [5.9, 5.9, 6], distance: [0.08, 0.13, 0.09] },
  { scale: 0.7, convincing: [26, 19, 24], kinds: [5.8, 5.8, 5.9], distance: [0.13, 0.21, 0.16] },
  { scale: 0.3, convincing: [6, 0, 5], kinds: [4.9, 3.8, 4.8], distance: [0.45, 0.54, 0.45] },
  { scale: 0, convincing: [0, 0, 0], kinds: [1, 1, 1], distance: [1.1, 1.2, 1.1] },
] as const;

/** What the prediction says of round 400. */
const KINDS_AT_400 = new Map([
  [1, 5.5],
  [2, 8.1],
  [3, 5.8],
]);

/** Three colours of hair before two walls: the mode of a portrait is 2 * hair + wall. */
const [HAIRS, WALLS] = [3, 2];
/** Pictures whose noise is averaged. */
const AVERAGED = 2048;

/** Latent vectors with the kinds of their pictures. */
interface Painted {
  readonly vectors: readonly Float32Array[];
  readonly kinds: readonly number[];
}

/** Paints latent vectors with the generator of a moment. */
function painter(source: GameSource): {
  readonly latents: (count: number) => Float32Array[];
  readonly paint: (vectors: readonly Float32Array[]) => number[];
} {
  const { hyperparameters: h } = source;
  const gan = source.present();
  const measure = createQualityMeasure(gan.collection);
  const kindOf = (samples: Float32Array): number => {
    // A sample counts for one kind; a measurement needs two.
    const twice = new Float32Array(2 * samples.length);
    twice.set(samples);
    twice.set(samples, samples.length);
    return measure.headline(twice, 2).modeCounts.indexOf(2);
  };
  return {
    latents: (count) => {
      const values = tf.tidy(() => gan.sampling.latent(count, h).dataSync());
      return Array.from({ length: count }, (_, i) =>
        Float32Array.from(values.slice(i * h.latentSize, (i + 1) * h.latentSize)),
      );
    },
    paint: (vectors) => {
      const samples = tf.tidy(() =>
        gan.generator.sample(tf.tensor2d(vectors.map((vector) => Array.from(vector)))).dataSync(),
      );
      const length = samples.length / vectors.length;
      return vectors.map((_, i) => kindOf(Float32Array.from(samples.slice(i * length, (i + 1) * length))));
    },
  };
}

function sum(...terms: readonly (readonly [number, Float32Array])[]): Float32Array {
  const [[, first] = [0, new Float32Array()]] = terms;
  return first.map((_, i) => terms.reduce((total, [factor, vector]) => total + factor * (vector[i] ?? 0), 0));
}

/** The mean latent vector of each kind. */
function means({ vectors, kinds }: Painted): Float32Array[] {
  return Array.from({ length: HAIRS * WALLS }, (_kind, kind) => {
    const own = vectors.filter((_, i) => kinds[i] === kind);
    assert.ok(own.length > 0, `kind ${kind} was never painted`);
    return sum(...own.map((vector) => [1 / own.length, vector] as const));
  });
}

/** All ways to take another wall for one colour of hair, shown by another colour: from, to, and the kind that is meant. */
function analogies(): {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly meant: number;
}[] {
  const kinds = Array.from({ length: HAIRS * WALLS }, (_, kind) => kind);
  return kinds.flatMap((of) => {
    const [hair, wall] = [Math.floor(of / WALLS), of % WALLS];
    const other = WALLS - 1 - wall;
    return Array.from({ length: HAIRS }, (_, shown) => shown)
      .filter((shown) => shown !== hair)
      .map((shown) => ({
        from: shown * WALLS + wall,
        to: shown * WALLS + other,
        of,
        meant: hair * WALLS + other,
      }));
  });
}

lessonPromises(14, (promise) => {
  promise(
    'less noise makes more pictures convincing, and then fewer; variety shrinks',
    async (seed, note) => {
      const prediction = sectionOf(lesson, 'prediction', 'shrink');
      assert.deepEqual(rightOptions(prediction), [1]);
      await LessonRun.play(lesson, prediction.experiment, seed, (run) => {
        run.playTo(prediction.revealAt);
        const found = TRUNCATED.map(({ scale }) => run.truncated(scale));
        const quoted = SEEDS.findIndex((one) => one === seed);
        found.forEach((quality, i) => {
          const row = TRUNCATED[i];
          assert.ok(row);
          note(`convincing with ${row.scale * 100} %`, quality.convincing ?? Number.NaN);
          note(`kinds with ${row.scale * 100} %`, quality.effectiveModes ?? Number.NaN);
          note(`mini-FID with ${row.scale * 100} %`, quality.miniFid);
          if (quoted >= 0) {
            assert.equal(Math.round(100 * (quality.convincing ?? Number.NaN)), row.convincing[quoted]);
            assert.equal(Number(quality.effectiveModes?.toFixed(1)), row.kinds[quoted]);
            assert.equal(Number(quality.miniFid.toFixed(row.scale === 0 ? 1 : 2)), row.distance[quoted]);
          }
        });
        const [whole, most, little] = found;
        assert.ok((most?.convincing ?? 0) > (whole?.convincing ?? 1), 'not more convincing with 70 %');
        assert.ok((little?.convincing ?? 1) < (most?.convincing ?? 0), 'not less convincing with 30 %');
        assert.ok((little?.effectiveModes ?? 6) < (most?.effectiveModes ?? 0), 'as varied with 30 %');
        assert.ok((most?.miniFid ?? 0) > 1.5 * (whole?.miniFid ?? 1), 'the distance grows by less than half');
      });
    },
  );

  promise('sums of mean noise give the kind that is meant', async (seed, note) => {
    await LessonRun.play(lesson, 'gallery', seed, (run) => {
      run.playTo(400);
      const { latents, paint } = painter(run.source());
      const vectors = latents(AVERAGED);
      const kinds = paint(vectors);
      const mean = means({ vectors, kinds });
      const all = analogies();
      assert.equal(all.length, 12);
      const place = ({ from, to, of }: (typeof all)[number]): Float32Array =>
        sum(
          [1, mean[to] ?? assert.fail()],
          [-1, mean[from] ?? assert.fail()],
          [1, mean[of] ?? assert.fail()],
        );
      const right = paint(all.map(place)).filter((kind, i) => kind === all[i]?.meant).length;
      note('right of 12 sums', right);
      assert.equal(right, 12);
      const single = all.flatMap(({ from, to, of, meant }) =>
        vectors
          .filter((_, i) => kinds[i] === of)
          .slice(0, 100)
          .map((vector) => ({
            meant,
            vector: sum([1, vector], [1, mean[to] ?? assert.fail()], [-1, mean[from] ?? assert.fail()]),
          })),
      );
      const obedient = paint(single.map(({ vector }) => vector)).filter(
        (kind, i) => kind === single[i]?.meant,
      );
      const share = obedient.length / single.length;
      note('single pictures that become the kind meant', share);
      if (SEEDS.some((quoted) => quoted === seed)) {
        assert.ok(share > 0.765 && share < 0.825, `${share} of single pictures`);
      }
    });
  });

  promise(
    'she covers fewer than ten of 25 islands while he learns at a fifth of his pace',
    async (seed, note) => {
      const prediction = sectionOf(lesson, 'prediction', 'slow-inspector');
      assert.deepEqual(rightOptions(prediction), [1]);
      await LessonRun.play(lesson, prediction.experiment, seed, (run) => {
        run.playTo(prediction.revealAt);
        const kinds = run.at(prediction.revealAt, 'effectiveModes');
        note('kinds', kinds);
        assert.ok(kinds < 10, `${kinds} kinds`);
        const told = KINDS_AT_400.get(seed);
        assert.ok(told === undefined || kinds.toFixed(1) === told.toFixed(1), `${kinds} kinds, not ${told}`);
        run.playTo(1000);
        assert.equal(run.reaches('twenty'), undefined);
      });
    },
  );

  ['his usual rate', 'five steps for him', 'shorter steps for her'].forEach((name, choice) => {
    promise(`${name} brings back the balance`, async (seed, note) => {
      await LessonRun.play(lesson, 'slow-duel', seed, (run) => {
        run.take('pace', choice);
        run.playTo(1000);
        note('kinds', run.at(1000, 'effectiveModes'));
        assert.equal(run.reaches('twenty'), 1000, `${run.at(1000, 'effectiveModes')} kinds`);
      });
    });
  });

  promise('an average does not bring it back', async (seed, note) => {
    await LessonRun.playChoice(lesson, 'slow-duel', { section: 'pace', choice: 3 }, seed, (run) => {
      run.playTo(1000);
      note('kinds', run.at(1000, 'effectiveModes'));
      assert.equal(run.reaches('twenty'), undefined, `${run.at(1000, 'effectiveModes')} kinds`);
    });
  });
});
