import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import {
  LearnedSchema,
  ScoredSchema,
  DrawingSchema,
  type DrawnSample,
} from '../../../../src/shared/wire/games';
import { POINT_DEFAULTS } from '../../../../src/shared/domain/hyperparameters';
import { chooseBackend } from '../../../../webview/backend';
import { createCollection } from '../../../../webview/gan/datasets';
import { SampleScorer } from '../../../../webview/gan/games/sampleScorer';
import { coverFor } from '../../../../webview/gan/games/occlusion';
import { paletteOf } from '../../../../webview/gan/games/palette';
import { Gan } from '../../../../webview/gan/training/gan';
import { runRounds, SMALL, trainerOf } from '../support';
import { Play, stripes } from './support';

const RGBA = stripes(12);
const PICTURE: DrawnSample = { kind: 'picture', rgba: RGBA };
const PLACES = Float32Array.of(0.1, -0.2, 0.9, 0.4, -1, 0);
const POINTS: DrawnSample = { kind: 'points', points: PLACES };

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** The picture as the networks take it, written down once more. */
function stripesAsSample(): number[] {
  return [...RGBA].filter((_, index) => index % 4 !== 3).map((byte) => (2 * byte) / 255 - 1);
}

function nearly(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-5): void {
  assert.equal(actual.length, expected.length);
  for (let index = 0; index < expected.length; index++) {
    const [a = NaN, b = NaN] = [actual[index], expected[index]];
    assert.ok(Math.abs(a - b) <= tolerance, `${a} instead of ${b} at ${index}`);
  }
}

