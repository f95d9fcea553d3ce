import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
  checkSamples,
  digestOf,
  isIntact,
  OwnCollectionSchema,
  PICTURE_BYTES,
  PICTURE_SIZES,
  pictureCollection,
  pointCollection,
  pointsOf,
  rgbBytes,
  fewestSamples,
  samplesOf,
  tooFew,
} from '../../../src/shared/domain/collection';
import { OWN_DATA, PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { createCollection, sampleLength } from '../../../webview/gan/datasets';

/** Bytes that look random and are always the same. */
function bytes(length: number, seed: string): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
    createHash('sha256').update(`${seed} ${i}`).digest(),
  );
  return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
}

const PICTURES = pictureCollection(
  'holidays',
  Array.from({ length: 30 }, (_, i) => bytes(PICTURE_BYTES, `picture ${i}`)),
);
const POINTS = pointCollection(
  'ownPoints',
  'table.csv',
  Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)),
);

describe('The digest of a collection', () => {
  it('is the CRC-32 of its bytes', () => {
    assert.equal(digestOf(new TextEncoder().encode('123456789')), 'cbf43926');
    assert.equal(digestOf(new Uint8Array()), '00000000');
  });

  it('tells every changed bit, and lost bytes', () => {
    assert.ok(isIntact(PICTURES));
    for (const at of [0, 1234, PICTURES.bytes.length - 1]) {
      const changed = Uint8Array.from(PICTURES.bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.ok(!isIntact({ ...PICTURES, bytes: changed }));
    }
    assert.ok(!isIntact({ ...PICTURES, bytes: PICTURES.bytes.slice(1) }));
    assert.ok(!isIntact({ ...PICTURES, count: 29 }));
  });

  it('is the same wherever the same collection comes from', () => {
    assert.equal(pointCollection('drawnPoints', 'x', pointsOf(POINTS)).digest, POINTS.digest);
  });
});

describe('A collection of the learner', () => {
  it('is refused when its bytes are not as many as its samples need', () => {
    assert.ok(v.is(OwnCollectionSchema, PICTURES));
    assert.ok(!v.is(OwnCollectionSchema, { ...PICTURES, count: 31 }));
    assert.ok(!v.is(OwnCollectionSchema, { ...POINTS, data: 'ownPictures' }));
    assert.ok(!v.is(OwnCollectionSchema, { ...POINTS, digest: '../../etc' }));
  });

  it('gives its pictures at the size that is asked for, from -1 to 1', () => {
    let start = 0;
    for (const size of PICTURE_SIZES) {
      const { values, count } = samplesOf(PICTURES, size);
      assert.equal(values.length, count * rgbBytes(size));
      const at = 7 * PICTURE_BYTES + start + 5;
      assert.equal(values[7 * rgbBytes(size) + 5], Math.fround((PICTURES.bytes[at] ?? 0) / 127.5 - 1));
      assert.equal(Math.min(...values), -1);
      assert.equal(Math.max(...values), 1);
      start += rgbBytes(size);
    }
  });

  it('needs enough samples', () => {
    for (const data of OWN_DATA) {
      const fewest = fewestSamples(data);
      assert.ok(tooFew(data, fewest - 1)?.message.includes(String(fewest)));
      assert.equal(tooFew(data, fewest), undefined);
    }
  });

  it('must be the one that a run asks for', () => {
    const pictures = { ...PICTURE_DEFAULTS, data: 'ownPictures' } as const;
    const samples = samplesOf(PICTURES, pictures.pictureSize);
    assert.ok(checkSamples(PICTURE_DEFAULTS, undefined).ok);
    assert.deepEqual(checkSamples(pictures, samples, PICTURES.digest), { ok: true, value: samples });
    assert.ok(!checkSamples(pictures, undefined).ok);
    assert.ok(!checkSamples(pictures, samplesOf(POINTS, 16)).ok);
    assert.ok(!checkSamples({ ...pictures, pictureSize: 28 }, samples).ok);
    assert.ok(!checkSamples(pictures, samples, 'ffffffff').ok);
  });
});

describe('Training on a collection of the learner', () => {
  const choice = { data: 'ownPictures', pictureSize: 12, collectionSize: 4096 } as const;
  const open = (collectionSize = 4096) =>
    createCollection({ ...choice, collectionSize }, samplesOf(PICTURES, choice.pictureSize));

  it('sees the samples as they are, in order', () => {
    const collection = open();
    assert.equal(collection.size, 30);
    assert.deepEqual(collection.sampleShape, [12, 12, 3]);
    const length = sampleLength(collection);
    const { values } = samplesOf(PICTURES, 12);
    for (const index of [0, 13, 29]) {
      const target = new Float32Array(length + 3);
      collection.copySample(index, target, 3);
      assert.deepEqual(target.slice(3), values.slice(index * length, (index + 1) * length));
    }
  });

  it('sees no more of them than the hyperparameters say', () => {
    const collection = open(8);
    assert.equal(collection.size, 8);
    assert.throws(() => collection.copySample(8, new Float32Array(sampleLength(collection)), 0), RangeError);
  });

  it('compares with them again and again where more originals are asked for', () => {
    const longer = open().resized(100);
    assert.equal(longer.size, 100);
    const [first, again] = [0, 30].map((index) => {
      const target = new Float32Array(sampleLength(longer));
      longer.copySample(index, target, 0);
      return target;
    });
    assert.deepEqual(first, again);
  });

  it('knows no kinds of samples', () => {
    const collection = open();
    assert.equal(collection.modes, 1);
    assert.equal(collection.modeOf(17), 0);
    assert.throws(() => collection.modeOf(30), RangeError);
  });

  it('knows where points are dense, as a density of integral 1', () => {
    const cluster = Float32Array.from({ length: 200 }, (_, i) => (i < 100 ? 0.5 : -0.5));
    const points = pointCollection('drawnPoints', 'drawn', cluster);
    const collection = createCollection(
      { data: 'drawnPoints', pictureSize: 16, collectionSize: 4096 },
      samplesOf(points, 16),
    );
    assert.ok(collection.kind === 'points');
    let sum = 0;
    const step = 0.02;
    for (let x = -2; x < 2; x += step) {
      for (let y = -2; y < 2; y += step) {
        sum += collection.density(x, y) * step * step;
      }
    }
    assert.ok(Math.abs(sum - 1) < 1e-3, `${sum}`);
    assert.ok(collection.density(0.5, 0.5) > 100 * collection.density(0, 0));
  });

  it('cannot begin without the samples', () => {
    assert.throws(() => createCollection(choice), /ownPictures/);
  });
});
