import assert from 'node:assert/strict';
import { labelsByFolder, labelsByTable } from '../../../src/collections/folderLabels';
import { readPictureFolder } from '../../../src/collections/pictureFolder';
import { MOST_CLASSES } from '../../../src/shared/domain/collection';
import { fakePage, file, png, watchReading } from './pictures';

const NAMES = ['0.png', '1.png', 'b/2.png', '3.jpeg'];

describe('Labels of a folder of pictures', () => {
  it('are the folders in it', () => {
    const found = labelsByFolder(['dogs/1.png', 'cats/1.png', 'dogs/2.png']);
    assert.deepEqual(found?.labels.names, ['cats', 'dogs']);
    assert.deepEqual([...found.labels.classes], [1, 0, 1]);
  });

  it('are the folders below one that only parts the set, whatever is deeper', () => {
    const names = ['set/train/cats/2020/1.png', 'set/train/dogs/2021/1.png', 'set/test/cats/2021/1.png'];
    assert.deepEqual([...(labelsByFolder(names)?.labels.classes ?? [])], [0, 1, 0]);
  });

  it('are none where pictures lie outside of folders, or in too many', () => {
    assert.equal(labelsByFolder(['1.png', 'cats/1.png', 'dogs/1.png']), undefined);
    assert.equal(labelsByFolder(['all/1.png', 'all/2.png']), undefined);
    const many = Array.from({ length: MOST_CLASSES + 1 }, (_, i) => `class${i}/1.png`);
    assert.equal(labelsByFolder(many), undefined);
  });

  it('are a column of a table that names the pictures, with or without their endings', () => {
    const table = 'size,id,label\n9,0,cat\n9,1,dog\n8,2,cat\n7,3,dog\n';
    const found = labelsByTable(NAMES, 'train.csv', table);
    assert.deepEqual(found?.source, { kind: 'table', file: 'train.csv', column: 'label' });
    assert.deepEqual([...found.labels.classes], [0, 1, 0, 1]);
    const bare = labelsByTable(NAMES, 'a.csv', '3.jpeg;b\n2.png;a\n1.png;a\n0.png;b\n');
    assert.deepEqual([...(bare?.labels.classes ?? [])], [1, 0, 0, 1]);
  });

  it('are none where a table speaks of something else', () => {
    assert.equal(labelsByTable(NAMES, 'a.csv', 'x,y\n1,2\n3,4\n'), undefined);
    assert.equal(labelsByTable(NAMES, 'a.csv', ''), undefined);
  });

  it('go with the pictures that are used, and are sampled evenly', async () => {
    const files = [
      ...Array.from({ length: 15 }, (_, i) => file(`cats/${i}.png`, png(2, 2, [i, 0, 0]))),
      file('cats/broken.png', png(2, 2, [1, 2, 3]).slice(0, 40)),
      ...Array.from({ length: 15 }, (_, i) => file(`dogs/${i}.png`, png(2, 2, [i, 0, 9]))),
    ];
    const result = await readPictureFolder('pets', files, fakePage().decode, watchReading());
    const { collection, report } = result?.ok ? result.value : assert.fail();
    assert.deepEqual(collection?.labels?.names, ['cats', 'dogs']);
    assert.equal(collection.labels.classes.length, 30);
    assert.equal(collection.labels.classes.filter((kind) => kind === 1).length, 15);
    assert.equal(report.how, '2 classes by the names of folders: cats, dogs');
    assert.equal(report.refusedCount, 1);
  });

  it('come from a table in the folder', async () => {
    const pictures = Array.from({ length: 24 }, (_, i) => file(`${i}.png`, png(2, 2, [i, 0, 0])));
    const rows = pictures.map(({ name }, i) => `${name},${i < 12 ? 'sea' : 'sky'}`);
    const table = file('labels.csv', Uint8Array.from(Buffer.from(['file,class', ...rows].join('\n'))));
    const result = await readPictureFolder('set', [...pictures, table], fakePage().decode, watchReading());
    const { collection } = result?.ok ? result.value : assert.fail();
    assert.deepEqual(collection?.labels?.names, ['sea', 'sky']);
  });
});
