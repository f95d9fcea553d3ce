import assert from 'node:assert/strict';
import { summarize } from '../../../src/collections/collectionReport';
import { readPointsTable } from '../../../src/collections/pointsTable';
import {
  fewestSamples,
  isIntact,
  MOST_POINTS,
  PLANE_REACH,
  pointsOf,
} from '../../../src/shared/domain/collection';

/** A table of so many points on an ellipse that is 200 wide and 50 high. */
function ellipse(count: number, separator = ',', number: (value: number) => string = String): string {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [500 + 100 * Math.cos(angle), -3 + 25 * Math.sin(angle)]
      .map((value) => number(value))
      .join(separator);
  }).join('\n');
}

function pointsIn(text: string): Float32Array {
  const { collection } = readPointsTable('table.csv', text);
  assert.ok(collection && isIntact(collection));
  return pointsOf(collection);
}

describe('A table of points', () => {
  it('is scaled onto the plane and keeps its aspect', () => {
    const points = pointsIn(ellipse(40));
    assert.equal(points.length, 80);
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    const near = (actual: number, expected: number) =>
      assert.ok(Math.abs(actual - expected) < 1e-6, `${actual}`);
    near(Math.max(...xs), PLANE_REACH);
    near(Math.min(...xs), -PLANE_REACH);
    near(Math.max(...ys), PLANE_REACH / 4);
    near(Math.min(...ys), -PLANE_REACH / 4);
  });

  it('may have a header, empty lines and more columns', () => {
    const plain = pointsIn(ellipse(40));
    const lines = ellipse(40).split('\n');
    const dressed = ['\ufeffx,"y, upwards",kind', ...lines.map((line) => `${line},a`), '', ' , ', ''].join(
      '\r\n',
    );
    assert.deepEqual(pointsIn(dressed), plain);
    assert.deepEqual(readPointsTable('table.csv', dressed).report.refused, []);
  });

  it('may be separated by semicolons or tabulators, with decimal commas', () => {
    const plain = pointsIn(ellipse(40));
    assert.deepEqual(pointsIn(ellipse(40, '\t')), plain);
    assert.deepEqual(pointsIn(ellipse(40, ';', (value) => String(value).replace('.', ','))), plain);
  });

  it('names each line that is no point, and uses the others', () => {
    const { report, collection } = readPointsTable(
      'table.csv',
      ['0,0', 'one,2', ...ellipse(30).split('\n'), '5', '7,', 'Infinity,1', '1e400,2'].join('\n'),
    );
    assert.equal(collection?.count, 31);
    assert.deepEqual(report.refused, [
      { name: 'Line 2', reason: '"one" is not a number.' },
      { name: 'Line 33', reason: 'It has one column, and a point needs two.' },
      { name: 'Line 34', reason: '"" is not a number.' },
      { name: 'Line 35', reason: '"Infinity" is not a number.' },
      { name: 'Line 36', reason: '"1e400" is not a number.' },
    ]);
  });

  it('does not name thousands of lines one by one', () => {
    const { report } = readPointsTable('table.csv', `${ellipse(30)}\n${'a,b\n'.repeat(5000)}`);
    assert.equal(report.refused.length, 101);
    assert.equal(report.refused.at(-1)?.name, '4900 more lines');
  });

  it('with too few points says how many are needed', () => {
    const fewest = fewestSamples('ownPoints');
    const { report, collection } = readPointsTable('table.csv', ellipse(fewest - 1));
    assert.equal(collection, undefined);
    assert.match(summarize(report), new RegExp(`at least ${fewest} points`));
    assert.equal(readPointsTable('table.csv', '').collection, undefined);
  });

  it('with nothing but the same point is refused', () => {
    const { report, collection } = readPointsTable('table.csv', '3,4\n'.repeat(50));
    assert.equal(collection, undefined);
    assert.match(summarize(report), /the same/);
  });

  it('with too many points is thinned evenly, not cut off', () => {
    const rows = Array.from({ length: 3 * MOST_POINTS }, (_, i) => `${i},0`).join('\n');
    const points = pointsIn(rows);
    assert.equal(points.length, 2 * MOST_POINTS);
    assert.ok((points.at(-2) ?? 0) > 0.999 * PLANE_REACH);
    assert.equal(readPointsTable('table.csv', rows).report.refused.length, 1);
  });

  it('of the largest numbers stays on the plane', () => {
    const points = pointsIn(
      Array.from({ length: 20 }, (_, i) => `${i % 2 ? '' : '-'}1.7e308,${i}`).join('\n'),
    );
    assert.ok(
      points.every((value) => Math.abs(value) <= 1.2001),
      points.join(),
    );
  });

  it('of random bytes is refused without an error', () => {
    let state = 1;
    for (let round = 0; round < 200; round++) {
      const bytes = Uint8Array.from({ length: 60 }, () => (state = (state * 16807) % 2147483647) & 255);
      assert.ok(readPointsTable('table.csv', new TextDecoder().decode(bytes)).report.problem);
    }
  });
});
