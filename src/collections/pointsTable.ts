import * as l10n from '@vscode/l10n';
import { labelsBy, MOST_POINTS, pointCollection, tooFew, type Labels } from '../shared/domain/collection';
import type { Problem } from '../shared/result';
import type { RefusedPart } from '../shared/wire/messages';
import type { CollectionReport, ReadCollection } from './collectionReport';
import { Pace, type Reading } from './pace';
import { examineColumns, likelyAxes, likelyClasses } from './table/columns';
import { findHead, type Head, type HeadRecord } from './table/head';
import type { ChosenPoints, PointsChoice, TableLayout, TableSource, TextChoice } from './table/layout';
import { likelyScaling, onPlane, outliersOf, rangeOf } from './table/plane';
import { readPoints } from './table/points';
import { eachRecord } from './table/records';
import { textRows } from './table/rows';
import { describeUse, titleOf, withoutClass } from './table/words';

/** So many lines tell how a table is written. */
const HEAD_LINES = 400;

/**
 * Finds out what a table holds.
 *
 * @throws ReadingCancelled
 */
export async function understandTable(
  source: TableSource,
  chosen: TextChoice,
  reading: Reading,
): Promise<TableLayout | Problem> {
  const pace = new Pace(reading);
  if (source.kind === 'cells') {
    const { rows, width, names } = source;
    const table = { rows, width, firstLine: 1, names };
    return { rows, width, firstLine: 1, ...(await examineColumns(table, pace)) };
  }
  const records: HeadRecord[] = [];
  await eachRecord(source.text, (record, line) => records.push({ record, line }) < HEAD_LINES, pace);
  const head = findHead(records, chosen.separator);
  if (head === undefined) {
    return noNumbers();
  }
  if (head.doubt) {
    return commaProblem(head.doubt);
  }
  const rows = textRows(source.text, head.separator);
  const examined = await examineColumns({ ...head, rows }, pace, chosen.decimal);
  const decimal = examined.columns.some(
    ({ kind, notation }) => kind === 'numbers' && notation.decimal === ',',
  )
    ? ','
    : '.';
  return {
    rows,
    width: head.width,
    firstLine: head.firstLine,
    ...examined,
    text: { ...head, encoding: source.encoding, decimal },
  };
}

function noNumbers(): Problem {
  return {
    message: l10n.t('There are no numbers in the table.'),
    next: l10n.t('Choose a table with two columns of numbers.'),
  };
}

function commaProblem(doubt: NonNullable<Head['doubt']>): Problem {
  switch (doubt) {
    case 'decimalCommas':
      return {
        message: l10n.t(
          'The commas of this table look like decimal signs, and nothing else separates its columns.',
        ),
        next: l10n.t('Save it with semicolons or tabs between two columns, or with decimal points.'),
      };
    case 'otherWidth':
      return {
        message: l10n.t(
          'The commas of this table look like thousands separators: its rows have more cells than it has names of columns.',
        ),
        next: l10n.t('Save it with semicolons or tabs between the columns, or without thousands separators.'),
      };
  }
}

/** What a person would most likely choose; a problem when there are no two columns of numbers. */
export function likelyChoice({ columns }: TableLayout): PointsChoice | Problem {
  const axes = likelyAxes(columns);
  if (axes) {
    const [x, y] = axes;
    return { x, y, classes: likelyClasses(columns), keepsOutliers: false };
  }
  const [single] = columns.filter(({ kind }) => kind === 'numbers');
  const rowNames = columns.find(({ kind }) => kind === 'rowNames');
  if (single === undefined) {
    return noNumbers();
  }
  return {
    message: rowNames
      ? l10n.t(
          'Apart from the row numbers there is only one column of numbers, {0}; a point needs two.',
          titleOf(single),
        )
      : l10n.t('There is only one column of numbers, {0}; a point needs two.', titleOf(single)),
    next: l10n.t('Choose a table with two columns of numbers.'),
  };
}

/** Whether something is a reason why it cannot be done. */
export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return 'message' in value && 'next' in value;
}

/**
 * Reads the points that a choice gives.
 *
 * @throws ReadingCancelled
 */
export async function choosePoints(
  layout: TableLayout,
  choice: PointsChoice,
  reading: Reading,
): Promise<ChosenPoints> {
  const pace = new Pace(reading);
  const all = await readPoints(layout, choice, pace);
  await pace.rest();
  const far = new Set([...outliersOf(all.x), ...outliersOf(all.y)]);
  await pace.rest();
  const outliers = [...far]
    .toSorted((one, other) => one - other)
    .map((index) => ({
      name: l10n.t('Line {0}', all.lines[index] ?? 0),
      reason: l10n.t(
        'At ({0}, {1}) it is so far out that all the others would shrink to one spot.',
        all.x[index] ?? 0,
        all.y[index] ?? 0,
      ),
    }));
  const isUsed = (_: number, index: number): boolean => choice.keepsOutliers || !far.has(index);
  const points =
    far.size === 0
      ? all
      : { x: all.x.filter(isUsed), y: all.y.filter(isUsed), classes: all.classes.filter(isUsed) };
  const scaling = choice.scaling ?? likelyScaling(rangeOf(points.x), rangeOf(points.y));
  return { points, scaling, outliers, refused: all.refused, refusedCount: all.refusedCount };
}

/** Makes the collection of chosen points, and says how. */
export function collectPoints(
  name: string,
  layout: TableLayout,
  choice: PointsChoice,
  chosen: ChosenPoints,
): ReadCollection {
  const x = thinned(chosen.points.x, MOST_POINTS);
  const y = thinned(chosen.points.y, MOST_POINTS);
  const report: CollectionReport = {
    data: 'ownPoints',
    name,
    used: x.length,
    refused: [
      ...(choice.keepsOutliers ? [] : chosen.outliers),
      ...chosen.refused,
      ...tooMany(chosen.points.x.length),
    ],
    refusedCount: layout.rowCount - x.length,
    how: describeUse(layout, choice, chosen, x.length),
  };
  const problem = tooFew('ownPoints', x.length) ?? withoutExtent(chosen);
  if (problem) {
    return { report: { ...report, used: 0, problem } };
  }
  const labels = labelsOf(choice, chosen.points.classes);
  const facts = { ...(report.how !== undefined && { how: report.how }), ...(labels && { labels }) };
  return { report, collection: pointCollection('ownPoints', name, onPlane(x, y, chosen.scaling), facts) };
}

/** The classes of the points that are used; those without one are a class of their own. */
function labelsOf({ classes }: PointsChoice, places: Uint8Array): Labels | undefined {
  const values = classes?.values;
  return (
    values && labelsBy(Array.from(thinned(places, MOST_POINTS), (place) => values[place] ?? withoutClass()))
  );
}

/** Numbers at equal distances in the list, because a table is often sorted by kind. */
function thinned(values: Float64Array | Uint8Array, most: number): Float64Array {
  const step = Math.max(1, values.length / most);
  return Float64Array.from(
    { length: Math.min(values.length, most) },
    (_, i) => values[Math.floor(i * step)] ?? 0,
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

function withoutExtent({ points: { x, y } }: ChosenPoints): Problem | undefined {
  return [x, y].some((values) => rangeOf(values).half > 0)
    ? undefined
    : {
        message: l10n.t('All points of the table are the same, so there is nothing to learn.'),
        next: l10n.t('Choose columns whose numbers differ.'),
      };
}
