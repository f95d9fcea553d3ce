import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import { defaultsFor, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { chooseBackend } from '../../../webview/backend';
import { createCollection, sampleLength, type Collection } from '../../../webview/gan/datasets';
import { createQualityMeasure } from '../../../webview/gan/metrics';
import { frechetDistance, gaussianOf } from '../../../webview/gan/metrics/frechetDistance';
import { JENSEN_SHANNON_GRID, jensenShannonOfPoints } from '../../../webview/gan/metrics/jensenShannon';
import { createMemorisationMeasure } from '../../../webview/gan/metrics/memorisation';
import { effectiveModes } from '../../../webview/gan/metrics/modeStatistics';
import { nearestNeighbourAccuracy } from '../../../webview/gan/metrics/nearestNeighbourAccuracy';
import { slicedWassersteinTo } from '../../../webview/gan/metrics/slicedWasserstein';
import { Random } from '../../../webview/gan/random';
import { drawBatch, trainDiscriminatorOnce } from '../../../webview/gan/training/discriminatorStep';
import { Gan } from '../../../webview/gan/training/gan';
import { drawGeneratorInputs, trainGeneratorOnce } from '../../../webview/gan/training/generatorStep';
import { LOSSES } from '../../../webview/gan/training/losses';
import { Optimizer, type OptimizerKind } from '../../../webview/gan/training/optimizers';
import { pythonThatCan, runPython } from '../../unit/code/python';

const FOLDER = path.join('test', 'slow', 'secondImplementation');

/** What float32 leaves of a number, after some sums. */
const RELATIVE = 1e-5;
/** What the randomised principal components are off by, compared with an exact SVD; their variances add up to 1. */
const OFF_BY_COMPONENTS = 1e-4;

/** A program in Python, where something can run it. */
class Second {
  private python: string | undefined;

  /** @param packages that it imports, and what Debian calls them */
  constructor(
    private readonly program: string,
    private readonly packages: { readonly imports: string; readonly debian: string },
  ) {}

  /** Skips the tests where nothing can run it. */
  async prepare(context: Mocha.Context): Promise<void> {
    const { imports, debian } = this.packages;
    this.python = pythonThatCan(`import ${imports}`);
    if (this.python === undefined) {
      console.log(`Skipped: no python3 has ${imports} (Debian: ${debian}).`);
      context.skip();
    }
    const backend = await chooseBackend('cpu');
    assert.ok(backend.ok);
  }

  /** Its answers to some jobs. */
  answers<Schema extends v.GenericSchema>(schema: Schema, jobs: readonly object[]): v.InferOutput<Schema>[] {
    assert.ok(this.python !== undefined);
    const text = readFileSync(path.join(FOLDER, this.program), 'utf8');
    return v.parse(v.array(schema), runPython(this.python, text, jobs));
  }

  /** Its answer to a job. */
  answer<Schema extends v.GenericSchema>(schema: Schema, job: object): v.InferOutput<Schema> {
    const [answer] = this.answers(schema, [job]);
    assert.ok(answer !== undefined);
    return answer;
  }
}

/** @param scale what a difference is compared with; the number itself, if nothing else is said */
function assertClose(found: number, wanted: number, what: string, relative = RELATIVE, scale = wanted): void {
  assert.ok(
    Math.abs(found - wanted) <= relative * Math.max(Math.abs(scale), Number.MIN_VALUE),
    `${what}: the engine says ${found}, the second implementation ${wanted}`,
  );
}

/** Each number, compared with the largest of them. */
function assertAllClose(found: readonly number[], wanted: readonly number[], what: string): void {
  assert.equal(found.length, wanted.length, what);
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  found.forEach((value, i) => assertClose(value, wanted[i] ?? NaN, `${what}, ${i}`, RELATIVE, largest));
}

function normals(count: number, stream: string): Float64Array {
  const random = Random.seeded(1, stream);
  return new Float64Array(count).map(() => random.normal());
}

function samplesFrom(collection: Collection, first: number, count: number): Float32Array {
  const length = sampleLength(collection);
  const samples = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    collection.copySample(first + i, samples, i * length);
  }
  return samples;
}

const asArray = (tensor: Tensor) => ({ shape: tensor.shape, values: [...tensor.dataSync()] });

const NumberSchema = v.number();
const NumbersSchema = v.array(v.number());

