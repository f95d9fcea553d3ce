import assert from 'node:assert/strict';
import {
  fewestSamples,
  PICTURE_BYTES,
  pictureCollection,
  pointCollection,
  samplesOf,
  type OwnSamples,
} from '../../../src/shared/domain/collection';
import { defaultsFor, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Result } from '../../../src/shared/result';
import { Trainer } from '../../../webview/gan/trainer';

const SMALL = { backend: 'cpu', batchSize: 8, generatorWidth: 4, discriminatorWidth: 4 } as const;
const PICTURES: Hyperparameters = { ...defaultsFor('ownPictures'), ...SMALL, pictureSize: 12 };
const POINTS: Hyperparameters = { ...defaultsFor('drawnPoints'), ...SMALL };

/** Pictures of one grey each. */
function greys(shift: number): OwnSamples {
  const pictures = Array.from({ length: 24 }, (_, i) => new Uint8Array(PICTURE_BYTES).fill(10 * i + shift));
  return samplesOf(pictureCollection('greys', pictures), 12);
}

/** Points on a line. */
function line(): OwnSamples {
  const points = Float32Array.from({ length: 80 }, (_, i) => i / 40 - 1);
  return samplesOf(pointCollection('drawnPoints', 'drawn', points), 16);
}

function open(result: Result<Trainer>): Trainer {
  return result.ok ? result.value : assert.fail(result.problem.message);
}

function run(trainer: Trainer, rounds: number): Trainer {
  for (let round = 0; round < rounds; round++) {
    assert.ok(trainer.runRound().ok);
  }
  return trainer;
}

function checkpointOf(trainer: Trainer): Uint8Array<ArrayBuffer> {
  const checkpoint = trainer.checkpoint();
  return checkpoint.ok ? checkpoint.value.bytes : assert.fail(checkpoint.problem.message);
}

describe('A run on pictures of the learner', function () {
  this.timeout(30_000);

  it('trains, shows them in the museum, and counts no modes', async () => {
    const trainer = run(open(await Trainer.create(PICTURES, greys(0))), 2);
    const { collectionPictures: museum } = trainer.start;
    assert.equal(museum.size, 12);
    assert.deepEqual([...museum.rgba.slice(0, 4)], [0, 0, 0, 255]);
    const { quality } = trainer.frame({ playing: false, wholeRounds: true });
    assert.ok(quality && Number.isFinite(quality.miniFid));
    assert.equal(quality.effectiveModes, undefined);
    assert.equal(quality.modes, undefined);
    trainer.dispose();
  });

  it('is determined bit for bit by hyperparameters and samples', async () => {
    const one = run(open(await Trainer.create(PICTURES, greys(0))), 3);
    const again = run(open(await Trainer.create(PICTURES, greys(0))), 3);
    const other = run(open(await Trainer.create(PICTURES, greys(1))), 3);
    assert.deepEqual(checkpointOf(one), checkpointOf(again));
    assert.notDeepEqual(checkpointOf(one), checkpointOf(other));
    [one, again, other].forEach((trainer) => trainer.dispose());
  });

  it('goes on from a checkpoint bit for bit, on the same samples only', async () => {
    const trainer = run(open(await Trainer.create(PICTURES, greys(0))), 2);
    const bytes = checkpointOf(trainer);
    const resumed = open(await Trainer.resume(bytes, 'cpu', greys(0)));
    assert.deepEqual(checkpointOf(run(resumed, 2)), checkpointOf(run(trainer, 2)));
    for (const wrong of [greys(1), line(), undefined]) {
      const refused = await Trainer.resume(bytes, 'cpu', wrong);
      assert.ok(!refused.ok && refused.problem.next.length > 0);
    }
    trainer.dispose();
    resumed.dispose();
  });

  it('does not begin without them, and says what to do', async () => {
    const refused = await Trainer.create(PICTURES);
    assert.ok(!refused.ok);
    assert.match(refused.problem.next, /Use My Own Pictures/);
  });
});

describe('A run on labelled samples', function () {
  this.timeout(30_000);

  it('orders by class, knows what the classes are called, and counts modes', async () => {
    const samples = line();
    const classes = Uint8Array.from({ length: samples.count }, (_, i) => Number(i >= samples.count / 2));
    const labelled = { ...samples, labels: { names: ['left', 'right'], classes } };
    const h: Hyperparameters = { ...POINTS, conditional: 'yes' };
    const trainer = run(open(await Trainer.create(h, labelled)), 3);
    assert.equal(trainer.start.classes, 2);
    assert.deepEqual(trainer.start.classNames, ['left', 'right']);
    assert.equal(trainer.frame({ playing: false, wholeRounds: true }).quality?.modes, 2);
    trainer.dispose();
  });

  it('counts no modes of classes of very different sizes', async () => {
    const samples = line();
    const labels = {
      names: ['most', 'one'],
      classes: new Uint8Array(samples.count).fill(1, 0, 1),
    };
    const trainer = run(open(await Trainer.create(POINTS, { ...samples, labels })), 2);
    assert.equal(trainer.frame({ playing: false, wholeRounds: true }).quality?.modes, undefined);
    trainer.dispose();
  });

  it('cannot order what has no classes, and says so', async () => {
    const refused = await Trainer.create({ ...POINTS, conditional: 'yes' }, line());
    assert.ok(!refused.ok && /no classes/.test(refused.problem.message));
  });
});

describe('A run on points that were drawn', function () {
  this.timeout(30_000);

  it('trains', async () => {
    const trainer = run(open(await Trainer.create(POINTS, line())), 5);
    const { metrics } = trainer.frame({ playing: false, wholeRounds: true });
    assert.ok(metrics && Number.isFinite(metrics.discriminatorLoss));
    trainer.dispose();
  });

  it('trains and is measured on as few as a collection may have', async () => {
    const points = Float32Array.from({ length: 2 * fewestSamples('drawnPoints') }, (_, i) => Math.sin(i));
    const samples = samplesOf(pointCollection('drawnPoints', 'few', points), 16);
    const trainer = run(open(await Trainer.create(POINTS, samples)), 5);
    const { metrics, quality } = trainer.frame({ playing: false, wholeRounds: true });
    assert.ok(metrics && Number.isFinite(metrics.discriminatorLoss));
    assert.ok(quality && Number.isFinite(quality.miniFid) && Number.isFinite(quality.slicedWasserstein));
    trainer.dispose();
  });
});
