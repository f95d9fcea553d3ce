import { parse } from 'papaparse';
import type { Pace } from '../pace';

/** What separates the cells of a row. */
export type Separator = ',' | ';' | '\t' | '|' | 'blanks';

export const SEPARATORS: readonly Separator[] = ['\t', ';', '|', ',', 'blanks'];

/** A row of a table with quoted line ends in it has at most this many lines; more are quotes that nobody closed. */
const MOST_QUOTED_LINES = 20;
/** Longer lines are no rows of a table, in characters. */
const LONGEST_LINE = 100_000;
/** So many lines are read between two looks at the clock. */
const LINES_AT_ONCE = 64;

/**
 * Goes through the lines of a text that are not empty. Line ends in quotes belong to the record; a line that is longer
 * than a table's could be is cut off.
 *
 * @param visit gets each record and the number of its line, from 1; what it returns says whether to go on
 * @returns how many records there are
 * @throws ReadingCancelled
 */
export async function eachRecord(
  text: string,
  visit: (record: string, line: number) => boolean,
  pace: Pace,
): Promise<number> {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let count = 0;
  let line = 0;
  let start = 0;
  let quote = text.indexOf('"');
  while (start < text.length) {
    for (let i = 0; i < LINES_AT_ONCE && start < text.length; i++) {
      let end = endOfLine(text, lineEnd, start);
      const first = line + 1;
      line += 1;
      if (isBlank(text, start, end)) {
        start = end + 1;
        continue;
      }
      if (quote >= 0 && quote < start) {
        quote = text.indexOf('"', start);
      }
      if (quote >= 0 && quote < end) {
        const closed = endOfQuoted(text, lineEnd, start, end);
        end = closed.end;
        line += closed.lines;
      }
      count += 1;
      const stop = text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      if (visit(text.slice(start, Math.min(stop, start + LONGEST_LINE)), first) === false) {
        return count;
      }
      start = end + 1;
    }
    if (pace.isLong) {
      await pace.rest();
    }
  }
  return count;
}

const CARRIAGE_RETURN = 13;
const BLANK = 32;
const QUOTE = 34;

function endOfLine(text: string, lineEnd: string, start: number): number {
  const end = text.indexOf(lineEnd, start);
  return end < 0 ? text.length : end;
}

function isBlank(text: string, start: number, end: number): boolean {
  const stop = Math.min(end, start + LONGEST_LINE);
  for (let at = start; at < stop; at++) {
    if (text.charCodeAt(at) > BLANK) {
      return false;
    }
  }
  return stop === end;
}

/** Where a record ends in whose first line a quote may still be open, and how many lines follow that one. */
function endOfQuoted(
  text: string,
  lineEnd: string,
  start: number,
  firstEnd: number,
): { end: number; lines: number } {
  let end = firstEnd;
  let quotes = 0;
  let counted = start;
  for (let lines = 0; lines < MOST_QUOTED_LINES && end - start < LONGEST_LINE; lines++) {
    quotes += quotesIn(text, counted, end);
    if (quotes % 2 === 0) {
      return { end, lines };
    }
    if (end >= text.length) {
      break;
    }
    counted = end + 1;
    end = endOfLine(text, lineEnd, counted);
  }
  return { end: firstEnd, lines: 0 };
}

function quotesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === QUOTE) {
      count += 1;
    }
  }
  return count;
}

/** The cells of a record, without the blanks around them. */
export function cellsOf(record: string, separator: Separator): string[] {
  const cells = split(record, separator);
  for (let i = 0; i < cells.length; i++) {
    cells[i] = (cells[i] ?? '').trim();
  }
  if (separator === '|' && cells[0] === '') {
    // Tables of Markdown have a bar at both ends.
    cells.shift();
  }
  return cells;
}

function split(record: string, separator: Separator): string[] {
  if (separator === 'blanks') {
    const line = record.trim();
    return line.includes('"')
      ? parsed(line.replaceAll('\t', ' '), ' ').filter((cell) => cell !== '')
      : line.split(/[ \t]+/);
  }
  return record.includes('"') ? parsed(record, separator) : record.split(separator);
}

function parsed(record: string, delimiter: string): string[] {
  return parse<string[]>(record, { delimiter, newline: '\n' }).data.flat();
}