describe('A second implementation in NumPy and SciPy agrees with the engine on', function () {
  this.timeout(300_000);
  const numpy = new Second('measures.py', { imports: 'numpy, scipy', debian: 'python3-scipy' });

  before(async function () {
    await numpy.prepare(this);
  });

  it('the Frechet distance', () => {
    const dimensions = 16;
    const one = normals(2048 * dimensions, 'one');
    const other = normals(256 * dimensions, 'other').map((value, i) => value * (1 + (i % 16) / 9) + 0.1);
    assertClose(
      frechetDistance(gaussianOf(one, 2048, dimensions), gaussianOf(other, 256, dimensions)),
      numpy.answer(NumberSchema, { kind: 'frechet', one: [...one], other: [...other], dimensions }),
      'd^2',
    );
  });

  it('effective modes', () => {
    const counts = [12, 40, 0, 101, 3, 100];
    assertClose(
      effectiveModes(counts),
      numpy.answer(NumberSchema, { kind: 'effectiveModes', counts }),
      'modes',
    );
  });

  it('the Wasserstein distance along a line', () => {
    const [one, other] = [normals(500, 'one'), normals(500, 'other').map((value) => 1.3 * value - 0.4)];
    assertClose(
      slicedWassersteinTo(one, 500, 1)(other),
      numpy.answer(NumberSchema, { kind: 'wasserstein', one: [...one], other: [...other] }),
      'W',
    );
  });

  it('the accuracy of the nearest neighbour', () => {
    const [one, other] = [normals(600, 'one'), normals(600, 'other').map((value) => value + 0.7)];
    assertClose(
      nearestNeighbourAccuracy(one, other, 200, 3),
      numpy.answer(NumberSchema, {
        kind: 'nearestNeighbour',
        one: [...one],
        other: [...other],
        dimensions: 3,
      }),
      'accuracy',
    );
  });

  it('the Jensen-Shannon divergence of points', () => {
    const one = Float32Array.from(normals(4096, 'one').map((value) => 0.5 * value));
    const other = Float32Array.from(normals(4096, 'other').map((value) => 0.4 * value + 0.2));
    assertClose(
      jensenShannonOfPoints(one, other),
      numpy.answer(NumberSchema, {
        kind: 'jensenShannon',
        one: [...one],
        other: [...other],
        ...JENSEN_SHANNON_GRID,
      }),
      'bits',
    );
  });

  it('what the gauges show of pictures', () => {
    const museum = createCollection({ data: 'portraits', pictureSize: 16, collectionSize: 2048 });
    const longer = museum.resized(2048 + 1024 + 256);
    const random = Random.seeded(1, 'noise');
    const samples = samplesFrom(longer, 2048 + 1024, 256).map((value) => value + 0.12 * random.normal());
    const wanted = numpy.answer(
      v.object({ miniFid: v.number(), convincing: v.number(), fineDetail: v.number(), gap: v.number() }),
      {
        kind: 'pictures',
        length: sampleLength(museum),
        components: 16,
        neighbours: 512,
        probes: 256,
        compared: 64,
        fitted: [...samplesFrom(museum, 0, 512)],
        reference: [...samplesFrom(museum, 0, 2048)],
        samples: [...samples],
        shown: [...samplesFrom(museum, 0, 1024)],
        unseen: [...samplesFrom(longer, 2048, 1024)],
      },
    );
    const { miniFid, convincing, fineDetail } = createQualityMeasure(museum).headline(samples, 256);
    assertClose(miniFid, wanted.miniFid, 'mini-FID', OFF_BY_COMPONENTS, 1);
    // Of the originals' own small residue, randomised components leave a little more.
    assertClose(fineDetail ?? NaN, wanted.fineDetail, 'fine detail', 100 * OFF_BY_COMPONENTS);
    // One sample at the edge may fall on either side.
    assert.ok(Math.abs(convincing - wanted.convincing) <= 1 / 256, `${convincing}, ${wanted.convincing}`);
    const { gap } = createMemorisationMeasure(museum).measure(samples, 64);
    assertClose(gap, wanted.gap, 'gap', RELATIVE, 1);
  });
});

