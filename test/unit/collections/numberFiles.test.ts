import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { isProblem } from '../../../src/collections/pointsTable';
import { openTable } from '../../../src/collections/table/open';
import { npy } from './arrayFiles';
import { QUIETLY, tableOf } from './tables';

const PAIRS = Array.from({ length: 12 }, (_, i) => [Math.fround(Math.sin(i)), 2 * i] as const);

async function pairsIn(name: string, bytes: Uint8Array): Promise<number[][]> {
  const source = await openTable(name, bytes, QUIETLY);
  assert.ok(!isProblem(source));
  const { chosen } = await tableOf(source);
  return Array.from(chosen.points.x, (x, i) => [x, chosen.points.y[i] ?? NaN]);
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const xs = PAIRS.map(([x]) => x);
const ys = PAIRS.map(([, y]) => y);

describe('A file of numbers that is no text table', () => {
  it('is read from .npy in both orders', async () => {
    assert.deepEqual(await pairsIn('a.npy', npy('<f8', '12, 2', Float64Array.from(PAIRS.flat()))), PAIRS);
    assert.deepEqual(
      await pairsIn('a.npy', npy('<f4', '12, 2', Float32Array.from([...xs, ...ys]), 'True')),
      PAIRS,
    );
  });

  it('is read from .npz with a table or with columns', async () => {
    const table = npy('<f4', '12, 2', Float32Array.from(PAIRS.flat()));
    assert.deepEqual(await pairsIn('a.npz', zipSync({ 'points.npy': table })), PAIRS);
    const columns = zipSync({
      'x.npy': npy('<f4', '12,', Float32Array.from(xs)),
      'y.npy': npy('<i4', '12,', Int32Array.from(ys)),
    });
    assert.deepEqual(await pairsIn('a.npz', columns), PAIRS);
  });

  it('is read from JSON of rows, of records and of columns', async () => {
    assert.deepEqual(await pairsIn('a.json', json(PAIRS)), PAIRS);
    assert.deepEqual(await pairsIn('a.json', json(PAIRS.map(([x, y]) => ({ kind: 'a', x, y })))), PAIRS);
    assert.deepEqual(await pairsIn('a.json', json({ x: xs, y: ys })), PAIRS);
  });

  it('is refused when it is damaged or has no table', async () => {
    const whole = npy('<f8', '12, 2', Float64Array.from(PAIRS.flat()));
    const huge = npy('<f8', '999999999, 999999999', new Float64Array(4));
    for (const bytes of [whole.slice(0, 60), whole.slice(0, 11), whole.slice(0, -8), huge]) {
      assert.ok(isProblem(await openTable('a.npy', bytes, QUIETLY)));
    }
    assert.ok(isProblem(await openTable('a.npz', Uint8Array.of(0x50, 0x4b, 3, 4), QUIETLY)));
    assert.ok(isProblem(await openTable('a.json', json('no table'), QUIETLY)));
    assert.ok(isProblem(await openTable('a.json', new TextEncoder().encode('{'), QUIETLY)));
  });
});
