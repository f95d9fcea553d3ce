import assert from 'node:assert/strict';
import { chooseBackend } from '../../../webview/backend';
import { decodeCheckpoint, encodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { createCollection } from '../../../webview/gan/datasets';
import { Trainer } from '../../../webview/gan/trainer';
import { TENSOR_GROUPS, type TensorGroup } from '../../../src/shared/domain/networkTensors';
import { Gan } from '../../../webview/gan/training/gan';
import { checkpointOf, SMALL, trainerOf, valueOf } from './support';

describe('Numbers that are none', () => {
  const INFINITE = ['generator', 'discriminator', 'generatorOptimizer', 'discriminatorOptimizer'] as const;

  for (const group of INFINITE) {
    it(`are noticed among the tensors of the ${group}`, async () => {
      valueOf(await chooseBackend('cpu'));
      const collection = createCollection(SMALL);
      const fresh = Gan.create(SMALL, collection);
      const state = fresh.state();
      assert.equal(fresh.isFinite(), true);
      fresh.dispose();
      const tensors = state.values[group];
      // The last: Adam's mean squares come after its means.
      tensors.at(-1)?.fill(Infinity, 0, 1);
      const restored = Gan.restore(SMALL, collection, state) ?? assert.fail();
      assert.equal(restored.isFinite(), false);
      restored.dispose();
    });
  }

  it('stop the run in the round in which only an optimizer has them', async () => {
    const trainer = await trainerOf({ loss: 'wasserstein', discriminatorOptimizer: 'adam' });
    const checkpoint = valueOf(decodeCheckpoint(checkpointOf(trainer)));
    trainer.dispose();
    // Scores and losses are finite still; the squares of their gradients are not.
    checkpoint.gan.values.discriminator.forEach((weights) =>
      weights.set(weights.map((value) => value * 1e9)),
    );
    const resumed = valueOf(await Trainer.resume(encodeCheckpoint(checkpoint), 'cpu'));
    assert.ok(resumed.snapshot() !== undefined);
    assert.equal(resumed.runRound().ok, false);
    assert.equal(resumed.failedIn, 1);
    resumed.dispose();
  });
});

describe('A restored run', () => {
  const without = (group: TensorGroup) => async (): Promise<void> => {
    valueOf(await chooseBackend('cpu'));
    const h = { ...SMALL, discriminatorNormalization: 'spectral', generatorNormalization: 'batch' } as const;
    const collection = createCollection(h);
    const fresh = Gan.create(h, collection);
    const state = fresh.state();
    fresh.dispose();
    assert.ok(state.values[group].length > 0, 'there is nothing to miss');
    const values = { ...state.values, [group]: state.values[group].slice(1) };
    assert.equal(Gan.restore(h, collection, { ...state, values }), undefined);
    const restored = Gan.restore(h, collection, state) ?? assert.fail();
    assert.deepEqual(restored.state(), state);
    restored.dispose();
  };

  for (const group of TENSOR_GROUPS) {
    it(`is refused when a tensor of the group ${group} is missing`, without(group));
  }
});
