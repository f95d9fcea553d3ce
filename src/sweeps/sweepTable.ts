import Papa from 'papaparse';
import { MEASURES } from '../shared/domain/measures';
import type { SweepPlan, Trial } from '../shared/domain/sweeps/plan';
import { isSuccess, type MeasuredEnd, type SweepEnd } from '../shared/domain/sweeps/summary';

/**
 * The runs of a sweep as a table (RFC 4180), a line for each: the varied value, the seed, complete rounds, 1 for a success
 * or else 0, and the last values of all measures. A cell is empty where there is nothing, as in all but the first two of a
 * run that has not been trained.
 *
 * @param ends by the index of the run
 */
export function sweepTable(
  plan: Pick<SweepPlan, 'varied' | 'rounds' | 'success'>,
  runs: readonly Trial[],
  ends: ReadonlyMap<number, SweepEnd>,
): string {
  const { varied, rounds, success } = plan;
  const data = runs.map(({ index, value, hyperparameters }) => {
    const end = ends.get(index);
    const cells =
      end?.kind === 'done'
        ? [end.round, Number(isSuccess(end, success, rounds)), ...measuresOf(end)]
        : ['', '', ...MEASURES.map(() => '')];
    return [...(varied ? [value ?? ''] : []), hyperparameters.seed, ...cells];
  });
  const fields = [...(varied ? [varied.name] : []), 'seed', 'round', 'success', ...MEASURES];
  return `${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`;
}

function measuresOf({ measures }: MeasuredEnd): (number | '')[] {
  return MEASURES.map((measure) => {
    const value = measures[measure];
    return value !== undefined && Number.isFinite(value) ? value : '';
  });
}
