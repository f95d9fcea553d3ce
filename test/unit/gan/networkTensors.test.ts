import assert from 'node:assert/strict';
import { POINT_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { TENSOR_GROUPS, tensorLengths } from '../../../src/shared/domain/networkTensors';
import { SMALL, trainerOf } from './support';

const POINTS: Hyperparameters = { ...POINT_DEFAULTS, backend: 'cpu', batchSize: 8 };

describe('The lengths of tensors that follow from hyperparameters', () => {
  for (const [what, h] of [
    ['convolutional networks', SMALL],
    ['convolutional networks of one map', { ...SMALL, generatorDepth: 1, discriminatorDepth: 1 }],
    ['larger pictures', { ...SMALL, pictureSize: 16, generatorDepth: 3, discriminatorDepth: 4 }],
    ['grey pictures', { ...SMALL, data: 'digits', conditional: 'yes' }],
    ['batch normalization', { ...SMALL, generatorNormalization: 'batch' }],
    [
      'batch normalization of both',
      { ...SMALL, generatorNormalization: 'batch', discriminatorNormalization: 'batch', r1Weight: 0 },
    ],
    ['spectral normalization', { ...SMALL, discriminatorNormalization: 'spectral', conditional: 'yes' }],
    [
      'dense networks on pictures',
      { ...SMALL, generatorNetwork: 'dense', discriminatorNetwork: 'dense', generatorNormalization: 'batch' },
    ],
    ['momentum and RMSProp', { ...SMALL, generatorOptimizer: 'momentum', discriminatorOptimizer: 'rmsprop' }],
    ['plain gradient descent', { ...SMALL, generatorOptimizer: 'sgd', discriminatorOptimizer: 'sgd' }],
    ['points', POINTS],
    [
      'conditional points',
      { ...POINTS, data: 'grid25', conditional: 'yes', discriminatorNormalization: 'spectral' },
    ],
  ] satisfies readonly (readonly [string, Hyperparameters])[]) {
    it(`are those of the engine's tensors, with ${what}`, async () => {
      const trainer = await trainerOf(h);
      const values = trainer.snapshot()?.gan.values;
      trainer.dispose();
      const expected = tensorLengths(h);
      for (const group of TENSOR_GROUPS) {
        assert.deepEqual(
          values?.[group].map(({ length }) => length),
          expected[group],
          group,
        );
      }
    });
  }
});
