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
      { name: 'gone.webp', size: 9, read: () => Promise.reject(new Error('no such file')) },
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
    assert.match(summarize(report), /20 pictures of "holidays".*5 were left out/);
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

  it('with too many uses the first of them and names the others', async () => {
    const { report, collection } = await read(
      Array.from({ length: limits.MOST_PICTURES + 2 }, (_, i) =>
        file(`${String(i).padStart(5, '0')}.png`, GOOD),
      ),
    );
    assert.equal(collection?.count, limits.MOST_PICTURES);
    assert.deepEqual(
      report.refused.map(({ name }) => name),
      [`0${limits.MOST_PICTURES}.png`, `0${limits.MOST_PICTURES + 1}.png`],
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