describe('A second implementation in PyTorch agrees with the engine on', function () {
  this.timeout(300_000);
  const torch = new Second('training.py', { imports: 'torch', debian: 'python3-torch' });

  before(async function () {
    await torch.prepare(this);
  });

  it('the six losses and their gradients, with and without smoothed labels', () => {
    const losses = [
      'nonSaturating',
      'saturating',
      'leastSquares',
      'hinge',
      'wasserstein',
      'naiveLogSigmoid',
    ] as const;
    const jobs = losses.flatMap((loss) =>
      [0, 0.1].map((smoothing) => ({
        kind: 'losses',
        loss,
        smoothing,
        real: [-3, -0.4, 0.2, 1.7],
        fake: [-2.1, 0.3, 0.8, 4],
      })),
    );
    const wanted = torch.answers(NumbersSchema, jobs);
    const column = (values: readonly number[]) => tf.tensor([...values], [values.length, 1]);
    for (const [index, { loss, real, fake, smoothing }] of jobs.entries()) {
      const { value, grads } = tf.valueAndGrads((...[onReal, onFake]: Tensor[]) => {
        assert.ok(onReal && onFake);
        return LOSSES[loss].discriminator({ kind: 'apart', real: onReal, fake: onFake }, smoothing);
      })([column(real), column(fake)]);
      const ofGenerator = tf.valueAndGrad((scores: Tensor) => LOSSES[loss].generator(scores))(column(fake));
      assertAllClose(
        [value, ...grads, ofGenerator.value, ofGenerator.grad].flatMap((each) => [...each.dataSync()]),
        wanted[index] ?? [],
        `${loss} with smoothing ${smoothing}`,
      );
    }
  });

  it('five steps of each optimizer', () => {
    const kinds: readonly OptimizerKind[] = ['adam', 'rmsprop', 'momentum', 'sgd'];
    const start = [...normals(50, 'start')];
    const gradients = Array.from({ length: 5 }, (_, step) => [...normals(50, `gradient ${step}`)]);
    const settings = { rate: 0.004, beta1: 0.5, beta2: 0.99 };
    const wanted = torch.answers(
      NumbersSchema,
      kinds.map((optimizer) => ({ kind: 'steps', optimizer, start, gradients, ...settings })),
    );
    for (const [index, kind] of kinds.entries()) {
      const optimizer = new Optimizer(kind, [{ shape: [50], standardDeviation: 0, mean: 0 }]);
      let weights: Tensor[] = [tf.tensor(start)];
      for (const gradient of gradients) {
        weights = optimizer.step(weights, [tf.tensor(gradient)], {
          ...settings,
          learningRate: settings.rate,
        });
      }
      assertAllClose(
        weights.flatMap((each) => [...each.dataSync()]),
        wanted[index] ?? [],
        kind,
      );
    }
  });

  /** A step of plain gradient descent as long as the gradient shows the gradient itself. */
  const bare = {
    generatorOptimizer: 'sgd',
    discriminatorOptimizer: 'sgd',
    generatorLearningRate: 1,
    discriminatorLearningRate: 1,
  } as const;
  const portraits: Hyperparameters = { ...defaultsFor('portraits'), collectionSize: 64, backend: 'cpu' };
  const points: Hyperparameters = { ...defaultsFor('ring'), backend: 'cpu' };
  const ROUNDS: readonly (readonly [string, Hyperparameters])[] = [
    ['the recipe, with Adam and R1', portraits],
    ['the recipe, by its gradients', { ...portraits, ...bare }],
    [
      'WGAN-GP, by its gradients',
      { ...portraits, ...bare, loss: 'wasserstein', r1Weight: 0, gradientPenaltyWeight: 10 },
    ],
    ['the recipe of points, by its gradients', { ...points, ...bare }],
    [
      'least squares with smoothed labels on points',
      { ...points, ...bare, loss: 'leastSquares', labelSmoothing: 0.1, r1Weight: 0 },
    ],
  ];

  for (const [name, h] of ROUNDS) {
    it(`one whole round: ${name}`, () => {
      const { found, job } = playRound(h);
      const wanted = torch.answer(
        v.object({
          numbers: NumbersSchema,
          gradients: v.array(NumbersSchema),
          after: v.array(NumbersSchema),
        }),
        job,
      );
      found.numbers.forEach((value, i) =>
        assertClose(value, wanted.numbers[i] ?? NaN, ['L_D', 'norm of D', 'L_G', 'norm of G'][i] ?? ''),
      );
      found.after.forEach((values, tensor) => {
        const [after, gradients] = [wanted.after[tensor] ?? [], wanted.gradients[tensor] ?? []];
        const largest = after.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        values.forEach((value, i) => {
          // Adam makes full steps of what is only rounding in a gradient of nearly nothing.
          if (h.generatorOptimizer === 'sgd' || Math.abs(gradients[i] ?? 0) > 1e-5) {
            assertClose(value, after[i] ?? NaN, `weight ${i} of tensor ${tensor}`, RELATIVE, largest);
          }
        });
      });
    });
  }
});

/** A round of one step for each, by the engine, and the job that asks for the same. */
function playRound(h: Hyperparameters) {
  const gan = Gan.create(h, createCollection(h));
  const before = {
    discriminator: gan.discriminator.parameters.map(asArray),
    generator: gan.generator.parameters.map(asArray),
  };
  const batch = drawBatch(gan, h);
  const ofDiscriminator = trainDiscriminatorOnce(gan, h, batch);
  const inputs = drawGeneratorInputs(gan, h);
  const ofGenerator = trainGeneratorOnce(gan, h, inputs);
  const number = (tensor: Tensor) => tensor.dataSync()[0] ?? NaN;
  const [dense] = before.generator;
  const [, filter] = before.generator.filter(({ shape }) => shape.length !== 1);
  const depth = filter?.shape.length === 4 ? (filter.shape[3] ?? 1) : undefined;
  const side = Math.sqrt((dense?.shape[1] ?? 0) / (depth ?? 1));
  return {
    found: {
      numbers: [
        number(ofDiscriminator.verdict.loss),
        number(ofDiscriminator.gradientNorm),
        number(ofGenerator.before.loss),
        number(ofGenerator.gradientNorm),
      ],
      after: [...gan.discriminator.parameters, ...gan.generator.parameters].map((each) => [
        ...each.dataSync(),
      ]),
    },
    job: {
      kind: 'round',
      // The first round of all computes the lazy penalty, with the weight of all that it stands for.
      h: { ...h, gamma: h.r1Weight * h.r1Interval },
      ...before,
      real: asArray(batch.real.samples),
      fake: asArray(batch.fake.samples),
      interpolates: batch.interpolates === undefined ? null : asArray(batch.interpolates.samples),
      latent: asArray(inputs.latent),
      smallest: depth === undefined ? null : [side, side, depth],
    },
  };
}
