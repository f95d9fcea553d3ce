import assert from 'node:assert/strict';
import * as v from 'valibot';
import { MOST_REPLAYED_ROUNDS, problemWithRun } from '../../../src/session/runProblem';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { packCheckpoint, unpackCheckpoint, type ReadParts } from '../../../src/shared/wire/checkpointFile';
import { checkpointOf, runRounds, SMALL, trainerOf, valueOf } from '../gan/support';
import { at } from './testRuns';

/** The round at which the checkpoint was taken. */
const ROUND = 3;

const HeaderSchema = v.looseObject({ tensors: v.looseObject({ generator: v.array(v.number()) }) });

interface Changes {
  readonly header?: Readonly<Record<string, unknown>>;
  /** The first weight. */
  readonly weight?: number;
  readonly round?: number;
  readonly checkpointRound?: number;
  readonly run?: Partial<Hyperparameters>;
  /** Bytes of pictures that are left out. */
  readonly missing?: number;
}

describe('A saved run', () => {
  let parts: ReadParts;
  let whole: v.InferOutput<typeof HeaderSchema>;

  before(async () => {
    const trainer = await trainerOf();
    runRounds(trainer, ROUND);
    parts = valueOf(unpackCheckpoint(checkpointOf(trainer)));
    whole = v.parse(HeaderSchema, JSON.parse(new TextDecoder().decode(parts.header)));
    trainer.dispose();
  });

  /** A run of a few rounds with something else in it, under a right checksum. */
  function aRun(changes: Changes = {}): SavedRun {
    const {
      header = {},
      weight,
      round = ROUND + 1,
      checkpointRound = ROUND,
      run = {},
      missing = 0,
    } = changes;
    const floats = Float32Array.from(parts.floats);
    floats[0] = weight ?? floats[0] ?? 0;
    const checkpoint = packCheckpoint({
      header: new TextEncoder().encode(JSON.stringify({ ...whole, ...header })),
      floats: [floats],
      pictures: [parts.pictures.subarray(missing)],
    });
    return {
      hyperparameters: { ...SMALL, ...run },
      backend: 'cpu',
      position: at(round),
      checkpointPosition: at(checkpointRound),
      wholeRounds: true,
      checkpoint,
    };
  }

  function film(round: number, size = 12): Changes {
    return { header: { film: [{ round, pictures: { count: 0, size } }] } };
  }

  function past(changes: Partial<Hyperparameters>, rounds: readonly unknown[] = []): Changes {
    const start = { ...SMALL, ...changes };
    return { header: { past: { start, changes: [], latest: at(ROUND), rounds, quality: [] } } };
  }

  function metrics(round: number): unknown {
    const shares = { accuracyOnReal: 0, accuracyOnFake: 0, meanOnReal: 0, meanOnFake: 0 };
    return { round, discriminatorLoss: 1, generatorLoss: 1, ...shares };
  }

  it('can be gone on with when its parts fit each other', () => {
    assert.equal(problemWithRun(aRun()), undefined);
    assert.equal(problemWithRun(aRun({ run: { batchSize: 6 } })), undefined);
    assert.equal(problemWithRun(aRun(past({}, [metrics(2), metrics(3)]))), undefined);
    assert.equal(problemWithRun(aRun({ round: ROUND + MOST_REPLAYED_ROUNDS })), undefined);
  });

  for (const [what, changesOf, reason] of [
    ['has weights that are not numbers', () => ({ weight: NaN }), /weights/],
    ['has weights without end', () => ({ weight: -Infinity }), /weights/],
    ['stands at a round that nobody can wait for', () => ({ round: 1e9 }), /round 1000000000/],
    ['stands before its checkpoint', () => ({ round: 2 }), /round 2/],
    ['says another round than its checkpoint', () => ({ checkpointRound: 4 }), /of round 3/],
    ['has other networks than it says', () => ({ run: { generatorWidth: 8 } }), /networks/],
    ['has a round that is none', () => ({ header: { completeRounds: 1e300 } }), /does not say/],
    ['has a past of other networks', () => past({ latentSize: 2 }), /networks/],
    ['has pictures of a later round', () => ({ ...film(4), missing: 0 }), /pictures|history/],
    ['has a picture that is too large', () => film(0, 1e9), /does not say/],
    ['lacks bytes of its pictures', () => ({ missing: 4 }), /pictures/],
    ['has rounds that go back', () => past({}, [metrics(3), metrics(2)]), /history/],
    ['has hyperparameters that cannot be', () => ({ header: { hyperparameters: {} } }), /does not say/],
    ['has steps that cannot be counted', () => ({ header: { generatorSteps: 1e12 } }), /does not say/],
  ] satisfies readonly (readonly [string, () => Changes, RegExp])[]) {
    it(`is refused when it ${what}`, () => {
      assert.match(problemWithRun(aRun(changesOf())) ?? '', reason);
    });
  }

  it('is refused when a tensor is longer and another shorter than its network has', () => {
    const [first = 0, second = 0, ...others] = whole.tensors.generator;
    const header = { tensors: { ...whole.tensors, generator: [first + 1, second - 1, ...others] } };
    assert.match(problemWithRun(aRun({ header })) ?? '', /networks/);
  });

  it('is refused when a byte of it is another', () => {
    const saved = aRun();
    saved.checkpoint[60] = (saved.checkpoint[60] ?? 0) ^ 1;
    assert.match(problemWithRun(saved) ?? '', /damaged/);
  });
});
