import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { numbersOf, problemOf, tableOf } from './tables';

/** A file of the kinds that people have. */
function file(name: string): Uint8Array {
  return readFileSync(path.join(process.cwd(), 'test/unit/collections/points', name));
}

describe('A file of points as people have it', () => {
  const first: readonly (readonly [string, number, readonly [number, number]])[] = [
    ['decimal-comma-no-header.csv', 40, [51.9, 30]],
    ['numpy-savetxt.txt', 40, [51.9, 30]],
    ['pandas-index.csv', 40, [51.9, 30]],
    ['year-price.csv', 60, [1990, 106_156]],
    ['outlier.csv', 40, [51.9, 30]],
    ['subnormal.csv', 30, [0, 0]],
    ['tiny.csv', 30, [0, 0]],
  ];
  for (const [name, count, point] of first) {
    it(`is read right: ${name}`, async () => {
      const numbers = await numbersOf(file(name));
      assert.equal(numbers.length, count);
      assert.deepEqual(numbers[0], point);
    });
  }

  it('says which columns, separator and rows were used', async () => {
    const how = async (name: string): Promise<string | undefined> => (await tableOf(file(name))).report.how;
    assert.equal(
      await how('decimal-comma-no-header.csv'),
      'columns 1 and 2; separator: semicolon; decimal comma; 40 of 40 rows',
    );
    assert.equal(await how('pandas-index.csv'), 'columns x and y; separator: comma; 40 of 40 rows');
    assert.equal(
      await how('year-price.csv'),
      'columns year and price; separator: comma; each axis by its spread; 60 of 60 rows',
    );
  });

  it('with one outlier names it', async () => {
    const { report } = await tableOf(file('outlier.csv'));
    assert.deepEqual(
      report.refused.map(({ name }) => name),
      ['Line 42'],
    );
  });

  it('with one column and decimal commas is no pair of numbers', async () => {
    assert.match(await problemOf(file('one-column-decimal-comma.csv')), /look like decimal signs/);
  });
});
