import assert from 'node:assert/strict';
import { MOST_REPLAYED_ROUNDS, problemWithRun } from '../../../src/session/runProblem';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { packCheckpoint } from '../../../src/shared/wire/checkpointFile';
import { at } from './testRuns';

/** A run whose checkpoint was taken at round 40. */
function aRun({ header = {}, weight = 0.5, round = 41, run = {}, checkpointRound = 40 } = {}): SavedRun {
  const whole = {
    hyperparameters: PICTURE_DEFAULTS,
    completeRounds: 40,
    tensors: { generator: [2] },
    film: [0, 20, 40].map((filmed) => ({ round: filmed, pictures: { count: 8, size: 12 } })),
    ...header,
  };
  const checkpoint = packCheckpoint({
    header: new TextEncoder().encode(JSON.stringify(whole)),
    floats: [Float32Array.of(0, weight)],
    pictures: [],
  });
  const hyperparameters = { ...PICTURE_DEFAULTS, ...run };
  return {
    hyperparameters,
    backend: 'cpu',
    position: at(round),
    checkpointPosition: at(checkpointRound),
    wholeRounds: true,
    checkpoint,
  };
}

function film(round: number, size = 12): unknown[] {
  return [{ round, pictures: { count: 8, size } }];
}

function past(changes: Partial<Hyperparameters>, rounds: readonly number[] = []): unknown {
  return {
    start: { ...PICTURE_DEFAULTS, ...changes },
    latest: at(40),
    rounds: rounds.map((round) => ({ round })),
  };
}

describe('A saved run', () => {
  it('can be gone on with when its parts fit each other', () => {
    assert.equal(problemWithRun(aRun()), undefined);
    assert.equal(problemWithRun(aRun({ run: { batchSize: 8 } })), undefined);
    assert.equal(problemWithRun(aRun({ round: 40 + MOST_REPLAYED_ROUNDS })), undefined);
  });

  for (const [what, run, reason] of [
    ['has weights that are not numbers', aRun({ weight: NaN }), /weights/],
    ['has weights without end', aRun({ weight: -Infinity }), /weights/],
    ['stands at a round that nobody can wait for', aRun({ round: 1e9 }), /round 1000000000/],
    ['stands before its checkpoint', aRun({ round: 39 }), /round 39/],
    ['says another round than its checkpoint', aRun({ checkpointRound: 41 }), /of round 40/],
    ['has other networks than it says', aRun({ run: { generatorWidth: 8 } }), /networks/],
    ['has a round that is none', aRun({ header: { completeRounds: 1e300 } }), /does not say/],
    ['has tensors of other lengths', aRun({ header: { tensors: { generator: [3] } } }), /networks/],
    ['has a past of other networks', aRun({ header: { past: past({ latentSize: 2 }) } }), /networks/],
    ['has pictures of a later round', aRun({ header: { film: film(41) } }), /history/],
    ['has a picture that is too large', aRun({ header: { film: film(0, 1e9) } }), /does not say/],
    ['has rounds that go back', aRun({ header: { past: past({}, [3, 2]) } }), /history/],
    ['has hyperparameters that cannot be', aRun({ header: { hyperparameters: {} } }), /does not say/],
  ] as const) {
    it(`is refused when it ${what}`, () => {
      assert.match(problemWithRun(run) ?? '', reason);
    });
  }

  it('is refused when a byte of it is another', () => {
    const saved = aRun();
    saved.checkpoint[60] = (saved.checkpoint[60] ?? 0) ^ 1;
    assert.match(problemWithRun(saved) ?? '', /damaged/);
  });
});
