import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { readNpy } from '../../../src/collections/arrays/npy';
import { Pace } from '../../../src/collections/pace';
import { savedFiles, type ProgramFiles } from '../../../src/code/saved/savedFiles';
import { pointCollection } from '../../../src/shared/domain/collection';
import { defaultsFor, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { createCollection } from '../../../webview/gan/datasets';
import { Trainer } from '../../../webview/gan/trainer';

const SMALL = {
  backend: 'cpu',
  batchSize: 4,
  collectionSize: 32,
  generatorWidth: 4,
  discriminatorWidth: 4,
} as const;

const HeaderSchema = v.record(
  v.string(),
  v.looseObject({ shape: v.optional(v.array(v.number())), data_offsets: v.optional(v.array(v.number())) }),
);
const CellSchema = v.object({ id: v.string(), cell_type: v.string(), source: v.array(v.string()) });
const NotebookSchema = v.looseObject({
  nbformat: v.literal(4),
  nbformat_minor: v.literal(5),
  cells: v.array(CellSchema),
});

async function filesOf(h: Hyperparameters, checkpoint?: Uint8Array): Promise<ProgramFiles> {
  const parts = { hyperparameters: h, checkpoint, own: undefined, rounds: 800 };
  const saved = await savedFiles(parts, new Pace({ isCancelled: false }));
  return saved.ok ? saved.value : assert.fail(saved.problem.message);
}

function textOf(files: ProgramFiles, name: string): string {
  return new TextDecoder().decode(files.get(name) ?? assert.fail(name));
}

describe('The saved code of a run', function () {
  this.timeout(30_000);

  it('has the very originals of the run, channels first, and their classes', async () => {
    const h: Hyperparameters = { ...defaultsFor('portraits'), ...SMALL, pictureSize: 12 };
    const arrays = unzipSync((await filesOf(h)).get('collection.npz') ?? assert.fail());
    const originals = readNpy(arrays['originals.npy'] ?? assert.fail()) ?? assert.fail();
    assert.deepEqual(originals.shape, [32, 3, 12, 12]);
    const collection = createCollection(h);
    const sample = new Float32Array(12 * 12 * 3);
    collection.copySample(7, sample, 0);
    for (const [y, x, channel] of [
      [0, 0, 0],
      [3, 5, 1],
      [11, 11, 2],
    ] as const) {
      const place = ((7 * 3 + channel) * 12 + y) * 12 + x;
      assert.equal(originals.at(place), sample[(y * 12 + x) * 3 + channel]);
    }
    const classes = readNpy(arrays['classes.npy'] ?? assert.fail()) ?? assert.fail();
    assert.deepEqual(classes.shape, [32]);
    assert.equal(classes.at(7), collection.modeOf(7));
  });

  it('has the weights only where the run has some, and says so', async () => {
    const h: Hyperparameters = { ...defaultsFor('ring'), ...SMALL };
    const fresh = await filesOf(h);
    assert.deepEqual([...fresh.keys()].toSorted(), ['README.md', 'collection.npz', 'gan.ipynb', 'gan.py']);
    const created = await Trainer.create(h);
    assert.ok(created.ok);
    created.value.runRound();
    const checkpoint = created.value.checkpoint();
    assert.ok(checkpoint.ok);
    created.value.dispose();
    const files = await filesOf(h, checkpoint.value.bytes);
    assert.match(textOf(files, 'README.md'), /from round 1\b/);
    const bytes = files.get('weights.safetensors') ?? assert.fail();
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = v.parse(HeaderSchema, JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))));
    assert.deepEqual(header['generator.0.weight']?.shape, [4, h.latentSize]);
    assert.deepEqual(header['latent']?.shape, [8, h.latentSize]);
    const ends = Object.values(header).flatMap(({ data_offsets: place }) => place?.[1] ?? []);
    assert.equal(Math.max(...ends), bytes.length - 8 - length);
  });

  it('refuses a damaged checkpoint', async () => {
    const parts = {
      hyperparameters: defaultsFor('ring'),
      checkpoint: new Uint8Array(99),
      own: undefined,
      rounds: 1,
    };
    assert.equal((await savedFiles(parts, new Pace({ isCancelled: false }))).ok, false);
  });

  it('is a notebook, too, whose cells together are the program', async () => {
    const files = await filesOf({ ...defaultsFor('ring'), ...SMALL });
    const notebook = v.parse(NotebookSchema, JSON.parse(textOf(files, 'gan.ipynb')));
    assert.equal(new Set(notebook.cells.map(({ id }) => id)).size, notebook.cells.length);
    const code = notebook.cells
      .filter(({ cell_type: kind }) => kind === 'code')
      .map(({ source }) => source.join(''));
    assert.equal(`${code.join('\n\n')}\n`, textOf(files, 'gan.py'));
  });

  it('names the classes of a labelled collection', async () => {
    const points = Float32Array.from({ length: 80 }, (_, i) => Math.sin(i));
    const labels = { names: ['sea', 'sky'], classes: Uint8Array.from({ length: 40 }, (_, i) => i % 2) };
    const own = pointCollection('ownPoints', 'own', points, { labels });
    const h: Hyperparameters = { ...defaultsFor('ownPoints'), ...SMALL, conditional: 'yes' };
    const saved = await savedFiles(
      { hyperparameters: h, checkpoint: undefined, own, rounds: 5 },
      new Pace({ isCancelled: false }),
    );
    const program = textOf(saved.ok ? saved.value : assert.fail(), 'gan.py');
    assert.match(program, /# 0 sea, 1 sky/);
    assert.match(program, /one_hot\(.*, 2\)/);
  });
});
