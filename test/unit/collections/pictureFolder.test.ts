import assert from 'node:assert/strict';
import { describeInFull, summarize } from '../../../src/collections/collectionReport';
import * as limits from '../../../src/collections/limits';
import { readPictureFolder, type FolderFile } from '../../../src/collections/pictureFolder';
import { fewestSamples, isIntact } from '../../../src/shared/domain/collection';
import { failure } from '../../../src/shared/result';
import { fakePage, file, manyFiles, png, watchReading } from './pictures';

const GOOD = png(3, 5, [10, 20, 30]);

async function read(files: readonly FolderFile[]) {
  const result = await readPictureFolder('holidays', files, fakePage().decode, watchReading());
  return result?.ok ? result.value : assert.fail();
}

describe('A folder of pictures', () => {
  it('becomes a collection in the order of the names', async () => {
    const files = manyFiles(30);
    const { report, collection } = await read(files.toReversed());
    assert.equal(report.used, 30);
    assert.deepEqual(report.refused, []);
    assert.ok(collection && isIntact(collection));
    assert.equal(collection.name, 'holidays');
    assert.deepEqual(collection, (await read(files)).collection);
  });

  it('names each file that cannot be used with its reason, and uses the others', async () => {
    const broken: FolderFile[] = [
      file('text.png', new TextEncoder().encode('no picture')),
      file('empty.jpg', new Uint8Array()),
      file('scan.png', GOOD, limits.MOST_FILE_BYTES + 1),
      file('wall.png', png(1, 1, [0, 0, 0]).fill(0xff, 16, 20)),
      {
        name: 'gone.webp',
        size: () => Promise.resolve(9),
        read: () => Promise.reject(new Error('no such file')),
      },
      file('notes.txt', GOOD),
    ];
    const { report, collection } = await read([...broken, ...manyFiles(20)]);
    assert.equal(collection?.count, 20);
    const reasons = new Map(report.refused.map(({ name, reason }) => [name, reason]));
    assert.equal(reasons.size, 5, [...reasons.keys()].join());
    assert.match(reasons.get('text.png') ?? '', /neither PNG nor JPEG nor WebP/);
    assert.match(reasons.get('empty.jpg') ?? '', /empty/);
    assert.match(reasons.get('scan.png') ?? '', /MB/);
    assert.match(reasons.get('wall.png') ?? '', /4294967295 × 1 pixels/);
    assert.match(reasons.get('gone.webp') ?? '', /no such file/);
    const text = describeInFull(report);
    for (const [name, reason] of reasons) {
      assert.ok(text.includes(name) && text.includes(reason), name);
    }
    assert.match(summarize(report), /20 pictures of "holidays".*5 were skipped/);
  });

  it('names what the page could not decode', async () => {
    const files = manyFiles(21);
    const { decode } = fakePage();
    const result = await readPictureFolder(
      'holidays',
      files,
      async (chunk) => {
        const decoded = await decode(chunk.slice(1));
        return decoded.ok
          ? {
              ok: true,
              value: { ...decoded.value, refused: [{ name: chunk[0]?.name ?? '', reason: 'cut off' }] },
            }
          : decoded;
      },
      watchReading(),
    );
    assert.ok(result?.ok);
    assert.deepEqual(result.value.report.refused, [{ name: '0000.png', reason: 'cut off' }]);
    assert.equal(result.value.collection?.count, 20);
  });

  it('with too few of them says how many are needed', async () => {
    const fewest = fewestSamples('ownPictures');
    const { report, collection } = await read(manyFiles(fewest - 1));
    assert.equal(collection, undefined);
    assert.match(summarize(report), new RegExp(`at least ${fewest} pictures.*${fewest - 1}`));
    assert.equal((await read(manyFiles(fewest))).collection?.count, fewest);
  });

  it('without any picture says so', async () => {
    const { report } = await read([file('notes.txt', GOOD)]);
    assert.equal(report.used, 0);
    assert.ok(report.problem);
  });

  it('with too many takes them evenly over the names, and says so in one line', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      file(`${Math.floor(i / 1000)}_${String(i % 1000).padStart(3, '0')}.png`, GOOD),
    );
    const page = fakePage();
    const result = await readPictureFolder('digits', many, page.decode, watchReading());
    assert.ok(result?.ok);
    const { report, collection } = result.value;
    assert.equal(collection?.count, limits.MOST_PICTURES);
    const firsts = page.requests.flat().map((name) => name[0]);
    for (let digit = 0; digit < 10; digit++) {
      const share = firsts.filter((first) => first === String(digit)).length;
      assert.ok(Math.abs(share - limits.MOST_PICTURES / 10) < 2, `${share} of ${digit}`);
    }
    assert.deepEqual(
      report.refused.map(({ name }) => name),
      [`${10_000 - limits.MOST_PICTURES} pictures`],
    );
    assert.match(summarize(report), /7952 were skipped/);
  });

  it('is searched with the folders below it, also for .jfif', async () => {
    const files = Array.from({ length: 24 }, (_, i) =>
      file(`pets/${i % 2 ? 'cats' : 'dogs/old'}/${i}.jfif`, GOOD),
    );
    const { report, collection } = await read([...files, file('pets/._1.jpg', GOOD)]);
    assert.equal(collection?.count, 24);
    assert.deepEqual(report.refused, []);
  });

  it('names the formats that nobody can decode, as the cause when nothing is left', async () => {
    const photos = Array.from({ length: 30 }, (_, i) => file(`IMG_${i}.HEIC`, GOOD));
    const { report } = await read(photos);
    assert.match(summarize(report), /there are 0\. Skipped: 30 files in HEIC\. Only PNG, JPEG and WebP/);
    const mixed = await read([...photos, ...manyFiles(20)]);
    assert.equal(mixed.collection?.count, 20);
    assert.deepEqual(
      mixed.report.refused.map(({ name }) => name),
      ['30 files in HEIC'],
    );
  });

  it('that are cut off, or do not say how large they are, decodes none of them', async () => {
    const whole = png(20, 20, [1, 2, 3]);
    const page = fakePage();
    const broken = [
      file('cut.png', whole.slice(0, Math.floor((3 * whole.length) / 4))),
      file('sizeless.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9)),
    ];
    const result = await readPictureFolder('broken', broken, page.decode, watchReading());
    assert.ok(result?.ok);
    assert.deepEqual(page.requests, []);
    assert.deepEqual(
      result.value.report.refused.map(({ reason }) => reason),
      ['It is cut off: its end is missing.', 'It is damaged: it does not say how large the picture is.'],
    );
  });

  it('is read chunk by chunk, with progress', async () => {
    const page = fakePage();
    const reading = watchReading();
    await readPictureFolder('holidays', manyFiles(limits.CHUNK_FILES + 1), page.decode, reading);
    assert.deepEqual(
      page.requests.map(({ length }) => length),
      [limits.CHUNK_FILES, 1],
    );
    assert.deepEqual(reading.told.at(-1), [limits.CHUNK_FILES + 1, limits.CHUNK_FILES + 1]);
  });

  it('can be cancelled at any file, and then nothing comes of it', async () => {
    const page = fakePage();
    assert.equal(
      await readPictureFolder('holidays', manyFiles(200), page.decode, watchReading(70)),
      undefined,
    );
    assert.equal(page.requests.length, 1);
  });

  it('fails with the reason when nobody decodes it', async () => {
    const gone = failure('The panel was closed.', 'Open it.');
    const result = await readPictureFolder(
      'holidays',
      manyFiles(30),
      () => Promise.resolve(gone),
      watchReading(),
    );
    assert.deepEqual(result, gone);
  });
});
