import * as l10n from '@vscode/l10n';
import type { Pace } from '../pace';
import type { Column } from './columns';
import type { RefusedPart } from '../../shared/wire/messages';
import type { ChosenColumns, TableLayout, TablePoints } from './layout';
import { lookOf, parseNumber } from './numbers';
import { shortened, titleOf } from './words';
import { counted } from '../../shared/words/counted';

/** So many rows are named one by one; of more than that only their number is told. */
const NAMED_ROWS = 100;

/** All points of a table, and the rows that are none. */
interface ReadPoints extends TablePoints {
  /** The row of each point, from 1. */
  readonly lines: Uint32Array;
  /** Rows that are no points, the first ones one by one. */
  readonly refused: readonly RefusedPart[];
  readonly refusedCount: number;
}

/** Numbers one after the other, as many as come. */
class Growing<T extends Float64Array | Uint8Array | Uint32Array> {
  private length = 0;

  constructor(
    private values: T,
    private readonly make: (length: number) => T,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = this.make(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  get all(): T {
    const exact = this.make(this.length);
    exact.set(this.values.subarray(0, this.length));
    return exact;
  }
}

function growing<T extends Float64Array | Uint8Array | Uint32Array>(make: (length: number) => T): Growing<T> {
  return new Growing(make(1024), make);
}

/**
 * Reads the points of a table: every row is one, or is refused with its reason.
 *
 * @param table its rows, where its data begins and how many cells a row has
 * @throws ReadingCancelled
 */
export async function readPoints(
  table: Pick<TableLayout, 'rows' | 'firstLine' | 'width'>,
  { x, y, classes }: ChosenColumns,
  pace: Pace,
): Promise<ReadPoints> {
  const xs = growing((length) => new Float64Array(length));
  const ys = growing((length) => new Float64Array(length));
  const kinds = growing((length) => new Uint8Array(length));
  const lines = growing((length) => new Uint32Array(length));
  const refused: RefusedPart[] = [];
  let refusedCount = 0;
  const refuse = (line: number, reason: string): void => {
    refusedCount += 1;
    if (refused.length < NAMED_ROWS) {
      refused.push({ name: l10n.t('Line {0}', line), reason });
    }
  };
  const places = new Map(classes?.values?.map((value, place) => [value, place]));
  await table.rows.each((cells, line) => {
    if (line < table.firstLine) {
      return true;
    }
    const px = parseNumber(cells[x.index] ?? '', x.notation.decimal);
    const py = parseNumber(cells[y.index] ?? '', y.notation.decimal);
    if (Number.isFinite(px) && Number.isFinite(py) && !hasMore(cells, table.width)) {
      xs.push(px);
      ys.push(py);
      lines.push(line);
      if (classes) {
        kinds.push(places.get(cells[classes.index] ?? '') ?? places.size);
      }
    } else if (cells.some((cell) => cell !== '')) {
      refuse(line, reasonAgainst(cells, table.width, [x, y]));
    }
    return true;
  }, pace);
  const rest = refusedCount - refused.length;
  return {
    x: xs.all,
    y: ys.all,
    classes: kinds.all,
    lines: lines.all,
    refused:
      rest === 0
        ? refused
        : [
            ...refused,
            {
              name: counted(rest, l10n.t('1 more line | {0} more lines', rest)),
              reason: l10n.t('They are not pairs of numbers either.'),
            },
          ],
    refusedCount,
  };
}

/** Whether a row goes on behind the last column. */
function hasMore(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.some((cell, i) => i >= width && cell !== '');
}

function reasonAgainst(cells: readonly string[], width: number, axes: readonly Column[]): string {
  if (hasMore(cells, width)) {
    return l10n.t('It has {0} cells, and the others have {1}.', cells.length, width);
  }
  for (const column of axes) {
    const cell = cells[column.index] ?? '';
    if (!Number.isFinite(parseNumber(cell, column.notation.decimal))) {
      return cell === ''
        ? l10n.t('Its cell of {0} is empty.', titleOf(column))
        : lookOf(cell) === 'missing'
          ? l10n.t('Its cell of {0} is missing: "{1}".', titleOf(column), cell)
          : l10n.t('"{0}" is not a number.', shortened(cell));
    }
  }
  return l10n.t('It is no pair of numbers.');
}
