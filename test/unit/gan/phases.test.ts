import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { Trainer } from '../../../webview/gan/trainer';
import {
  checkpointOf,
  ComposedBackend,
  runPhases,
  runRounds,
  runStepped,
  SMALL,
  trainerOf,
  valueOf,
} from './support';

const LOSSES: Hyperparameters['loss'][] = [
  'nonSaturating',
  'saturating',
  'leastSquares',
  'hinge',
  'wasserstein',
  'naiveLogSigmoid',
];
const OPTIMIZERS: Hyperparameters['generatorOptimizer'][] = ['adam', 'rmsprop', 'momentum', 'sgd'];
const STEPS = [0, 1, 2, 3];

/** Points train in no time, so that many recipes can be tried on them; pictures follow below. */
const POINTS: Partial<Hyperparameters> = {
  data: 'eightGaussians',
  generatorNetwork: 'dense',
  discriminatorNetwork: 'dense',
};

/** Everything that decides how a run goes on, as bits; the desk and the film are left out. */
function bits(bytes: Uint8Array) {
  const { gan, measurements: history } = valueOf(decodeCheckpoint(bytes));
  return { gan, history };
}

async function assertSameBits(
  changes: Partial<Hyperparameters>,
  create: typeof trainerOf = trainerOf,
): Promise<void> {
  const rounds = 5;
  const undivided = await create(changes);
  const stepped = await create(changes);
  runRounds(undivided, rounds);
  for (let round = 0; round < rounds; round++) {
    runPhases(stepped, 7);
    // Looking must not matter.
    stepped.frame({ playing: false, wholeRounds: false });
  }
  assert.deepEqual(bits(checkpointOf(stepped)), bits(checkpointOf(undivided)));
  undivided.dispose();
  stepped.dispose();
}

describe('Seven phases', () => {
  for (const discriminatorSteps of STEPS) {
    for (const generatorSteps of STEPS) {
      it(`give the bits of an undivided round with ${discriminatorSteps} and ${generatorSteps} steps`, () =>
        assertSameBits({ ...POINTS, discriminatorSteps, generatorSteps, r1Interval: 2 }));
    }
  }

  for (const loss of LOSSES) {
    it(`give the bits of an undivided round with the loss ${loss}`, () =>
      assertSameBits({ ...POINTS, loss, labelSmoothing: 0.1 }));
  }

  for (const optimizer of OPTIMIZERS) {
    it(`give the bits of an undivided round with ${optimizer}`, () =>
      assertSameBits({ ...POINTS, generatorOptimizer: optimizer, discriminatorOptimizer: optimizer }));
  }

  const sets: [string, Partial<Hyperparameters>][] = [
    ['of the default recipe', {}],
    ['with several steps on both sides', { discriminatorSteps: 3, generatorSteps: 2, r1Interval: 2 }],
    ['without R1', { r1Weight: 0 }],
    ['with R1 every round', { r1Interval: 1 }],
    ['with the gradient penalty', { gradientPenaltyWeight: 10, r1Weight: 0, discriminatorSteps: 2 }],
    ['with clipped weights', { weightClip: 0.05, loss: 'wasserstein', r1Weight: 0 }],
    ['with instance noise', { instanceNoise: 0.2, discriminatorSteps: 2, generatorSteps: 2 }],
    ['with spectral normalization', { discriminatorNormalization: 'spectral' }],
    [
      'with batch normalization in both networks',
      { generatorNormalization: 'batch', discriminatorNormalization: 'batch', r1Weight: 0 },
    ],
    ['with batch normalization and instance noise', { generatorNormalization: 'batch', instanceNoise: 0.1 }],
    ['with a uniform latent distribution', { latentDistribution: 'uniform' }],
    ['without averaging', { averageDecay: 0 }],
    ['with dense networks', { generatorNetwork: 'dense', discriminatorNetwork: 'dense' }],
    ['with digits of 28 pixels', { data: 'digits', pictureSize: 28 }],
    ['with tanh everywhere', { generatorActivation: 'tanh', discriminatorActivation: 'tanh' }],
    ['with relu everywhere', { generatorActivation: 'relu', discriminatorActivation: 'relu' }],
    ['with odd batches', { batchSize: 3 }],
  ];
  for (const [name, changes] of sets) {
    it(`give the bits of an undivided round ${name}`, () => assertSameBits(changes));
  }

  const composed = async (changes: Partial<Hyperparameters> = {}) =>
    valueOf(await Trainer.create({ ...SMALL, ...changes }, undefined, new ComposedBackend()));
  for (const [name, changes] of [
    ['on points', { ...POINTS, r1Interval: 2, discriminatorSteps: 2, generatorSteps: 2 }],
    ['on pictures', { r1Interval: 2 }],
    ['with another loss', { ...POINTS, loss: 'hinge' }],
  ] as const) {
    it(`give the bits of an undivided round where the backend has none of our kernels, ${name}`, () =>
      assertSameBits(changes, composed));
  }

  it('give the bits of undivided rounds when both are mixed', async () => {
    const mixed = await trainerOf();
    const undivided = await trainerOf();
    runStepped(mixed, 1);
    runRounds(mixed, 2);
    runPhases(mixed, 3);
    runRounds(mixed, 1);
    runRounds(undivided, 4);
    assert.deepEqual(mixed.position, undivided.position);
    assert.deepEqual(bits(checkpointOf(mixed)), bits(checkpointOf(undivided)));
    mixed.dispose();
    undivided.dispose();
  });

  it('change the discriminator in the fifth and the generator in the seventh only', async () => {
    const trainer = await trainerOf();
    const weights = () => {
      // Whole rounds only have checkpoints, so the weights are seen through what they paint and judge.
      const frame = trainer.frame({ playing: false, wholeRounds: false });
      return { fixedSamples: Array.from(frame.fixedSamples.rgba), after: frame.batch?.probabilitiesAfter };
    };
    const before = weights();
    runPhases(trainer, 4);
    assert.deepEqual(weights(), before);
    runPhases(trainer, 1);
    assert.notEqual(weights().after, undefined);
    assert.deepEqual(weights().fixedSamples, before.fixedSamples);
    runPhases(trainer, 1);
    assert.deepEqual(weights().fixedSamples, before.fixedSamples);
    runPhases(trainer, 1);
    assert.notDeepEqual(weights().fixedSamples, before.fixedSamples);
    trainer.dispose();
  });
});
