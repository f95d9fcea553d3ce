import assert from 'node:assert/strict';
import * as v from 'valibot';
import { POINT_DEFAULTS } from '../../../../src/shared/domain/hyperparameters';
import { DealtSchema, JudgedSchema, type Dealt, type Judged } from '../../../../src/shared/wire/games';
import type { Pictures, RunFrame } from '../../../../src/shared/wire/run';
import { chooseBackend } from '../../../../webview/backend';
import type { Trainer } from '../../../../webview/gan/trainer';
import { runPhases, runRounds, trainerOf } from '../support';
import { Play } from './support';

const LOOK = { playing: false, wholeRounds: false };

/** The batch of the small run: its batch is one hand. */
const BATCH = 16;

function picturesOf({ samples }: Dealt): Pictures {
  assert.equal(samples.kind, 'pictures');
  return samples.pictures;
}

/** What a person sees of each picture, in an order of its own. */
function cards(pictures: Pictures, truth: readonly boolean[], probabilities: readonly number[]): string[] {
  const length = pictures.size * pictures.size * 4;
  return truth
    .map((isReal, index) =>
      JSON.stringify([
        [...pictures.rgba.subarray(index * length, (index + 1) * length)],
        isReal,
        probabilities[index],
      ]),
    )
    .toSorted();
}

function cardsOfFrame({ batch }: RunFrame): string[] {
  assert.ok(batch?.probabilities);
  return cards(batch.pictures, batch.truth, batch.probabilities);
}

function hand(trainer: Trainer): { dealt: Dealt; judged: Judged } {
  const play = new Play(() => trainer.gameSource());
  const dealt = play.ask({ kind: 'deal' }, 'dealt');
  const judged = play.ask({ kind: 'reveal' }, 'judged');
  play.tell({ kind: 'leave' });
  return { dealt, judged };
}

describe('Who plays the inspector', () => {
  before(() => chooseBackend('cpu'));

  it('is dealt the very pile of the next round, and gets to know what he will say of it', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 3);
    const { dealt, judged } = hand(trainer);
    assert.equal(dealt.round, 4);
    assert.equal(dealt.total, BATCH);
    runPhases(trainer, 3);
    assert.deepEqual(
      cards(picturesOf(dealt), judged.truth, judged.probabilities),
      cardsOfFrame(trainer.frame(LOOK)),
    );
    trainer.dispose();
  });

  for (const phases of [1, 2, 3]) {
    it(`is dealt the pile of the round in progress after ${phases} phases, as its truth is not told yet`, async () => {
      const trainer = await trainerOf({ instanceNoise: 0.1 });
      runRounds(trainer, 2);
      runPhases(trainer, phases);
      const { dealt, judged } = hand(trainer);
      assert.equal(dealt.round, 3);
      runPhases(trainer, 3 - phases);
      assert.deepEqual(
        cards(picturesOf(dealt), judged.truth, judged.probabilities),
        cardsOfFrame(trainer.frame(LOOK)),
      );
      trainer.dispose();
    });
  }

  for (const phases of [4, 5, 6]) {
    it(`is dealt the pile of the round after the one in progress once its truth is told, after ${phases} phases`, async () => {
      const trainer = await trainerOf({ discriminatorSteps: 2 });
      runRounds(trainer, 2);
      runPhases(trainer, phases);
      const { dealt, judged } = hand(trainer);
      assert.equal(dealt.round, 4);
      runPhases(trainer, 7 - phases + 3);
      assert.deepEqual(
        cards(picturesOf(dealt), judged.truth, judged.probabilities),
        cardsOfFrame(trainer.frame(LOOK)),
      );
      trainer.dispose();
    });
  }

  it('hears nothing of the truth with the samples', async () => {
    const trainer = await trainerOf();
    const { dealt, judged } = hand(trainer);
    assert.deepEqual(Object.keys(dealt).toSorted(), ['kind', 'round', 'samples', 'total']);
    assert.deepEqual(Object.keys(dealt.samples).toSorted(), ['kind', 'pictures']);
    assert.ok(v.is(DealtSchema, dealt) && v.is(JudgedSchema, judged));
    trainer.dispose();
  });

  it('cannot tell the kinds by their order or their number', async () => {
    const trainer = await trainerOf({ batchSize: 32 });
    const real = Array.from({ length: 20 }, () => {
      const { truth } = hand(trainer).judged;
      runRounds(trainer, 1);
      return truth.map(Number);
    });
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    for (let position = 0; position < BATCH; position++) {
      const share = sum(real.map((truth) => truth[position] ?? 0)) / real.length;
      assert.ok(share > 0.1 && share < 0.9, `${share} of the cards at ${position} are real`);
    }
    const counts = new Set(real.map(sum));
    assert.ok(counts.size > 2, `always ${[...counts].join(' or ')} real ones`);
    trainer.dispose();
  });

  it('gets other samples of the pile with each hand, also after leaving the table', async () => {
    const trainer = await trainerOf({ batchSize: 16 });
    const play = new Play(() => trainer.gameSource());
    const first = picturesOf(play.ask({ kind: 'deal' }, 'dealt'));
    play.tell({ kind: 'leave' });
    const second = picturesOf(play.ask({ kind: 'deal' }, 'dealt', 2));
    assert.notDeepEqual(second.rgba, first.rgba);
    // The batch is used up: another one by the same networks.
    const third = picturesOf(play.ask({ kind: 'deal' }, 'dealt', 2));
    assert.equal(third.count, BATCH);
    assert.notDeepEqual(third.rgba, first.rgba);
    trainer.dispose();
  });

  it('judges points by their place, and is told what the best possible inspector would say', async () => {
    const trainer = await trainerOf({
      ...POINT_DEFAULTS,
      backend: 'cpu',
      batchSize: 16,
      labelSmoothing: 0.2,
    });
    runRounds(trainer, 2);
    const { dealt, judged } = hand(trainer);
    assert.equal(dealt.samples.kind, 'points');
    assert.equal(dealt.samples.points.length, 2 * BATCH);
    assert.equal(dealt.samples.others.length, 2 * BATCH);
    assert.equal(judged.plane?.field.length, (judged.plane?.cells ?? 0) ** 2);
    // A young forger heaps her points up in the middle, where there are no real ones.
    const rightOnes = judged.plane?.optimal.filter((p, index) => p > 0.5 === judged.truth[index]).length ?? 0;
    assert.ok(rightOnes >= 14, `the best rule is right about ${rightOnes} of 16`);
    assert.ok(v.is(DealtSchema, dealt) && v.is(JudgedSchema, judged));
    trainer.dispose();
  });
});
