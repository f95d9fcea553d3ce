import type { RefusedPart } from '../../shared/wire/messages';
import type { Column } from './columns';
import type { TextEncoding } from './encoding';
import type { Head } from './head';
import type { DecimalSign } from './numbers';
import type { Scaling } from './plane';
import type { Separator } from './records';
import type { Rows } from './rows';

/** A table before anybody knows what its columns are. */
export type TableSource =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: TextEncoding }
  | {
      /** Numbers of a format of its own: `.npy`, `.npz` or JSON. */
      readonly kind: 'cells';
      readonly rows: Rows;
      readonly width: number;
      /** Of the columns; empty when they have none. */
      readonly names: readonly string[];
    };

/** What a person decides about the text of a table. */
export interface TextChoice {
  readonly separator?: Separator;
  readonly decimal?: DecimalSign;
}

/** What was understood of a table. */
export interface TableLayout {
  readonly rows: Rows;
  readonly width: number;
  /** The line of the first row. */
  readonly firstLine: number;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** How the text is written; absent where the table is no text. */
  readonly text?: Head & { readonly encoding: TextEncoding; readonly decimal: DecimalSign };
}

/** The columns that points are made of. */
export interface ChosenColumns {
  readonly x: Column;
  readonly y: Column;
  /** What kind each row is. */
  readonly classes?: Column | undefined;
}

/** What the points of a table are made of. */
export interface PointsChoice extends ChosenColumns {
  /** Absent for what suits the columns. */
  readonly scaling?: Scaling;
  /** Whether rows that flatten all others are points, too. */
  readonly keepsOutliers: boolean;
}

/** Points of a table. */
export interface TablePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * Of each point the place of its class among the column's values, or their number where it has none; empty without such
   * a column.
   */
  readonly classes: Uint8Array;
}

/** The points that a choice gives, before they are trained on. */
export interface ChosenPoints {
  /** Without the outliers, unless they are kept. */
  readonly points: TablePoints;
  readonly scaling: Scaling;
  /** Rows that are far out. */
  readonly outliers: readonly RefusedPart[];
  readonly refused: readonly RefusedPart[];
  /** Rows that are no points; outliers that are left out are not among them. */
  readonly refusedCount: number;
}
