import Papa from 'papaparse';
import { columnOf, MEASURES, type RunSeries } from '../shared/domain/measures';

/**
 * Everything that was measured, as a table (RFC 4180): a line for each round of which something is known, a column for
 * each measure. A cell is empty where nothing was measured, or where it was not a number.
 */
export function metricsTable(series: RunSeries): string {
  const columns = MEASURES.map((measure) => {
    const { rounds, values } = columnOf(series, measure);
    return new Map(Array.from(rounds, (round, index) => [round, values[index] ?? NaN]));
  });
  const rounds = [...new Set([...series.rounds, ...series.qualityRounds])].toSorted((a, b) => a - b);
  const rows = rounds.map((round) => [round, ...columns.map((column) => cell(column.get(round)))]);
  return `${Papa.unparse({ fields: ['round', ...MEASURES], data: rows }, { newline: '\r\n' })}\r\n`;
}

function cell(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(value) : '';
}
