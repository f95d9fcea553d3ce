import { lookOf } from './numbers';
import { cellsOf, SEPARATORS, type Separator } from './records';
import { isComment, withoutCommentSign } from './rows';

/** A record of a text and where it is. */
export interface HeadRecord {
  readonly record: string;
  /** From 1. */
  readonly line: number;
}

/** Where the table in a text begins, and what its columns are called. */
export interface Head {
  readonly separator: Separator;
  /** How many cells a row has. */
  readonly width: number;
  /** The line of the first row of data. */
  readonly firstLine: number;
  /** As the table names its columns; empty where it does not. */
  readonly names: readonly string[];
  readonly hasNames: boolean;
  /** Lines that are not empty above the names, or above the data of a table without names. */
  readonly titles: number;
  /** Lines of units, or of other remarks on the columns, below the names. */
  readonly units: number;
  /** Why the commas of the text are rather decimal signs, or between thousands, than separators. */
  readonly doubt?: 'decimalCommas' | 'otherWidth';
}

interface Row extends HeadRecord {
  readonly cells: readonly string[];
  readonly numbers: number;
}

/** Excel's own way to say what separates cells. */
const SEPARATOR_LINE = /^sep=(.)$/i;

/**
 * Finds separator, names and first row.
 *
 * @param records the first ones of the text, comments included; some hundred are enough
 * @param chosen the separator that the person chose
 * @returns `undefined` when no line has a number
 */
export function findHead(records: readonly HeadRecord[], chosen?: Separator): Head | undefined {
  const said = separatorLine(records[0]);
  const rest = said === undefined ? records : records.slice(1);
  const fixed = chosen ?? said;
  const candidates = (fixed ? [fixed] : SEPARATORS).flatMap((separator) => {
    const rows = rest.map((one) => rowOf(one, separator));
    const width = widthOf(rows);
    return width === undefined ? [] : [{ separator, rows, width, score: scoreOf(rows, width) }];
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (one, other) => (one === undefined || other.score > one.score ? other : one),
    undefined,
  );
  return best && headOf(best.separator, best.rows, best.width, fixed === undefined);
}

function separatorLine(first: HeadRecord | undefined): Separator | undefined {
  const [, sign] = (first && SEPARATOR_LINE.exec(first.record.trim())) ?? [];
  return SEPARATORS.find((separator) => separator === sign);
}

function rowOf({ record, line }: HeadRecord, separator: Separator): Row {
  const all = cellsOf(withoutCommentSign(record), separator);
  const cells = all.slice(0, all.findLastIndex((cell) => cell !== '') + 1);
  return { record, line, cells, numbers: isComment(record) ? 0 : cells.filter(isNumber).length };
}

function isNumber(cell: string): boolean {
  const look = lookOf(cell);
  return look !== 'text' && look !== 'missing';
}

/** The number of cells that most of the rows with at least two numbers have; else of those with one. */
function widthOf(rows: readonly Row[]): number | undefined {
  for (const fewest of [2, 1]) {
    const counts = new Map<number, number>();
    for (const { cells, numbers } of rows) {
      if (numbers >= fewest) {
        counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
      }
    }
    const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
    if (most) {
      return most[0];
    }
  }
  return undefined;
}

/** More the more rows have the same number of cells, two of them numbers, and the fewer of their cells are text. */
function scoreOf(rows: readonly Row[], width: number): number {
  return rows
    .filter(({ cells, numbers }) => cells.length === width && numbers >= Math.min(2, width))
    .reduce((sum, { cells, numbers }) => {
      const texts = cells.filter((cell) => lookOf(cell) === 'text').length;
      // One number a row is no table of points; it only decides when there is nothing better.
      return sum + (numbers < 2 ? 0.1 : numbers / (numbers + texts));
    }, 0);
}

function headOf(separator: Separator, rows: readonly Row[], width: number, isGuess: boolean): Head {
  const whole = rows.filter(({ cells, numbers }) => cells.length === width && numbers > 0);
  const usual =
    whole.map(({ numbers }) => numbers).toSorted((one, other) => one - other)[Math.floor(whole.length / 2)] ??
    1;
  const first = rows.findIndex(({ numbers, cells }) => numbers >= usual / 2 && cells.length <= width);
  const data = rows.slice(first);
  let top = first;
  while (top > 0 && namesColumns(rows[top - 1], width, usual)) {
    top -= 1;
  }
  const [names] = rows.slice(top, first);
  const head = {
    separator,
    width,
    firstLine: rows[first]?.line ?? 1,
    names: names ? aligned(names.cells, width) : [],
    hasNames: names !== undefined,
    titles: top,
    units: Math.max(0, first - top - 1),
  };
  const doubt = isGuess && separator === ',' ? doubtOf(data, width, rows[first - 1]) : undefined;
  return doubt ? { ...head, doubt } : head;
}

/** Whether a line above the data has a name for each column; the column of row names may have none. */
function namesColumns(row: Row | undefined, width: number, usual: number): boolean {
  if (row === undefined || row.numbers >= usual / 2) {
    return false;
  }
  const filled = row.cells.filter((cell) => cell !== '').length;
  return filled >= Math.max(1, width - 1) && row.cells.length <= width;
}

/** Names, one for each column: R writes none for the row names, which come first. */
function aligned(names: readonly string[], width: number): readonly string[] {
  return names.length === width - 1 && width > 2 ? ['', ...names] : names;
}

/**
 * Looks whether commas that separate whole numbers may be decimal signs (`51,9`), or be between thousands (`1,050`): the
 * line above the data has not as many names as there would be columns, or every second column has just one digit.
 */
function doubtOf(data: readonly Row[], width: number, above: Row | undefined): Head['doubt'] {
  const rows = data.filter(({ cells }) => cells.length === width);
  if (width < 2 || rows.some(({ cells }) => cells.some((cell) => !/^[-+]?\d+$/.test(cell)))) {
    return undefined;
  }
  const names = above && above.numbers === 0 ? above.cells.length : undefined;
  const isEven = width % 2 === 0;
  if (isEven && names === width / 2) {
    return 'decimalCommas';
  }
  if (names !== undefined && names > 1 && names < width && !hasRowNumbers(rows, names, width)) {
    return 'otherWidth';
  }
  const fractions = rows.flatMap(({ cells }) => cells.filter((_, i) => i % 2 === 1));
  const wholes = rows.flatMap(({ cells }) => cells.filter((_, i) => i % 2 === 0));
  const isDigit = (cell: string): boolean => cell.length === 1;
  if (isEven && fractions.every(isDigit) && !wholes.every(isDigit) && names === undefined) {
    return 'decimalCommas';
  }
  const later = rows.flatMap(({ cells }) => cells.slice(1));
  return later.some((cell) => /^0\d/.test(cell)) ? (isEven ? 'decimalCommas' : 'otherWidth') : undefined;
}

/** Whether the first column counts the rows, and is therefore without a name. */
function hasRowNumbers(rows: readonly Row[], names: number, width: number): boolean {
  const numbers = rows.map(({ cells }) => Number(cells[0]));
  return names === width - 1 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}
