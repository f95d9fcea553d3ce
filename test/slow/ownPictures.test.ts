import assert from 'node:assert/strict';
import { gzipSync } from 'fflate';
import { readPictureArrays } from '../../src/collections/arrays/pictureArrays';
import { samplesOf } from '../../src/shared/domain/collection';
import { defaultsFor, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { createCollection } from '../../webview/gan/datasets';
import { Trainer } from '../../webview/gan/trainer';
import { idx } from '../unit/collections/arrayFiles';
import { file, watchReading } from '../unit/collections/pictures';

const SIZE = 28;
const PIXELS = SIZE * SIZE;
const KINDS = 10;
/** Pictures that the run trains on, and as many others that train or test the judge. */
const COUNT = 2000;
const ROUNDS = 800;
/** So many of each kind are ordered; of a recognisable kind, this share is taken for what was ordered. */
const ORDERED = 8;
const RECOGNISED = 0.8;

/** Digits as MNIST has them, in bytes, by the program's own painter. */
function digits(): { readonly images: Uint8Array; readonly labels: Uint8Array } {
  const collection = createCollection({ data: 'digits', pictureSize: SIZE, collectionSize: 2 * COUNT });
  const values = new Float32Array(2 * COUNT * PIXELS);
  const labels = new Uint8Array(2 * COUNT);
  for (let index = 0; index < 2 * COUNT; index++) {
    collection.copySample(index, values, index * PIXELS);
    labels[index] = collection.modeOf(index);
  }
  return { images: Uint8Array.from(values, (value) => Math.round((value + 1) * 127.5)), labels };
}

/** Takes a picture for what most of the five real ones nearest to it are. */
function judge(images: Uint8Array, labels: Uint8Array): (picture: ArrayLike<number>) => number {
  return (picture) => {
    const distances = Array.from(labels, (label, index) => {
      let sum = 0;
      for (let i = 0; i < PIXELS; i++) {
        sum += ((images[index * PIXELS + i] ?? 0) - (picture[i] ?? 0)) ** 2;
      }
      return { sum, label };
    });
    const nearest = distances.toSorted((one, other) => one.sum - other.sum).slice(0, 5);
    const votes = Array.from(
      { length: KINDS },
      (_, kind) => nearest.filter(({ label }) => label === kind).length,
    );
    return votes.indexOf(Math.max(...votes));
  };
}

describe('A conditional pair on pictures in the format of MNIST', function () {
  this.timeout(20 * 60_000);

  it('paints at least nine of ten digits to order by round 800', async () => {
    const { images, labels } = digits();
    const files = [
      file('train-images-idx3-ubyte.gz', gzipSync(idx([COUNT, SIZE, SIZE], images.slice(0, COUNT * PIXELS)))),
      file('train-labels-idx1-ubyte', idx([COUNT], labels.slice(0, COUNT))),
    ];
    const read = await readPictureArrays('digits', files.slice(0, 1), files, watchReading());
    const collection = read?.ok ? read.value.collection : undefined;
    assert.ok(collection?.labels);
    const h: Hyperparameters = {
      ...defaultsFor('ownPictures'),
      pictureSize: SIZE,
      conditional: 'yes',
      backend: 'cpu',
    };
    const created = await Trainer.create(h, samplesOf(collection, SIZE));
    assert.ok(created.ok);
    const trainer = created.value;

    const begun = performance.now();
    for (let round = 0; round < ROUNDS; round++) {
      assert.ok(trainer.runRound().ok);
    }
    const speed = (1000 * ROUNDS) / (performance.now() - begun);

    const others = images.subarray(COUNT * PIXELS);
    const recognise = judge(others.subarray(0, (COUNT / 2) * PIXELS), labels.subarray(COUNT, COUNT * 1.5));
    const tested = Array.from({ length: 200 }, (_, i) => COUNT / 2 + i);
    const right = tested.filter(
      (i) => recognise(others.subarray(i * PIXELS, (i + 1) * PIXELS)) === labels[COUNT + i],
    ).length;
    assert.ok(right >= 0.95 * tested.length, `The judge knows ${right} of ${tested.length} real ones.`);

    const { rgba } = trainer.walk({ kind: 'orders', count: ORDERED });
    const shares = Array.from({ length: KINDS }, (_, kind) => {
      const hits = Array.from({ length: ORDERED }, (_unused, i) => {
        const start = (kind * ORDERED + i) * PIXELS;
        return (
          recognise(Uint8Array.from({ length: PIXELS }, (_none, p) => rgba[4 * (start + p)] ?? 0)) === kind
        );
      });
      return hits.filter(Boolean).length / ORDERED;
    });
    trainer.dispose();
    console.log(`      ${speed.toFixed(1)} rounds/s; orders right by digit: ${shares.join(' ')}`);
    const recognised = shares.filter((share) => share >= RECOGNISED).length;
    assert.ok(recognised >= KINDS - 1, shares.join(' '));
  });
});
