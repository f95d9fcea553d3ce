import { specOf, type Measure } from '../../src/shared/domain/measures';
import { trialsByValue, type SweepPlan, type Trial } from '../../src/shared/domain/sweeps/plan';
import { endsOf, isSuccess, summaryOf, type SweepEnd } from '../../src/shared/domain/sweeps/summary';
import { percent, table } from './report';

/** What is shown of each run, beside the measure that decides; the others are in the table of --csv and --json. */
const SHOWN: readonly Measure[] = ['miniFid', 'effectiveModes', 'convincing'];

/**
 * A sweep for a person to read: its runs, and for each value how often they succeed and how they spread.
 *
 * @param ends by the index of the run
 * @param seconds that all of it took
 */
export function describeSweep(
  plan: SweepPlan,
  runs: readonly Trial[],
  ends: ReadonlyMap<number, SweepEnd>,
  seconds: number,
): string {
  const { varied, rounds, success, hyperparameters } = plan;
  const { measure, is, value: bound } = success;
  const measures = [...new Set([measure, ...SHOWN])];
  const failed = runs.flatMap(({ index, hyperparameters: { seed } }) => {
    const end = ends.get(index);
    return end?.kind === 'failed' ? [`The run with seed ${seed} could not be trained: ${end.message}`] : [];
  });
  return [
    `${hyperparameters.data}, ${runs.length} runs of ${rounds} rounds; a success has ${measure} ${is} ${bound} at the end.`,
    '',
    ...table([
      [...(varied ? [varied.name] : []), 'seed', 'round', ...measures, 'success'],
      ...runs.map(({ index, value, hyperparameters: { seed } }) => {
        const end = ends.get(index);
        const cells =
          end?.kind === 'done'
            ? [
                String(end.round),
                ...measures.map((one) => number(one, end.measures[one])),
                isSuccess(end, success, rounds) ? 'yes' : 'no',
              ]
            : ['-', ...measures.map(() => '-'), '-'];
        return [...(varied ? [String(value)] : []), String(seed), ...cells];
      }),
    ]),
    '',
    ...table([
      [
        ...(varied ? [varied.name] : []),
        ...[
          'successes',
          'rate',
          '95 % (Wilson)',
          `least ${measure}`,
          'quarter',
          'median',
          'three quarters',
          'most',
        ],
      ],
      ...[...trialsByValue(runs)].map(([value, group]) => {
        const { trials, successes, rate, spread } = summaryOf(endsOf(group, ends), success, rounds);
        const five = spread && [
          spread.least,
          spread.lowerQuartile,
          spread.median,
          spread.upperQuartile,
          spread.most,
        ];
        return [
          ...(varied ? [String(value)] : []),
          `${successes} of ${trials}`,
          trials === 0 ? '-' : (percent(rate.share) ?? '-'),
          `${percent(rate.least)} to ${percent(rate.most)}`,
          ...(five ?? Array.from({ length: 5 }, () => undefined)).map((one) => number(measure, one)),
        ];
      }),
    ]),
    '',
    ...failed,
    `${seconds.toFixed(1)} s in all`,
  ].join('\n');
}

function number(measure: Measure, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return '-';
  }
  return specOf(measure).unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(3);
}

/** The same for a program, a summary for each value. */
export function sweepAsJson(
  plan: SweepPlan,
  runs: readonly Trial[],
  ends: ReadonlyMap<number, SweepEnd>,
): string {
  return JSON.stringify(
    {
      ...plan,
      runs: runs.map(({ index, value, hyperparameters: { seed } }) => ({ value, seed, ...ends.get(index) })),
      summaries: [...trialsByValue(runs)].map(([value, group]) => ({
        value,
        ...summaryOf(endsOf(group, ends), plan.success, plan.rounds),
      })),
    },
    undefined,
    2,
  );
}
