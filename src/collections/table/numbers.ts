/** The sign between the whole part of a number and its decimals. */
export type DecimalSign = '.' | ',';

/** What a cell of a table looks like, before it is known how the table writes its numbers. */
export type CellLook =
  | 'missing'
  | 'text'
  /** Only digits, below 1000. */
  | 'small'
  /** Only digits, 1000 or more: where thousands are separated, it would have a separator. */
  | 'large'
  /** A decimal point, or commas between thousands and nothing that contradicts: `1.5`, `1,234.5`, `1,234,567`. */
  | 'point'
  /** A decimal comma, or points between thousands: `1,5`, `1.234,5`, `1.234.567`. */
  | 'comma'
  /** One point and three digits, which may be thousands: `1.050`. */
  | 'pointOrThousands'
  /** One comma and three digits, which may be thousands: `1,050`. */
  | 'commaOrThousands';

const MISSING = /^(?:|[-–—?.*]|--|n\/?a|#n\/a|nan|null|none|nil|missing|\(null\)|\\n)$/i;
const WHOLE = /^[-+]?\d+$/;
const POINT = /^[-+]?(?:\d+\.\d*|\.\d+|\d+(?=e))(?:e[-+]?\d+)?$/i;
const COMMA = /^[-+]?(?:\d+,\d*|,\d+)(?:e[-+]?\d+)?$/i;
const POINT_OR_THOUSANDS = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const COMMA_OR_THOUSANDS = /^[-+]?[1-9]\d{0,2},\d{3}$/;
/** Numbers whose thousands are separated, unmistakably. */
const COMMA_GROUPS = /^[-+]?\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d*)$/;
const POINT_GROUPS = /^[-+]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d*)$/;
/** Blanks of all widths and apostrophes between thousands: 1 234, 1'234. */
const GROUPED = /^[-+]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d*)?$/;
const GROUP_SIGNS = /[ \u00a0\u2009\u202f'’]/g;
const LARGE_DIGITS = 4;

/** Takes away what does not matter: signs of other scripts, per cent, blanks between thousands. */
function plain(cell: string): string {
  const signed = cell.includes('\u2212') ? cell.replace('\u2212', '-') : cell;
  const bare = signed.endsWith('%') ? signed.slice(0, -1).trimEnd() : signed;
  return GROUPED.test(bare) ? bare.replace(GROUP_SIGNS, '') : bare;
}

/** @param cell without blanks around it */
export function lookOf(cell: string): CellLook {
  if (WHOLE.test(cell)) {
    return cell.length < LARGE_DIGITS || cell.replace(/^[-+]/, '').length < LARGE_DIGITS ? 'small' : 'large';
  }
  if (MISSING.test(cell)) {
    return 'missing';
  }
  const number = plain(cell);
  if (POINT_OR_THOUSANDS.test(number)) {
    return 'pointOrThousands';
  }
  if (COMMA_OR_THOUSANDS.test(number)) {
    return 'commaOrThousands';
  }
  if (POINT.test(number) || COMMA_GROUPS.test(number)) {
    return 'point';
  }
  if (COMMA.test(number) || POINT_GROUPS.test(number)) {
    return 'comma';
  }
  return WHOLE.test(number) ? 'small' : 'text';
}

/** How often each look was seen in a column. */
type Looks = Readonly<Record<CellLook, number>>;

/** How the numbers of a column are written, and whether that had to be guessed. */
export interface Notation {
  readonly decimal: DecimalSign;
  /** Whether nothing in the table says if `1,050` is a thousand and fifty or a little more than one. */
  readonly isDoubtful: boolean;
}

/**
 * Tells how a column writes its numbers. What only a whole number or a fraction could be decides; of `1,050` and `1.050`
 * the others of the column do: beside 950 and without 1234 they are thousands.
 *
 * @param otherwise the decimal sign of the rest of the table, if it says one
 */
export function notationOf(looks: Looks, otherwise: DecimalSign | undefined): Notation {
  if (looks.point !== looks.comma) {
    return { decimal: looks.point > looks.comma ? '.' : ',', isDoubtful: false };
  }
  const { commaOrThousands, pointOrThousands, small, large } = looks;
  if (commaOrThousands > 0 && pointOrThousands === 0) {
    if (otherwise) {
      return { decimal: otherwise, isDoubtful: false };
    }
    return small > 0 !== large > 0
      ? { decimal: small > 0 ? '.' : ',', isDoubtful: false }
      : { decimal: '.', isDoubtful: true };
  }
  if (pointOrThousands > 0 && commaOrThousands === 0) {
    if (otherwise) {
      return { decimal: otherwise, isDoubtful: false };
    }
    // A table of fractions with three decimals each is common; fractions and whole numbers that never have one or two
    // decimals are not.
    const isThousands = small > 0 && large === 0;
    return { decimal: isThousands ? ',' : '.', isDoubtful: isThousands };
  }
  return { decimal: otherwise ?? '.', isDoubtful: commaOrThousands + pointOrThousands > 0 };
}

/**
 * Reads a number that is written with this decimal sign; the other one of both may separate thousands.
 *
 * @param cell without blanks around it
 * @returns NaN for everything else
 */
export function parseNumber(cell: string, decimal: DecimalSign): number {
  if (decimal === '.' && (WHOLE.test(cell) || POINT.test(cell))) {
    return Number(cell);
  }
  const number = plain(cell);
  if (WHOLE.test(number)) {
    return Number(number);
  }
  if (decimal === '.') {
    if (POINT.test(number)) {
      return Number(number);
    }
    return COMMA_GROUPS.test(number) || COMMA_OR_THOUSANDS.test(number)
      ? Number(number.replaceAll(',', ''))
      : NaN;
  }
  if (COMMA.test(number)) {
    return Number(number.replace(',', '.'));
  }
  if (POINT_GROUPS.test(number) || POINT_OR_THOUSANDS.test(number)) {
    return Number(number.replaceAll('.', '').replace(',', '.'));
  }
  return /^[-+]?\d+e[-+]?\d+$/i.test(number) ? Number(number) : NaN;
}
