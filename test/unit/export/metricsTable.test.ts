import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { metricsTable } from '../../../src/export/metricsTable';
import { MEASURES } from '../../../src/shared/domain/measures';
import { aSeries } from '../builders';

describe('The table of what was measured', () => {
  const series = aSeries(
    { generatorLoss: { 1: 0.5, 2: Number.NaN, 3: 1.25 } },
    { miniFid: { 0: 2, 2: 0.125 } },
  );
  const text = metricsTable(series);
  const { data, errors } = Papa.parse<string[]>(text.trimEnd());

  it('has a column for the round and for each measure', () => {
    assert.deepEqual(errors, []);
    assert.deepEqual(data[0], ['round', ...MEASURES]);
    assert.ok(data.every((row) => row.length === MEASURES.length + 1));
  });

  it('has a line for each round of which something is known, in order', () => {
    assert.deepEqual(
      data.slice(1).map(([round]) => round),
      ['0', '1', '2', '3'],
    );
  });

  it('leaves empty what was not measured and what was not a number', () => {
    const cell = (round: number, measure: (typeof MEASURES)[number]) =>
      data[round + 1]?.[MEASURES.indexOf(measure) + 1];
    assert.equal(cell(0, 'generatorLoss'), '');
    assert.equal(cell(0, 'miniFid'), '2');
    assert.equal(cell(2, 'generatorLoss'), '');
    assert.equal(cell(2, 'miniFid'), '0.125');
    assert.equal(cell(3, 'generatorLoss'), '1.25');
  });

  it('ends each line as RFC 4180 wants it', () => {
    assert.equal(text.split('\r\n').length, 6);
    assert.ok(text.endsWith('\r\n'));
    assert.ok(!text.replaceAll('\r\n', '').includes('\n'));
  });
});
