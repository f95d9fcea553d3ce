import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { createCollection, sampleLength, type Collection } from '../../../../webview/gan/datasets';
import { createQualityMeasure } from '../../../../webview/gan/metrics';
import { createMemorisationMeasure } from '../../../../webview/gan/metrics/memorisation';
import { Random } from '../../../../webview/gan/random';

function open(data: Hyperparameters['data'], collectionSize = 4096): Collection {
  return createCollection({ data, pictureSize: 16, collectionSize });
}

/** Samples of the same distribution, from an index on; those from 2,048 on are not part of the reference. */
function originals(collection: Collection, indices: readonly number[]): Float32Array {
  const length = sampleLength(collection);
  const longer = collection.resized(Math.max(...indices) + 1);
  const samples = new Float32Array(indices.length * length);
  indices.forEach((index, i) => longer.copySample(index, samples, i * length));
  return samples;
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

function noise(collection: Collection, count: number): Float32Array {
  const values = new Float32Array(count * sampleLength(collection));
  return Random.seeded(1, 'noise').fillUniform(values, -1, 1);
}

/** The first so many fresh samples of some modes. */
function ofModes(collection: Collection, modes: readonly number[], count: number): Float32Array {
  const longer = collection.resized(8192);
  const indices = range(2048, 6000).filter((index) => modes.includes(longer.modeOf(index)));
  return originals(collection, indices.slice(0, count));
}

describe('The quality of pictures', function () {
  // Painting and fitting thousands of originals comes first.
  this.timeout(10_000);
  const portraits = open('portraits');
  const quality = createQualityMeasure(portraits);

  it('is near the best for fresh originals', () => {
    const report = quality.measure(originals(portraits, range(2048, 256)), 256);
    assert.ok(report.miniFid < 0.02, `mini-FID ${report.miniFid}`);
    assert.ok(report.effectiveModes > 5.7 && report.effectiveModes <= 6);
    assert.equal(report.modes, 6);
    assert.equal(report.coveredModes, 6);
    assert.ok(report.convincing > 0.95);
    assert.ok(Math.abs(report.nearestNeighbourAccuracy - 0.5) < 0.1);
    assert.ok(report.slicedWasserstein < 0.04);
  });

  it('looks worse the fewer originals are measured', () => {
    const scores = [32, 64, 256].map((count) => {
      const repeats = range(0, 6).map(
        (i) => quality.headline(originals(portraits, range(2048 + i * count, count)), count).miniFid,
      );
      return repeats.reduce((sum, score) => sum + score, 0) / repeats.length;
    });
    const [few = NaN, more = NaN, many = NaN] = scores;
    assert.ok(few > 0.05 && few < 0.1, `32: ${few}`);
    assert.ok(more > 0.02 && more < 0.05, `64: ${more}`);
    assert.ok(many > 0.005 && many < 0.02, `256: ${many}`);
  });

  it('is bad for noise', () => {
    const report = quality.measure(noise(portraits, 256), 256);
    assert.ok(report.miniFid > 0.8, `mini-FID ${report.miniFid}`);
    assert.equal(report.nearestNeighbourAccuracy, 1);
    assert.equal(report.convincing, 0);
    assert.equal(report.coveredModes, 0);
  });

  for (const data of ['starryNights', 'sunsets', 'digits'] as const) {
    it(`is convincing for fresh ${data} and not for noise`, () => {
      const collection = open(data);
      const measure = createQualityMeasure(collection);
      assert.ok(measure.measure(originals(collection, range(2048, 128)), 128).convincing > 0.95);
      assert.equal(measure.measure(noise(collection, 128), 128).convincing, 0);
    });
  }

  it('counts the modes that are there', () => {
    const report = quality.measure(ofModes(portraits, [0, 3], 128), 128);
    assert.ok(Math.abs(report.effectiveModes - 2) < 0.1, `${report.effectiveModes} modes`);
    assert.equal(report.coveredModes, 2);
    assert.equal(
      report.modeCounts.reduce((sum, count) => sum + count, 0),
      128,
    );
  });

  it('calls one picture for everything one mode, and bad', () => {
    const report = quality.headline(
      originals(
        portraits,
        Array.from({ length: 64 }, () => 3000),
      ),
      64,
    );
    assert.equal(report.effectiveModes, 1);
    assert.ok(report.miniFid > 0.5);
  });

  it('finds few modes in copies of four originals, as it measures against all that could be painted', () => {
    const four = createQualityMeasure(open('portraits', 4));
    const copies = originals(
      portraits,
      range(0, 256).map((i) => i % 4),
    );
    assert.deepEqual(four.headline(copies, 256), quality.headline(copies, 256));
    assert.ok(four.headline(copies, 256).miniFid > 0.1);
  });

  it('gives the headline of the whole report', () => {
    const samples = originals(portraits, range(2500, 100));
    const {
      coveredModes: _covered,
      nearestNeighbourAccuracy: _accuracy,
      ...headline
    } = quality.measure(samples, 100);
    assert.deepEqual(quality.headline(samples, 100), headline);
  });

  it('refuses to measure fewer than two samples or more than it has originals', () => {
    for (const count of [0, 1, 2049, 2.5]) {
      assert.throws(() => quality.headline(new Float32Array(3000 * 768), count), RangeError);
    }
  });
});

describe('The modes of fresh originals', function () {
  this.timeout(10_000);
  for (const data of ['starryNights', 'sunsets', 'digits', 'eightGaussians', 'grid25'] as const) {
    it(`of ${data} are recognised by their nearest originals`, () => {
      const collection = open(data);
      const quality = createQualityMeasure(collection);
      const mode = 1;
      const report = quality.headline(ofModes(collection, [mode], 100), 100);
      assert.ok((report.modeCounts[mode] ?? 0) >= 93, `recognised ${report.modeCounts[mode]} of 100`);
    });
  }
});

describe('The quality of points', () => {
  it('is the Frechet distance on the plane', () => {
    const ring = open('ring');
    const quality = createQualityMeasure(ring);
    const samples = originals(ring, range(2048, 1024));
    const shifted = samples.map((value, i) => value + (i % 2 === 0 ? 3 : 0));
    const near = quality.headline(samples, 1024).miniFid;
    assert.ok(near < 0.02);
    assert.ok(Math.abs(quality.headline(shifted, 1024).miniFid - 9) < 0.5);
  });

  it('is the sliced Wasserstein distance, by which a shift of the plane counts with 2 / pi', () => {
    const ring = open('ring');
    const quality = createQualityMeasure(ring);
    const samples = originals(ring, range(0, 256));
    assert.equal(quality.headline(samples, 256).slicedWasserstein, 0);
    const shifted = samples.map((value, i) => value + (i % 2 === 0 ? 3 : 0));
    const distance = quality.headline(shifted, 256).slicedWasserstein;
    // Four standard errors of the mean of |cos| over 64 directions.
    const error = (3 * Math.sqrt(1 / 2 - (2 / Math.PI) ** 2)) / Math.sqrt(64);
    assert.ok(Math.abs(distance - 6 / Math.PI) < 4 * error, `${distance}`);
  });
});

describe('Memorisation', function () {
  this.timeout(10_000);
  const collectionPictures = open('portraits', 64);
  const memorisation = createMemorisationMeasure(collectionPictures);

  it('shows in copies: they are near the originals only', () => {
    const { toOriginals, toHeldOut, gap } = memorisation.measure(
      originals(collectionPictures, range(0, 64)),
      64,
    );
    assert.equal(toOriginals, 0);
    assert.ok(toHeldOut > 0.05);
    assert.equal(gap, 1);
  });

  it('does not show in fresh paintings of the same kind', () => {
    const { gap } = memorisation.measure(originals(collectionPictures, range(5000, 512)), 512);
    assert.ok(Math.abs(gap) < 0.03, `gap ${gap}`);
  });
});
