import * as l10n from '@vscode/l10n';
import { unreachable } from '../../shared/result';
import type { Column } from './columns';
import type { TextEncoding } from './encoding';
import type { ChosenPoints, PointsChoice, TableLayout, TablePoints } from './layout';
import type { DecimalSign } from './numbers';
import type { Scaling } from './plane';
import type { Separator } from './records';
import { counted } from '../../shared/words/counted';

/** So much of a cell is repeated to a person, in characters. */
const LONGEST_QUOTED = 40;

/** A cell as it is repeated to a person. */
export function shortened(cell: string): string {
  return cell.length > LONGEST_QUOTED ? `${cell.slice(0, LONGEST_QUOTED)}…` : cell;
}

/** What a column is called to a person. */
export function titleOf({ name, index }: Pick<Column, 'name' | 'index'>): string {
  return name === '' ? l10n.t('column {0}', index + 1) : shortened(name);
}

/** A column's name, or its number where it has none. */
function nameOrPlace({ name, index }: Column): string {
  return name === '' ? String(index + 1) : shortened(name);
}

/** What separates the cells, in words. */
export function separatorName(separator: Separator): string {
  switch (separator) {
    case ',':
      return l10n.t('comma');
    case ';':
      return l10n.t('semicolon');
    case '\t':
      return l10n.t('tab');
    case '|':
      return l10n.t('vertical bar');
    case 'blanks':
      return l10n.t('blanks');
    default:
      return unreachable(separator);
  }
}

export function decimalName(decimal: DecimalSign): string {
  return decimal === ',' ? l10n.t('decimal comma') : l10n.t('decimal point');
}

export function encodingName(encoding: TextEncoding): string {
  switch (encoding) {
    case 'utf-8':
      return 'UTF-8';
    case 'utf-16le':
    case 'utf-16be':
      return 'UTF-16';
    case 'gb18030':
      return 'GBK';
    case 'windows-1252':
      return 'Windows-1252';
    default:
      return unreachable(encoding);
  }
}

export function scalingName(scaling: Scaling): string {
  return scaling === 'alike' ? l10n.t('both axes alike') : l10n.t('each axis by its spread');
}

/** A number of the table that could be read in two ways, and how it is read. */
export function doubtfulNumber({ examples, notation }: Column): string | undefined {
  const example = examples.find((cell) => /^[-+]?\d{1,3}[.,]\d{3}$/.test(cell));
  if (!notation.isDoubtful || example === undefined) {
    return undefined;
  }
  const other = notation.decimal === ',' ? '.' : ',';
  return l10n.t('"{0}" is read as {1}', example, example.replace(other, '').replace(',', '.'));
}

/** What was made of a table, in one line: columns, how the text was read, how many rows. */
export function describeUse(
  { text, rowCount }: TableLayout,
  choice: PointsChoice,
  { scaling, points }: ChosenPoints,
  used: number,
): string {
  const { x, y, classes } = choice;
  const unclassed = countUnclassed(choice, points);
  return [
    l10n.t('columns {0} and {1}', nameOrPlace(x), nameOrPlace(y)),
    ...(classes ? [l10n.t('classes: {0}', nameOrPlace(classes))] : []),
    ...(unclassed > 0
      ? [counted(unclassed, l10n.t('1 row without a class | {0} rows without a class', unclassed))]
      : []),
    ...(text ? [l10n.t('separator: {0}', separatorName(text.separator))] : []),
    ...(text?.decimal === ',' ? [decimalName(',')] : []),
    ...(text && text.encoding !== 'utf-8' ? [encodingName(text.encoding)] : []),
    ...[x, y].flatMap((column) => doubtfulNumber(column) ?? []),
    ...(scaling === 'each' ? [scalingName(scaling)] : []),
    l10n.t('{0} of {1} rows', used, rowCount),
  ].join('; ');
}

/** How many points have no class although there is a column of classes. */
export function countUnclassed({ classes }: PointsChoice, points: TablePoints): number {
  const known = classes?.values?.length ?? Infinity;
  return points.classes.filter((place) => place >= known).length;
}

/** What the class of points without one is called. */
export function withoutClass(): string {
  return l10n.t('(none)');
}
