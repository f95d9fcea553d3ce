import type { Pace } from '../pace';
import { lookOf, notationOf, type CellLook, type DecimalSign, type Notation } from './numbers';
import type { Rows } from './rows';

/** What a column holds, as far as its cells say. */
type ColumnKind =
  | 'numbers'
  /** Numbers or names of the rows: no coordinate. */
  | 'rowNames'
  /** Few values that come again and again: the kinds of the rows. */
  | 'classes'
  | 'text';

/** A column of a table. */
export interface Column {
  /** From 0. */
  readonly index: number;
  /** As the table calls it; empty where it does not. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly notation: Notation;
  /** Its first cells, as they are written. */
  readonly examples: readonly string[];
  /** Its different values in their order, where there are at most {@link MOST_CLASSES}. */
  readonly values?: readonly string[];
}

/** More kinds than this are no kinds that a person would tell apart, nor enough samples for each. */
const MOST_CLASSES = 20;
/** Columns further to the right are not offered. */
const MOST_COLUMNS = 64;
const EXAMPLES = 3;
/** Names of columns that count rows. */
const ROW_NAMES =
  /^(?:|#|no\.?|nr\.?|num(?:ber)?|id|idx|index|row|row[ ._]?names?|obs(?:ervation)?|unnamed: ?0|编号|序号|行号)$/i;
const CLASS_NAMES =
  /^(?:class|label|target|group|kind|category|species|type|cluster|dataset|类|类别|标签|组|种类)e?s?$/i;
const DEPENDENT_NAMES = /^(?:x|t|time|year|date|day|年|年份|时间)$/i;

interface Tally {
  readonly looks: Record<CellLook, number>;
  readonly examples: string[];
  readonly values: Set<string>;
  /** Whether each cell is the whole number after the one above. */
  isCounting: boolean;
  first: number | undefined;
  last: number | undefined;
}

function emptyTally(): Tally {
  return {
    looks: {
      missing: 0,
      text: 0,
      small: 0,
      large: 0,
      point: 0,
      comma: 0,
      pointOrThousands: 0,
      commaOrThousands: 0,
    },
    examples: [],
    values: new Set(),
    isCounting: true,
    first: undefined,
    last: undefined,
  };
}

function count(tally: Tally, cell: string): void {
  const look = lookOf(cell);
  tally.looks[look] += 1;
  if (look === 'missing') {
    return;
  }
  if (tally.examples.length < EXAMPLES) {
    tally.examples.push(cell);
  }
  if (tally.values.size <= MOST_CLASSES) {
    tally.values.add(cell);
  }
  if (tally.isCounting) {
    const number = look === 'small' || look === 'large' ? Number(cell) : NaN;
    tally.isCounting = tally.last === undefined ? Number.isFinite(number) : number === tally.last + 1;
    tally.first ??= number;
    tally.last = number;
  }
}

/** What all rows of a table say about its columns. */
interface Columns {
  readonly columns: readonly Column[];
  readonly rowCount: number;
}

/**
 * Goes through a whole table and tells what its columns hold.
 *
 * @param table its rows, where its data begins and the names of its columns
 * @param decimal the sign that the person chose
 * @throws ReadingCancelled
 */
export async function examineColumns(
  table: {
    readonly rows: Rows;
    readonly firstLine: number;
    readonly width: number;
    readonly names: readonly string[];
  },
  pace: Pace,
  decimal?: DecimalSign,
): Promise<Columns> {
  const tallies = Array.from({ length: Math.min(table.width, MOST_COLUMNS) }, emptyTally);
  let rowCount = 0;
  await table.rows.each((cells, line) => {
    if (line >= table.firstLine) {
      rowCount += 1;
      for (const [index, tally] of tallies.entries()) {
        count(tally, cells[index] ?? '');
      }
    }
    return true;
  }, pace);
  const sign = decimal ?? signOf(tallies);
  const numeric = tallies.filter(isNumeric).length;
  const columns = tallies.map((tally, index): Column => {
    const name = table.names[index] ?? '';
    const notation: Notation = decimal ? { decimal, isDoubtful: false } : notationOf(tally.looks, sign);
    const values = tally.values.size <= MOST_CLASSES ? { values: inOrder(tally.values) } : {};
    const kind = kindOf(tally, { index, name, hasNames: table.names.length > 0, numeric, rowCount });
    return { index, name, kind, notation, examples: tally.examples, ...values };
  });
  return { columns, rowCount };
}

/** The decimal sign that all columns that show one have in common. */
function signOf(tallies: readonly Tally[]): DecimalSign | undefined {
  const numeric = tallies.filter(isNumeric);
  const points = numeric.some(({ looks }) => looks.point > looks.comma);
  const commas = numeric.some(({ looks }) => looks.comma > looks.point);
  if (points === commas) {
    return undefined;
  }
  return points ? '.' : ',';
}

function numbersIn({ looks }: Tally): number {
  return Object.values(looks).reduce((sum, many) => sum + many, 0) - looks.text - looks.missing;
}

function isNumeric(tally: Tally): boolean {
  return numbersIn(tally) > 0 && numbersIn(tally) >= tally.looks.text;
}

interface Place {
  readonly index: number;
  readonly name: string;
  /** Whether the table names its columns at all. */
  readonly hasNames: boolean;
  /** How many columns of the table hold numbers. */
  readonly numeric: number;
  readonly rowCount: number;
}

function kindOf(tally: Tally, place: Place): ColumnKind {
  const { name, rowCount } = place;
  const differing = tally.values.size;
  const isClasses = differing >= 2 && differing <= MOST_CLASSES && rowCount >= 2 * differing;
  if (!isNumeric(tally)) {
    return isClasses ? 'classes' : 'text';
  }
  if (isClasses && CLASS_NAMES.test(name) && tally.looks.point + tally.looks.comma === 0) {
    return 'classes';
  }
  return countsRows(tally, place) ? 'rowNames' : 'numbers';
}

/** Whether a column only counts the rows, or is named as if it did. */
function countsRows(tally: Tally, { index, name, hasNames, numeric }: Place): boolean {
  const isWhole = tally.looks.small + tally.looks.large === numbersIn(tally);
  if (index !== 0 || !isWhole) {
    return false;
  }
  if (hasNames && ROW_NAMES.test(name)) {
    return true;
  }
  // A table of two columns may well begin with 0, 1, 2 as its x.
  const isCount = tally.isCounting && (tally.first === 0 || tally.first === 1);
  return isCount && numeric > 2 && !DEPENDENT_NAMES.test(name);
}

function inOrder(values: ReadonlySet<string>): string[] {
  return [...values].toSorted((one, other) => {
    const numbers = Number(one) - Number(other);
    return Number.isFinite(numbers) && numbers !== 0 ? numbers : one < other ? -1 : 1;
  });
}

/** The column that a person would most likely take for the kinds of the rows. */
export function likelyClasses(columns: readonly Column[]): Column | undefined {
  const classes = columns.filter(({ kind }) => kind === 'classes');
  return classes.find(({ name }) => CLASS_NAMES.test(name)) ?? classes[0];
}

/** The columns that a person would most likely take for x and y. */
export function likelyAxes(columns: readonly Column[]): readonly [Column, Column] | undefined {
  const numbers = columns.filter(({ kind }) => kind === 'numbers');
  const named = (name: string): Column | undefined =>
    numbers.find((column) => column.name.toLowerCase() === name);
  const [x, y] = [named('x'), named('y')];
  if (x && y) {
    return [x, y];
  }
  const varied = numbers.filter(({ values }) => values === undefined || values.length > 1);
  const [first, second] = varied.length >= 2 ? varied : numbers;
  return first && second ? [first, second] : undefined;
}