describe('Who plays the forger', () => {
  before(() => chooseBackend('cpu'));

  it('is told what the discriminator itself says of the picture', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 5);
    const play = new Play(() => trainer.gameSource());
    const game = play.ask({ kind: 'startDrawing' }, 'drawing');
    const scored = play.ask(
      { kind: 'score', serial: 7, drawn: PICTURE, looks: false, hints: false },
      'scored',
    );
    const gan = trainer.gameSource().present();
    const logit = tf.tidy(
      () => gan.discriminator.score(tf.tensor(stripesAsSample(), [1, 12, 12, 3]), undefined).dataSync()[0],
    );
    nearly(scored.probabilities, [sigmoid(logit ?? NaN)]);
    assert.equal(scored.serial, 7);
    assert.equal(scored.look, undefined);
    assert.equal(game.round, 5);
    assert.ok(v.is(DrawingSchema, game) && v.is(ScoredSchema, scored));
    gan.dispose();
    trainer.dispose();
  });

  it('sees where the inspector looks: what covering each part changes, one part after the other', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 5);
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const { look } = play.ask(
      { kind: 'score', serial: 1, drawn: PICTURE, looks: true, hints: false },
      'scored',
    );
    assert.equal(look?.kind, 'picture');
    const gan = trainer.gameSource().present();
    const logitOf = (sample: readonly number[]) =>
      tf.tidy(
        () => gan.discriminator.score(tf.tensor([...sample], [1, 12, 12, 3]), undefined).dataSync()[0] ?? NaN,
      );
    const sample = stripesAsSample();
    const meanOf = (channel: number) =>
      sample.filter((_, index) => index % 3 === channel).reduce((sum, value) => sum + value, 0) / 144;
    const means = [meanOf(0), meanOf(1), meanOf(2)];
    const expected: number[] = [];
    for (let top = 0; top + look.patch <= 12; top += look.stride) {
      for (let left = 0; left + look.patch <= 12; left += look.stride) {
        const hidden = sample.map((value, index) => {
          const [row, column] = [Math.floor(index / 36), Math.floor(index / 3) % 12];
          const inside = row >= top && row < top + look.patch && column >= left && column < left + look.patch;
          return inside ? (means[index % 3] ?? NaN) : value;
        });
        expected.push(logitOf(sample) - logitOf(hidden));
      }
    }
    assert.equal(expected.length, look.steps ** 2);
    nearly(look.evidence, expected, 1e-4);
    gan.dispose();
    trainer.dispose();
  });

  it('is shown the gradient of the logit by the pixels, as central differences say, and a step along it', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 5);
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const ask = (drawn: DrawnSample) =>
      play.ask({ kind: 'score', serial: 1, drawn, looks: false, hints: true }, 'scored');
    const before = ask(PICTURE);
    assert.ok(before.hint && v.is(ScoredSchema, before));
    const { shown, followed } = before.hint;
    // Drawn as an offset from grey, scaled to the largest value; the norm gives the scale back.
    const drawn = [...shown.pictures.rgba].filter((_, i) => i % 4 !== 3).map((byte) => byte / 127.5 - 1);
    const scale = (shown.norms[0] ?? NaN) / Math.hypot(...drawn);
    const gan = trainer.gameSource().present();
    const sample = stripesAsSample();
    const logits = (samples: readonly number[][]) =>
      tf.tidy(() =>
        gan.discriminator.score(tf.tensor(samples.flat(), [samples.length, 12, 12, 3]), undefined).dataSync(),
      );
    const [step, pixels] = [1e-2, Array.from({ length: 24 }, (_, i) => 17 * i)];
    const moved = (by: number) => logits(pixels.map((at) => sample.with(at, (sample[at] ?? NaN) + by)));
    const [up, down] = [moved(step), moved(-step)];
    const slopes = pixels.map((_, i) => ((up[i] ?? NaN) - (down[i] ?? NaN)) / (2 * step));
    // A byte of the drawing is that coarse.
    nearly(
      pixels.map((at) => scale * (drawn[at] ?? NaN)),
      slopes,
      scale / 100,
    );
    const after = ask({ kind: 'picture', rgba: Uint8ClampedArray.from(followed.rgba) });
    assert.ok((after.probabilities[0] ?? NaN) > (before.probabilities[0] ?? NaN));
    gan.dispose();
    trainer.dispose();
  });

  it('finds nothing to look at on an empty canvas', async () => {
    const trainer = await trainerOf();
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const rgba = new Uint8ClampedArray(12 * 12 * 4).fill(200);
    const { look } = play.ask(
      { kind: 'score', serial: 1, drawn: { kind: 'picture', rgba }, looks: true, hints: false },
      'scored',
    );
    assert.equal(look?.kind, 'picture');
    nearly(
      look.evidence,
      look.evidence.map(() => 0),
    );
    trainer.dispose();
  });

  it('covers pictures of every size from edge to edge, with overlapping covers', () => {
    for (const size of [12, 16, 28]) {
      const { patch, stride, steps } = coverFor(size);
      assert.ok(stride < patch);
      assert.equal((steps - 1) * stride + patch, size);
    }
  });

  it('gets the direction in which each point scores better', async () => {
    const trainer = await trainerOf({ ...POINT_DEFAULTS, backend: 'cpu' });
    runRounds(trainer, 20);
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const { arrows, probabilities, look } = play.ask(
      { kind: 'score', serial: 1, drawn: POINTS, looks: true, hints: false },
      'scored',
    );
    assert.ok(arrows);
    assert.equal(probabilities.length, 3);
    assert.equal(look?.kind, 'points');
    // d ln D / dx by central differences.
    const step = 1e-2;
    const lnOf = (points: Float32Array<ArrayBuffer>) =>
      play
        .ask(
          { kind: 'score', serial: 2, drawn: { kind: 'points', points }, looks: false, hints: false },
          'scored',
        )
        .probabilities.map(Math.log);
    for (const axis of [0, 1]) {
      const moved = (by: number) => PLACES.map((value, index) => (index % 2 === axis ? value + by : value));
      const [up, down] = [lnOf(moved(step)), lnOf(moved(-step))];
      nearly(
        arrows.filter((_, index) => index % 2 === axis),
        up.map((value, index) => (value - (down[index] ?? NaN)) / (2 * step)),
        0.05,
      );
    }
    trainer.dispose();
  });

  it('is normalised as one of the forger’s batch where the discriminator normalises batches', () => {
    const h = { ...SMALL, discriminatorNormalization: 'batch' as const };
    const gan = Gan.create(h, createCollection(h));
    const batch = tf.tidy(() => gan.generator.sample(gan.sampling.latent(8, h)));
    const scorer = new SampleScorer(gan.discriminator, batch);
    const own = tf.tidy(() => gan.discriminator.score(batch, undefined).dataSync().slice());
    nearly(scorer.outputs(batch), own);
    // Alone, each sample gets the same as among the others.
    const alone = tf.tidy(() => tf.slice(batch, [3, 0, 0, 0], [1, 12, 12, 3]));
    nearly(scorer.outputs(alone), [own[3] ?? NaN]);
    tf.dispose([batch, alone]);
    scorer.dispose();
    gan.dispose();
  });

  it('hands in, and a copy of the inspector learns to know the forgery; the inspector of the run does not', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 10);
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const score = () =>
      play.ask({ kind: 'score', serial: 1, drawn: PICTURE, looks: false, hints: false }, 'scored')
        .probabilities[0] ?? NaN;
    const before = score();
    const learned = play.ask({ kind: 'learn', drawn: PICTURE }, 'learned');
    assert.ok(v.is(LearnedSchema, learned));
    assert.equal(learned.path.length, 11);
    assert.equal(learned.copies, 2);
    assert.ok(Math.abs((learned.path[0] ?? NaN) - before) < 1e-6);
    const after = learned.path.at(-1) ?? NaN;
    assert.ok(after < before, `${before} became ${after}`);
    assert.ok(Math.abs(score() - after) < 1e-6, 'the copy that learned scores from then on');
    play.tell({ kind: 'forget' });
    assert.ok(Math.abs(score() - before) < 1e-6);
    trainer.dispose();
  });

  it('leaves nothing behind', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 1);
    const { numTensors } = tf.memory();
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'deal' }, 'dealt');
    play.ask({ kind: 'startDrawing' }, 'drawing', 2);
    play.ask({ kind: 'score', serial: 1, drawn: PICTURE, looks: true, hints: false }, 'scored', 2);
    play.ask({ kind: 'learn', drawn: PICTURE }, 'learned', 2);
    play.tell({ kind: 'forget' }, 2);
    play.tell({ kind: 'leave' }, 2);
    assert.equal(tf.memory().numTensors, numTensors);
    trainer.dispose();
  });

  it('is refused a forgery of another size or kind, and the run goes on', async () => {
    const trainer = await trainerOf();
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'drawing');
    const large: DrawnSample = { kind: 'picture', rgba: stripes(16) };
    play.ask({ kind: 'score', serial: 1, drawn: large, looks: false, hints: false }, 'impossible');
    play.ask({ kind: 'learn', drawn: POINTS }, 'impossible');
    runRounds(trainer, 1);
    trainer.dispose();
  });

  it('is told so when the inspector of the moment says nothing that is a number', async () => {
    const trainer = await trainerOf({
      loss: 'naiveLogSigmoid',
      discriminatorLearningRate: 0.3,
      discriminatorSteps: 5,
      r1Weight: 0,
    });
    let goesOn = true;
    for (let round = 0; round < 100 && goesOn; round++) {
      goesOn = trainer.runRound().ok;
    }
    assert.ok(!goesOn);
    const play = new Play(() => trainer.gameSource());
    play.ask({ kind: 'startDrawing' }, 'impossible');
    trainer.dispose();
  });
});

