import assert from 'node:assert/strict';
import { gzipSync, zipSync } from 'fflate';
import { arrayFiles, readPictureArrays } from '../../../src/collections/arrays/pictureArrays';
import { MOST_PICTURES } from '../../../src/collections/limits';
import type { FolderFile } from '../../../src/collections/pictureFolder';
import {
  isIntact,
  PICTURE_BYTES,
  samplesOf,
  type OwnCollection,
} from '../../../src/shared/domain/collection';
import { pythonThatCan, runPython } from '../code/python';
import { idx, npy } from './arrayFiles';
import { file, watchReading } from './pictures';

async function read(chosen: FolderFile, beside: readonly FolderFile[] = []) {
  const result = await readPictureArrays('set', [chosen], beside, watchReading());
  return result?.ok ? result.value : assert.fail(result?.problem.message);
}

async function refusal(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const result = await readPictureArrays('set', [file(name, bytes)], [], watchReading());
  assert.ok(result?.ok === false && result.problem.next !== '');
  return result.problem.message;
}

/** Pictures of one level each. */
function levels(count: number, pixels: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * pixels);
  for (let picture = 0; picture < count; picture++) {
    bytes.fill(picture % 256, picture * pixels, (picture + 1) * pixels);
  }
  return bytes;
}

/** The red of the first pixel of each picture. */
function reds({ bytes, count }: OwnCollection): number[] {
  return Array.from({ length: count }, (_, i) => bytes[i * PICTURE_BYTES] ?? -1);
}

const IMAGES = idx([40, 28, 28], levels(40, 784));
const CLASSES = Uint8Array.from({ length: 40 }, (_, i) => i % 4);
const LABELS = idx([40], CLASSES);

