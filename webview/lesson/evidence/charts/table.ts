import { columnOf, type RunSeries } from '../../../../src/shared/domain/measures';
import type { ChartSpec } from './specs';

/** Rows of a table; more would only be scrolled past. */
const MOST_ROWS = 12;

interface TableRow {
  readonly round: number;
  /** As measured in that round, in the order of the columns; absent where nothing was measured. */
  readonly values: readonly (number | undefined)[];
}

/** Some of the rounds of charts as rows of a table, evenly spread, with the first and the last. */
export function tableRows(series: RunSeries, specs: readonly ChartSpec[]): TableRow[] {
  const columns = specs.flatMap(({ lines }) => lines.map(({ measure }) => columnOf(series, measure)));
  const rounds = [...new Set(columns.flatMap((column) => [...column.rounds]))].toSorted((a, b) => a - b);
  const shown = Math.min(MOST_ROWS, rounds.length);
  const chosen = Array.from(
    { length: shown },
    (_, row) => rounds[shown === 1 ? 0 : Math.round((row * (rounds.length - 1)) / (shown - 1))] ?? 0,
  );
  return chosen.map((round) => ({
    round,
    values: columns.map(({ rounds: measured, values }) => {
      // Quality is measured now and then; until the next time the last measurement holds.
      const value = values[measured.findLastIndex((candidate) => candidate <= round)];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    }),
  }));
}
