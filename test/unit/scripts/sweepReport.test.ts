import assert from 'node:assert/strict';
import { parseCommand } from '../../../scripts/train/command';
import { describeSweep, sweepAsJson } from '../../../scripts/train/sweepReport';
import type { SweepEnd } from '../../../src/shared/domain/sweeps/summary';
import { valueOf } from '../gan/support';

const command = valueOf(parseCommand(['--seeds', '1-4', '--vary', 'loss=hinge', '--rounds', '100']));
assert.ok(command.kind === 'sweep');
const { plan, runs } = command;
const ends = new Map<number, SweepEnd>([
  [0, { kind: 'done', round: 100, measures: { miniFid: 0.05, convincing: 0.5 } }],
  [1, { kind: 'done', round: 100, measures: { miniFid: 0.15 } }],
  [2, { kind: 'done', round: 70, measures: { miniFid: 0.25 } }],
  [3, { kind: 'failed', message: 'Its thread ended with code 1.' }],
]);

describe('A sweep without a window', () => {
  it('is told to a person run by run, with the success rate, its interval and the spread', () => {
    const lines = describeSweep(plan, runs, ends, 12).split('\n');
    const row = (...cells: string[]) =>
      lines.some((line) => line.trim().split(/ {2,}/).join('|') === cells.join('|'));
    assert.ok(lines[0]?.includes('miniFid below 0.1'));
    assert.ok(row('hinge', '1', '100', '0.050', '-', '50.0 %', 'yes'));
    assert.ok(row('hinge', '3', '70', '0.250', '-', '-', 'no'));
    assert.ok(row('hinge', '4', '-', '-', '-', '-', '-'));
    // Wilson: 1 of 3 has the roots 0.0615 and 0.7923.
    assert.ok(row('hinge', '1 of 3', '33 %', '6 % to 79 %', '0.050', '0.100', '0.150', '0.200', '0.250'));
    assert.ok(lines.some((line) => line.includes('seed 4') && line.includes('code 1')));
  });

  it('is told to a program as JSON', () => {
    const json: unknown = JSON.parse(sweepAsJson(plan, runs, ends));
    assert.ok(typeof json === 'object' && json !== null && 'runs' in json && 'summaries' in json);
    assert.ok(Array.isArray(json.runs) && Array.isArray(json.summaries));
    assert.deepEqual(json.runs[1], {
      value: 'hinge',
      seed: 2,
      kind: 'done',
      round: 100,
      measures: { miniFid: 0.15 },
    });
    assert.equal(json.summaries[0].successes, 1);
  });
});
