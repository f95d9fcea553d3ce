import assert from 'node:assert/strict';
import { isProblem } from '../../../src/collections/pointsTable';
import { openTable } from '../../../src/collections/table/open';
import { isIntact, MOST_POINTS, PLANE_REACH } from '../../../src/shared/domain/collection';
import { QUIETLY, readTable } from '../../unit/collections/tables';
import { COUNT, FixedRandom, mutatedOften, Stopwatch, withStacksOfHost } from './fuzzing';

const ROWS = Array.from({ length: 60 }, (_, row) => [Math.sin(row), Math.cos(3 * row), row % 4] as const);

const TABLES = [
  { name: 'table.csv', text: `x,y,kind\n${ROWS.map((row) => row.join(',')).join('\n')}\n` },
  { name: 'table.tsv', text: ROWS.map(([x, y]) => `${x}\t${y}`).join('\r\n') },
  { name: 'table.csv', text: ROWS.map(([x, y]) => `${x};${y}`.replaceAll('.', ',')).join('\n') },
  {
    name: 'table.txt',
    text: ROWS.map(([x, y]) => `  ${x.toExponential()}  ${y.toExponential()}`).join('\n'),
  },
  { name: 'table.json', text: JSON.stringify(ROWS) },
  { name: 'table.json', text: JSON.stringify(ROWS.map(([x, y]) => ({ x, y }))) },
] as const;

const NASTY = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\0',
  '1e308',
  '5e-324',
  'NaN',
  'Infinity',
  '-',
  '.',
  '# ',
  '\uFEFF',
  '"\n',
  '[',
  '{"__proto__":',
] as const;

describe('10,000 altered tables', function () {
  this.timeout(1_200_000);
  withStacksOfHost();

  it('are refused with a reason, or give points on the plane', async () => {
    const random = new FixedRandom(99);
    const watch = new Stopwatch();
    let accepted = 0;
    for (let count = 0; count < COUNT; count += 1) {
      const { name, text } = random.of(TABLES);
      const changed = mutatedOften(text, random, NASTY);
      const bytes = new TextEncoder().encode(changed);
      const describe = (): string => `table ${count}: ${JSON.stringify(changed)}`;
      const read = await watch.wait(async () => {
        const source = await openTable(name, bytes, QUIETLY);
        return isProblem(source) ? source : readTable(source);
      }, describe);
      if (isProblem(read) || read.collection === undefined) {
        const problem = isProblem(read) ? read : read.report.problem;
        assert.ok(problem !== undefined && problem.message !== '' && problem.next !== '', describe());
        continue;
      }
      accepted += 1;
      const { collection } = read;
      const points = new Float32Array(Uint8Array.from(collection.bytes).buffer);
      assert.ok(isIntact(collection) && collection.count <= MOST_POINTS, describe());
      assert.ok(
        points.every((value) => Math.abs(value) <= PLANE_REACH * (1 + 1e-6)),
        describe(),
      );
    }
    watch.report(accepted);
  });
});
