import type { Pace } from '../pace';
import { cellsOf, eachRecord, type Separator } from './records';

/** The rows of a table, wherever it comes from. */
export interface Rows {
  /**
   * Goes through the rows in their order.
   *
   * @param visit gets the cells without blanks around them and where the row is, from 1; it says whether to go on
   * @returns how many rows it went through
   * @throws ReadingCancelled
   */
  each(visit: (cells: readonly string[], line: number) => boolean, pace: Pace): Promise<number>;
}

/** Comments of `np.savetxt` and of gnuplot, but not the `#N/A` of a spreadsheet. */
const COMMENT = /^(?:#(?!N\/A)|%|\/\/)\s*/;

/** Whether a record is a remark and no row. */
export function isComment(record: string): boolean {
  return COMMENT.test(record);
}

/** The cells of a comment, which may be the names of the columns. */
export function withoutCommentSign(record: string): string {
  return record.replace(COMMENT, '');
}

/** The rows of a text, without its comments. */
export function textRows(text: string, separator: Separator): Rows {
  return {
    each: (visit, pace) =>
      eachRecord(text, (record, line) => isComment(record) || visit(cellsOf(record, separator), line), pace),
  };
}

/** So many rows are gone through between two looks at the clock. */
const ROWS_AT_ONCE = 256;

/**
 * Rows that are computed.
 *
 * @param row the cells of a row, from 0 to `count` - 1
 */
export function computedRows(count: number, row: (index: number) => readonly string[]): Rows {
  return {
    async each(visit, pace) {
      for (let index = 0; index < count; index++) {
        if (!visit(row(index), index + 1)) {
          return index + 1;
        }
        if (index % ROWS_AT_ONCE === 0 && pace.isLong) {
          await pace.rest();
        }
      }
      return count;
    },
  };
}
