import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import {
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { chooseBackend } from '../../../webview/backend';
import { averagingDecay, Generator } from '../../../webview/gan/training/generator';
import {
  checkCombination,
  createDiscriminator,
  createGenerator,
  elementCount,
  SpectralNormalization,
} from '../../../webview/gan/networks';
import { Random } from '../../../webview/gan/random';
import { SMALL } from './support';

const random = () => Random.seeded(5, 'test');

function spread(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('The networks', () => {
  before(() => chooseBackend('cpu'));

  for (const pictureSize of [12, 16, 28] as const) {
    for (const network of ['convolutional', 'dense'] as const) {
      for (const channels of [1, 3]) {
        it(`lead from noise to pictures of ${pictureSize} x ${pictureSize} x ${channels} to scores, ${network}`, () => {
          const h = { ...SMALL, generatorNetwork: network, discriminatorNetwork: network };
          const shape = [pictureSize, pictureSize, channels];
          const generator = createGenerator(h, shape);
          const discriminator = createDiscriminator(h, shape);
          tf.tidy(() => {
            const tensors = (of: typeof generator) =>
              of
                .initialParameters(random())
                .map((values, i) => tf.tensor(values, [...(of.parameters[i]?.shape ?? [])]));
            const samples = generator.forward(tensors(generator), tf.randomNormal([5, h.latentSize]));
            assert.deepEqual(samples.shape, [5, ...shape]);
            assert.ok(samples.dataSync().every((value) => value >= -1 && value <= 1));
            assert.deepEqual(discriminator.forward(tensors(discriminator), samples).shape, [5, 1]);
          });
        });
      }
    }
  }

  for (const [pictureSize, depth] of [
    [16, 1],
    [16, 3],
    [16, 4],
    [12, 1],
    [28, 1],
  ] as const) {
    it(`have ${depth} feature maps of halving sides and doubling channels at a depth of ${depth} on ${pictureSize} pixels`, () => {
      const h = { ...PICTURE_DEFAULTS, generatorDepth: depth, discriminatorDepth: depth };
      const shape = [pictureSize, pictureSize, 3];
      const mapsOf = (network: ReturnType<typeof createGenerator>) =>
        network
          .describe()
          .map(({ outputShape }) => outputShape)
          .filter((output) => output.length === 3)
          .map(([side, , channels]) => [side, channels]);
      const maps = Array.from({ length: depth }, (_, index) => [
        pictureSize / 2 ** (index + 1),
        24 * 2 ** index,
      ]);
      const distinct = (all: unknown[]) => [...new Set(all.map((each) => JSON.stringify(each)))];
      assert.deepEqual(distinct(mapsOf(createDiscriminator(h, shape))), distinct(maps));
      assert.deepEqual(
        distinct(mapsOf(createGenerator(h, shape))),
        distinct([...maps.toReversed(), [pictureSize, 3]]),
      );
    });
  }

  it('are the measured pair by default, of 53 thousand parameters', () => {
    const generator = createGenerator(PICTURE_DEFAULTS, [16, 16, 3]);
    const discriminator = createDiscriminator(PICTURE_DEFAULTS, [16, 16, 3]);
    assert.deepEqual(
      generator.parameters.map(({ shape }) => shape),
      [[16, 768], [768], [4, 4, 24, 48], [24], [4, 4, 3, 24], [3]],
    );
    assert.deepEqual(
      discriminator.parameters.map(({ shape }) => shape),
      [[4, 4, 3, 24], [24], [4, 4, 24, 48], [48], [768, 1], [1]],
    );
    assert.equal(Math.round((generator.parameterCount + discriminator.parameterCount) / 1000), 53);
    assert.equal(
      generator.describe().reduce((sum, { parameters }) => sum + parameters, 0),
      generator.parameterCount,
    );
  });

  it('start with weights of the size of He et al., the last generator layer with half of it', () => {
    const initial = (network: ReturnType<typeof createGenerator>) =>
      network.initialParameters(random()).map(spread);
    const expectSpreads = (spreads: number[], expected: number[]) =>
      expected.forEach((value, index) => {
        const actual = spreads[index] ?? NaN;
        assert.ok(Math.abs(actual - value) <= 0.1 * value, `layer ${index}: ${actual} is not about ${value}`);
      });
    const fanInTransposed = (channels: number) => 4 * channels;
    expectSpreads(initial(createGenerator(PICTURE_DEFAULTS, [16, 16, 3])), [
      Math.sqrt(2 / 16),
      0,
      Math.sqrt(2 / fanInTransposed(48)),
      0,
      Math.sqrt(2 / fanInTransposed(24)) / 2,
      0,
    ]);
    expectSpreads(initial(createDiscriminator(PICTURE_DEFAULTS, [16, 16, 3])), [
      Math.sqrt(2 / 48),
      0,
      Math.sqrt(2 / (16 * 24)),
      0,
      Math.sqrt(1 / 768),
      0,
    ]);
  });

  it('can be as simple as one point and a linear score', () => {
    const h: Hyperparameters = {
      ...POINT_DEFAULTS,
      generatorNetwork: 'point',
      discriminatorNetwork: 'linear',
    };
    tf.tidy(() => {
      const point = createGenerator(h, [2]).forward(
        [tf.tensor1d([3, 4])],
        tf.randomNormal([5, h.latentSize]),
      );
      assert.deepEqual(Array.from(point.dataSync()), [3, 4, 3, 4, 3, 4, 3, 4, 3, 4]);
      const scores = createDiscriminator(h, [2]).forward([tf.tensor2d([2, -1], [2, 1])], point);
      assert.deepEqual(Array.from(scores.dataSync()), [2, 2, 2, 2, 2]);
    });
  });

  it('lead to points of any size', () => {
    const generator = createGenerator(POINT_DEFAULTS, [2]);
    assert.deepEqual(
      generator.parameters.map(({ shape }) => shape),
      [[4, 64], [64], [64, 64], [64], [64, 2], [2]],
    );
    tf.tidy(() => {
      const parameters = generator.parameters.map(({ shape }) => tf.mul(tf.ones([...shape]), 2));
      assert.ok(
        generator
          .forward(parameters, tf.ones([1, 4]))
          .dataSync()
          .every((value) => value > 1),
      );
    });
  });

  it('batch-normalise by the batch in training and by running moments for display', () => {
    const h = { ...SMALL, generatorNormalization: 'batch' } as const;
    const network = createGenerator(h, [12, 12, 3]);
    const generator = new Generator(network, { parameters: network.initialParameters(random()) });
    tf.tidy(() => {
      const latent = tf.tensor2d(random().fillNormal(new Float32Array(6 * 4)), [6, 4]);
      const first = (batch: tf.Tensor) => Array.from(batch.dataSync().subarray(0, elementCount([12, 12, 3])));
      const one = tf.slice(latent, [0, 0], [2, 4]);
      assert.deepEqual(first(generator.sampleForDisplay(latent)), first(generator.sampleForDisplay(one)));
      assert.notDeepEqual(first(generator.sample(latent)), first(generator.sample(one)));
    });
    generator.dispose();
  });

  it('refuse combinations that cannot work, with the reason', () => {
    const PORTRAITS = { sampleShape: [16, 16, 3], modes: 6 };
    const POINTS = { sampleShape: [2], modes: 8 };
    assert.equal(checkCombination(PICTURE_DEFAULTS, PORTRAITS), undefined);
    assert.equal(checkCombination(POINT_DEFAULTS, POINTS), undefined);
    assert.match(checkCombination(PICTURE_DEFAULTS, POINTS)?.message ?? '', /neighbouring pixels/);
    const batch = { ...PICTURE_DEFAULTS, discriminatorNormalization: 'batch' } as const;
    assert.match(checkCombination(batch, PORTRAITS)?.message ?? '', /whole batch/);
    assert.match(
      checkCombination({ ...batch, r1Weight: 0, gradientPenaltyWeight: 10 }, PORTRAITS)?.message ?? '',
      /whole batch/,
    );
    assert.equal(checkCombination({ ...batch, r1Weight: 0 }, PORTRAITS), undefined);
    for (const [pictureSize, most] of [
      [12, 2],
      [16, 4],
      [28, 2],
    ] as const) {
      const deepest = { ...PICTURE_DEFAULTS, pictureSize, generatorDepth: most, discriminatorDepth: most };
      assert.equal(checkCombination(deepest, PORTRAITS), undefined);
      if (most < 4) {
        for (const deeper of [{ generatorDepth: most + 1 }, { discriminatorDepth: most + 1 }]) {
          const problem = checkCombination({ ...deepest, ...deeper }, PORTRAITS);
          assert.match(problem?.message ?? '', new RegExp(`${pictureSize} pixels cannot be halved`));
          assert.match(problem?.next ?? '', new RegExp(`at most ${most}`));
        }
      }
    }
    const conditional = { ...PICTURE_DEFAULTS, conditional: 'yes' } as const;
    assert.equal(checkCombination(conditional, PORTRAITS), undefined);
    assert.match(checkCombination(conditional, { ...PORTRAITS, modes: 1 })?.message ?? '', /no classes/);
  });
});

describe('Spectral normalization', () => {
  const ROWS = 6;
  const COLUMNS = 4;
  const specs = [
    { shape: [ROWS, COLUMNS], standardDeviation: 1, mean: 0 },
    { shape: [COLUMNS], standardDeviation: 0, mean: 0 },
  ];
  const values = Array.from(Random.seeded(2, 'test').fillNormal(new Float32Array(ROWS * COLUMNS)));
  const largest = (numbers: number[]) =>
    new SingularValueDecomposition(Matrix.from1DArray(ROWS, COLUMNS, numbers)).diagonal[0] ?? NaN;

  before(() => chooseBackend('cpu'));

  function withNormalization(use: (spectral: SpectralNormalization, parameters: tf.Tensor[]) => void): void {
    const parameters = [tf.tensor2d(values, [ROWS, COLUMNS]), tf.tensor1d([1, 2, 3, 4])];
    const spectral = new SpectralNormalization(specs, parameters, { random: random() });
    for (let i = 0; i < 50; i++) {
      spectral.iterate(parameters);
    }
    use(spectral, parameters);
    spectral.dispose();
    tf.dispose(parameters);
  }

  it('gives every matrix the largest singular value 1 and leaves biases alone', () => {
    withNormalization((spectral, parameters) => {
      tf.tidy(() => {
        const [weights, bias] = spectral.normalize(parameters);
        assert.ok(Math.abs(largest(Array.from(weights?.dataSync() ?? [])) - 1) < 1e-5);
        assert.deepEqual(Array.from(bias?.dataSync() ?? []), [1, 2, 3, 4]);
      });
    });
  });

  it('has the gradient of W / sigma(W), against central differences of a singular value decomposition', () => {
    const weighting = values.map((_, index) => Math.sin(index));
    const expected = values.map((_, index) => {
      const step = 1e-5;
      const moved = (by: number) => {
        const numbers = values.map((value, i) => (i === index ? value + by : value));
        return numbers.reduce((sum, value, i) => sum + value * (weighting[i] ?? 0), 0) / largest(numbers);
      };
      return (moved(step) - moved(-step)) / (2 * step);
    });
    withNormalization((spectral, parameters) => {
      const actual = tf.tidy(() =>
        Array.from(
          tf
            .grad((weights: tf.Tensor) =>
              tf.sum(tf.mul(spectral.normalize([weights])[0] ?? 0, tf.tensor2d(weighting, [ROWS, COLUMNS]))),
            )(parameters[0] ?? tf.scalar(0))
            .dataSync(),
        ),
      );
      actual.forEach((value, index) => assert.ok(Math.abs(value - (expected[index] ?? NaN)) < 1e-4));
    });
  });
});

describe('The average of the generator', () => {
  before(() => chooseBackend('cpu'));

  it('warms up from 0.1 to the wanted decay', () => {
    assert.equal(averagingDecay(0.98, 0), 0.1);
    assert.equal(averagingDecay(0.98, 90), 0.91);
    assert.equal(averagingDecay(0.98, 10_000), 0.98);
    assert.equal(averagingDecay(0, 10_000), 0);
  });

  it('keeps the share of the decay and takes the rest from the present weights', () => {
    const network = createGenerator({ ...POINT_DEFAULTS, generatorDepth: 1, generatorWidth: 2 }, [2]);
    const generator = new Generator(network, { parameters: network.initialParameters(random()) });
    const before = generator.state.averaged.map((tensor) => Float32Array.from(tensor.dataSync()));
    const moved = generator.parameters.map((tensor) => tf.keep(tf.add(tensor, 1)));
    generator.update(moved, []);
    generator.average(0.75);
    generator.state.averaged.forEach((tensor, index) =>
      tensor
        .dataSync()
        .forEach((value, i) => assert.ok(Math.abs(value - ((before[index]?.[i] ?? NaN) + 0.25)) < 1e-6)),
    );
    generator.average(0);
    generator.state.averaged.forEach((tensor, index) =>
      assert.deepEqual(tensor.dataSync(), generator.parameters[index]?.dataSync()),
    );
    generator.dispose();
  });
});