describe('An array of pictures', () => {
  it('is read from MNIST files with the labels beside them, packed or not', async () => {
    for (const pack of [(bytes: Uint8Array<ArrayBuffer>) => bytes, (bytes: Uint8Array) => gzipSync(bytes)]) {
      const chosen = file('train-images-idx3-ubyte', pack(IMAGES));
      const labels = file('train-labels-idx1-ubyte', pack(LABELS));
      const others = [file('t10k-labels-idx1-ubyte', pack(idx([40], new Uint8Array(40))))];
      const { collection, report, pictureSize } = await read(chosen, [chosen, ...others, labels]);
      assert.ok(collection && isIntact(collection));
      assert.equal(pictureSize, 28);
      assert.deepEqual(
        reds(collection),
        Array.from({ length: 40 }, (_, i) => i),
      );
      assert.deepEqual(collection.labels?.names, ['0', '1', '2', '3']);
      assert.deepEqual(collection.labels.classes, CLASSES);
      assert.match(report.how ?? '', /28 × 28 pixels, grey.*labels from train-labels-idx1-ubyte: 4 classes/);
      assert.equal(collection.how, report.how);
    }
  });

  it('keeps pictures of 28 pixels as they are', async () => {
    const bytes = Uint8Array.from({ length: 40 * 784 }, (_, i) => (i * 37) % 256);
    const { collection } = await read(file('a-idx3-ubyte', idx([40, 28, 28], bytes)));
    const { values } = samplesOf(collection ?? assert.fail(), 28);
    for (let i = 0; i < 784; i++) {
      assert.ok(Math.abs((values[3 * i] ?? NaN) - ((bytes[i] ?? 0) / 127.5 - 1)) < 1e-6);
    }
  });

  it('is read from .npy in bytes and floats, grey and in colour, with channels last and first', async () => {
    const grey = Float32Array.from(levels(40, 64), (level) => level / 64);
    const colour = Uint8Array.from({ length: 40 * 64 * 3 }, (_, i) => [200, 100, 50][i % 3] ?? 0);
    const first = Float64Array.from(
      { length: 40 * 3 * 64 },
      (_, i) => [0.5, -0.5, -1][Math.floor(i / 64) % 3] ?? 0,
    );
    const first8 = await read(file('a.npy', npy('<f4', '40, 8, 8', grey)));
    assert.equal(reds(first8.collection ?? assert.fail())[32], 128);
    assert.equal(first8.pictureSize, 12);
    assert.match(first8.report.how ?? '', /scaled to 12 pixels; 0 is black and 1 is white/);
    const { collection } = await read(file('b.npy', npy('|u1', '40, 8, 8, 3', colour)));
    assert.deepEqual([...(collection?.bytes.slice(0, 3) ?? [])], [200, 100, 50]);
    const channels = await read(file('c.npy', npy('<f8', '40, 3, 8, 8', first)));
    assert.deepEqual([...(channels.collection?.bytes.slice(0, 3) ?? [])], [191, 64, 0]);
    assert.match(channels.report.how ?? '', /channels before rows; .*-1 is black and 1 is white/);
  });

  it('is read from rows of pixels, and the guess is said', async () => {
    const { report, collection } = await read(file('a.npy', npy('|u1', '40, 784', levels(40, 784))));
    assert.equal(collection?.count, 40);
    assert.match(report.how ?? '', /rows of 784 numbers as 28 × 28 pixels/);
  });

  it('finds the labels in an archive by their length or name, also one-hot', async () => {
    const images = npy('|u1', '40, 8, 8', levels(40, 64));
    const labels = npy('<i8', '40,', BigInt64Array.from(CLASSES, BigInt));
    const oneHot = npy(
      '<f4',
      '40, 4',
      Float32Array.from({ length: 160 }, (_, i) => Number(i % 4 === CLASSES[i >> 2])),
    );
    for (const entries of [
      { 'x_train.npy': images, 'y_train.npy': labels, 'x_test.npy': npy('|u1', '9, 8, 8', levels(9, 64)) },
      { 'train_images.npy': images, 'train_labels.npy': oneHot },
    ]) {
      const { collection } = await read(file('set.npz', Uint8Array.from(zipSync(entries))));
      assert.deepEqual(collection?.labels?.classes, CLASSES);
    }
  });

  it('is sampled evenly over its classes, and the rest is one line', async () => {
    const count = 3000;
    const classes = Uint8Array.from({ length: count }, (_, i) => Number(i >= 2800));
    const { collection, report } = await read(file('x.npy', npy('|u1', '3000, 8, 8', levels(count, 64))), [
      file('y.npy', npy('|u1', '3000,', classes)),
    ]);
    assert.equal(collection?.count, MOST_PICTURES);
    assert.equal(collection.labels?.classes.filter((kind) => kind === 1).length, 200);
    assert.deepEqual([...collection.labels.classes.slice(0, 4)], [0, 1, 0, 1]);
    assert.equal(report.refused.length, 1);
    assert.equal(report.refusedCount, count - MOST_PICTURES);
  });

  it('is refused with the cause', async () => {
    const cut = gzipSync(IMAGES);
    assert.match(await refusal('a-idx3-ubyte', IMAGES.slice(0, -1)), /cut off/);
    assert.match(await refusal('a-idx3-ubyte.gz', Uint8Array.from(cut.slice(0, cut.length / 2))), /cut off/);
    assert.match(await refusal('labels-idx1-ubyte', LABELS), /holds no pictures.*40/);
    assert.match(await refusal('a.npy', npy('<f4', '40, 2', new Float32Array(80))), /40 × 2/);
    assert.match(await refusal('a.npy', npy('|u1', '40, 8, 8', levels(40, 64), 'True')), /Fortran/);
    assert.match(await refusal('a.npy', new Uint8Array(40)), /neither/);
    assert.match(await refusal('a.npy', npy('|u1', '99999999, 28, 28', new Uint8Array(9))), /too much/);
    assert.match(await refusal('a.npy', npy('|u1', '20, 9000, 9000', new Uint8Array(9))), /9000 × 9000/);
    assert.match(await refusal('set.npz', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9])), /damaged/);
  });

  it('leaves out pictures with numbers that are none', async () => {
    const numbers = Float32Array.from(levels(40, 64), (level) => level / 40);
    numbers[64 * 7] = NaN;
    const { report } = await read(file('a.npy', npy('<f4', '40, 8, 8', numbers)));
    assert.equal(report.used, 39);
    assert.equal(report.refusedCount, 1);
  });

  it('stops soon when it is cancelled', async () => {
    const reading = { progress: () => undefined, isCancelled: true };
    const large = gzipSync(idx([20_000, 28, 28], new Uint8Array(20_000 * 784)));
    const begun = performance.now();
    const files = [file('a-idx3-ubyte.gz', Uint8Array.from(large))];
    assert.equal(await readPictureArrays('set', files, [], reading), undefined);
    const waited = performance.now() - begun;
    assert.ok(waited < 1000, `${waited} ms`);
  });

  it('of 70,000 pictures is read without holding the thread', async function () {
    this.timeout(30_000);
    const count = 70_000;
    const images = gzipSync(idx([count, 28, 28], levels(count, 784)), { level: 1 });
    const labels = idx(
      [count],
      Uint8Array.from({ length: count }, (_, i) => i % 10),
    );
    const files = [
      file('x-images-idx3-ubyte.gz', Uint8Array.from(images)),
      file('x-labels-idx1-ubyte', labels),
    ];
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const begun = performance.now();
    const result = await readPictureArrays('set', files.slice(0, 1), files, watchReading());
    const seconds = (performance.now() - begun) / 1000;
    clearInterval(timer);
    assert.ok(result?.ok);
    assert.equal(result.value.collection?.count, MOST_PICTURES);
    console.log(`      70,000 pictures: ${seconds.toFixed(1)} s, longest hold ${longest.toFixed(0)} ms`);
  });

  it('is found in a folder, that for training first', () => {
    const names = ['t10k-images-idx3-ubyte.gz', 'train-images-idx3-ubyte.gz', 'readme.txt', 'a.npz', 'b.npy'];
    const found = arrayFiles(names.map((name) => file(name, new Uint8Array())));
    assert.deepEqual(
      found.map(({ name }) => name),
      ['train-images-idx3-ubyte.gz', 'a.npz', 'b.npy', 't10k-images-idx3-ubyte.gz'],
    );
  });

  it('is read as NumPy itself writes it', async function () {
    const python = pythonThatCan('import numpy');
    if (python === undefined) {
      this.skip();
    }
    const program = `
import base64, io, json, sys, numpy as np
images = np.arange(40 * 12 * 12, dtype="u2").reshape(40, 12, 12) % 251
found = []
for save in (np.savez, np.savez_compressed):
    file = io.BytesIO()
    save(file, images=images.astype("f2" if save is np.savez else "u1"), labels=np.arange(40) % 3)
    found.append(base64.b64encode(file.getvalue()).decode())
json.dump(found, sys.stdout)
`;
    const found = runPython(python, program, null);
    assert.ok(Array.isArray(found) && found.length === 2);
    for (const text of found) {
      const { collection } = await read(file('a.npz', Uint8Array.from(Buffer.from(String(text), 'base64'))));
      const { values } = samplesOf(collection ?? assert.fail(), 12);
      assert.ok(Math.abs((values[3] ?? NaN) - (1 / 127.5 - 1)) < 1e-6);
      assert.deepEqual(collection?.labels?.names, ['0', '1', '2']);
    }
  });
});