describe('The palette of a collection', () => {
  const portraits = createCollection(SMALL);

  it('has the rare colours that matter, too: the red of the lips, dark eyes', () => {
    assert.equal(portraits.kind, 'pictures');
    const palette = paletteOf(portraits);
    assert.equal(palette.length, 3 * 12);
    const has = (test: (red: number, green: number, blue: number) => boolean) =>
      Array.from({ length: 12 }).some((_, i) =>
        test(palette[3 * i] ?? 0, palette[3 * i + 1] ?? 0, palette[3 * i + 2] ?? 0),
      );
    assert.ok(
      has((red, green, blue) => red > 140 && green < 100 && blue < 100),
      'no red',
    );
    assert.ok(
      has((red, green, blue) => Math.max(red, green, blue) < 70),
      'nothing dark',
    );
  });

  it('is the same each time', () => {
    assert.equal(portraits.kind, 'pictures');
    assert.deepEqual(paletteOf(portraits), paletteOf(portraits));
  });

  it('has greys for grey pictures', () => {
    const digits = createCollection({ ...SMALL, data: 'digits' });
    assert.equal(digits.kind, 'pictures');
    const palette = paletteOf(digits);
    assert.ok(palette.length > 3);
    for (let offset = 0; offset < palette.length; offset += 3) {
      assert.equal(palette[offset], palette[offset + 1]);
      assert.equal(palette[offset], palette[offset + 2]);
    }
  });
});
