import assert from 'node:assert/strict';
import * as v from 'valibot';
import { trainRun, type TrainedRun } from '../../scripts/train/trainedRun';
import {
  defaultsFor,
  HyperparametersSchema,
  type HyperparameterChanges,
} from '../../src/shared/domain/hyperparameters';
import { PRESETS, type Preset } from '../../src/shared/domain/presets';
import type { TrainingProblem } from '../../webview/gan/diagnosis';

/** Generous, because a busy machine is several times slower. */
const TIME_LIMIT_MS = 180_000;
const SEEDS = [1, 2];

async function run({ changes, rounds }: Preset, seed: number, repair: HyperparameterChanges = {}) {
  const recipe = defaultsFor(changes.data ?? 'portraits');
  const h = v.parse(HyperparametersSchema, { ...recipe, ...changes, ...repair, seed, backend: 'cpu' });
  const result = await trainRun(h, rounds);
  assert.ok(result.ok, result.ok ? '' : result.problem.message);
  return result.value;
}

function problems({ findings }: TrainedRun): TrainingProblem[] {
  return findings.map(({ problem }) => problem);
}

describe('A deliberate failure', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const preset of PRESETS) {
    for (const seed of SEEDS) {
      it(`${preset.id} shows ${preset.symptom} within ${preset.rounds} rounds with seed ${seed}`, async () => {
        assert.deepEqual(problems(await run(preset, seed)), [preset.symptom]);
      });

      for (const { changes, leaves } of preset.repairs) {
        it(`${preset.id} is cured by ${JSON.stringify(changes)} with seed ${seed}`, async () => {
          const found = problems(await run(preset, seed, changes));
          if (leaves === undefined) {
            assert.deepEqual(found, []);
          } else {
            assert.ok(
              found.length === 1 && leaves.some((problem) => problem === found[0]),
              `found ${found.join(', ')}`,
            );
          }
        });
      }
    }
  }

  it('that ends in numbers that are none stops at the last good round', async () => {
    const preset = PRESETS.find(({ symptom }) => symptom === 'notFinite');
    assert.ok(preset);
    const { rounds, notFiniteAt, measured } = await run(preset, 1);
    assert.equal(notFiniteAt, rounds + 1);
    const last = measured.at(-1);
    assert.equal(last?.round, rounds);
    assert.ok(Number.isFinite(last?.quality?.miniFid));
  });
});
