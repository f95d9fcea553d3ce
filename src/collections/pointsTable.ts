import * as l10n from '@vscode/l10n';
import { parse } from 'papaparse';
import { MOST_POINTS, PLANE_REACH, pointCollection, tooFew } from '../shared/domain/collection';
import type { RefusedPart } from '../shared/wire/messages';
import type { CollectionReport, ReadCollection } from './collectionReport';

/** So many lines are named one by one; of more than that only their number is told. */
const NAMED_LINES = 100;

type Point = readonly [x: number, y: number];

/**
 * Makes a collection of points of a table: the first two columns of each line are x and y. A first line without numbers
 * is a header. Separators are found by papaparse: comma, semicolon, tabulator and others; with a semicolon a decimal
 * comma is a point.
 */
export function readPointsTable(name: string, text: string): ReadCollection {
  const { data: rows, meta } = parse<string[]>(text, { skipEmptyLines: false });
  const decimalComma = meta.delimiter !== ',';
  const points: Point[] = [];
  const refused: RefusedPart[] = [];
  for (const [index, row] of rows.entries()) {
    const outcome = readRow(row, decimalComma);
    if (outcome === 'empty' || (typeof outcome === 'string' && isHeader(index, row))) {
      continue;
    }
    if (typeof outcome === 'string') {
      refused.push({ name: l10n.t('Line {0}', index + 1), reason: outcome });
    } else {
      points.push(outcome);
    }
  }
  const used = thinned(points, MOST_POINTS);
  const report: CollectionReport = {
    data: 'ownPoints',
    name,
    used: used.length,
    refused: [...shortened(refused), ...tooMany(points.length)],
  };
  const problem = tooFew('ownPoints', used.length) ?? withoutExtent(used);
  return problem
    ? { report: { ...report, used: 0, problem } }
    : { report, collection: pointCollection('ownPoints', name, onPlane(used)) };
}

/** A point, 'empty', or why there is none. */
function readRow(row: readonly string[], decimalComma: boolean): Point | 'empty' | string {
  const cells = row.map((cell) => cell.trim());
  if (cells.every((cell) => cell === '')) {
    return 'empty';
  }
  const [x, y] = cells;
  if (x === undefined || y === undefined) {
    return l10n.t('It has one column, and a point needs two.');
  }
  const numbers = [toNumber(x, decimalComma), toNumber(y, decimalComma)] as const;
  const wrong = [x, y].find((_, i) => !Number.isFinite(numbers[i]));
  return wrong === undefined ? numbers : l10n.t('"{0}" is not a number.', wrong);
}

function toNumber(cell: string, decimalComma: boolean): number {
  return cell === '' ? NaN : Number(decimalComma ? cell.replace(',', '.') : cell);
}

/** Names of columns: the first line, when neither of its first two cells has a digit to begin with. */
function isHeader(index: number, [x = '', y = '']: readonly string[]): boolean {
  return index === 0 && [x, y].every((cell) => !/^\s*[-+.]?\d/.test(cell));
}

/** Points at equal distances in the list, because a table is often sorted by kind. */
function thinned(points: readonly Point[], most: number): Point[] {
  const step = Math.max(1, points.length / most);
  return Array.from(
    { length: Math.min(points.length, most) },
    (_, i) => points[Math.floor(i * step)] ?? [0, 0],
  );
}

function tooMany(count: number): RefusedPart[] {
  return count <= MOST_POINTS
    ? []
    : [
        {
          name: l10n.t('{0} lines', count - MOST_POINTS),
          reason: l10n.t('A collection holds at most {0} points, taken evenly from the table.', MOST_POINTS),
        },
      ];
}

function shortened(refused: readonly RefusedPart[]): RefusedPart[] {
  const rest = refused.length - NAMED_LINES;
  return rest <= 0
    ? [...refused]
    : [
        ...refused.slice(0, NAMED_LINES),
        { name: l10n.t('{0} more lines', rest), reason: l10n.t('They are no pairs of numbers either.') },
      ];
}

interface Range {
  readonly middle: number;
  readonly half: number;
}

function rangeOf(values: readonly number[]): Range {
  const least = values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  // Halved before the sum, which could be too large for a number.
  return { middle: least / 2 + most / 2, half: most / 2 - least / 2 };
}

function rangesOf(points: readonly Point[]): readonly [Range, Range] {
  return [rangeOf(points.map(([x]) => x)), rangeOf(points.map(([, y]) => y))];
}

function withoutExtent(points: readonly Point[]) {
  return rangesOf(points).some(({ half }) => half > 0)
    ? undefined
    : {
        message: l10n.t('All points of the table are the same, so there is nothing to learn.'),
        next: l10n.t('Choose a table whose first two columns are numbers that differ.'),
      };
}

/**
 * Moves and scales points so that they fill [-1.2, 1.2] in the wider direction and keep their aspect.
 *
 * @returns x and y in turn
 */
export function onPlane(points: readonly Point[]): Float32Array {
  const [x, y] = rangesOf(points);
  const scale = PLANE_REACH / Math.max(x.half, y.half);
  return Float32Array.from(
    points.flatMap((point) => [scale * (point[0] - x.middle), scale * (point[1] - y.middle)]),
  );
}
