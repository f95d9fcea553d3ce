import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { SweepPlan, Trial } from '../../src/shared/domain/sweeps/plan';
import { endsOf, isSuccess, summaryOf } from '../../src/shared/domain/sweeps/summary';
import { valueLabel } from '../../src/shared/words/choiceLabels';
import { measureName } from '../../src/shared/words/measureWords';
import { settingName } from '../../src/shared/words/settingName';
import { measureValue } from '../lesson/exercises/words';
import { percent } from '../ui/l10n';
import type { SweepProgress } from './sweepTraining';

interface SummaryTableProps {
  readonly plan: SweepPlan;
  /** The trials of each value. */
  readonly groups: readonly (readonly [Trial['value'], readonly Trial[]])[];
  readonly outcomes: SweepProgress['outcomes'];
}

/** How often the trials of each value succeed, with the interval of the rate, and how they spread; never a mean. */
export function SummaryTable({ plan, groups, outcomes }: SummaryTableProps): JSX.Element {
  const { varied, success, rounds } = plan;
  const { measure } = success;
  const all = groups.flatMap(([, group]) => endsOf(group, outcomes));
  const values = all.flatMap(({ measures }) => measures[measure] ?? []);
  // The bound belongs to the picture, too.
  const [least, most] = [Math.min(success.value, ...values), Math.max(success.value, ...values)];
  const place = (value: number): number => (most > least ? (100 * (value - least)) / (most - least) : 50);
  const text = (value: number): string => measureValue(measure, value);
  return (
    <table class="sweep-summary">
      <thead>
        <tr>
          {varied && <th scope="col">{settingName(varied.name)}</th>}
          <th scope="col">{l10n.t('Success rate, with its 95 % interval')}</th>
          <th scope="col">{l10n.t('{0}: each run, median and middle half', measureName(measure))}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(([value, group]) => {
          const ends = endsOf(group, outcomes);
          const { trials, successes, rate, spread, notFinite } = summaryOf(ends, success, rounds);
          return (
            <tr key={String(value)}>
              {varied && <th scope="row">{value === undefined ? '' : valueLabel(value)}</th>}
              <td>
                {trials > 0 && (
                  <>
                    <div class="strip" aria-hidden="true">
                      <i
                        class="strip-range"
                        style={{ left: `${100 * rate.least}%`, width: `${100 * (rate.most - rate.least)}%` }}
                      />
                      <i class="strip-middle" style={{ left: `${100 * rate.share}%` }} />
                    </div>
                    {l10n.t(
                      '{0} of {1} ({2}), probably {3} to {4}',
                      successes,
                      trials,
                      percent(rate.share),
                      percent(rate.least),
                      percent(rate.most),
                    )}
                    {notFinite > 0 && ` ${l10n.t('{0} went out of bounds.', notFinite)}`}
                  </>
                )}
              </td>
              <td>
                {spread && (
                  <>
                    <div class="strip" aria-hidden="true">
                      <i class="strip-bound" style={{ left: `${place(success.value)}%` }} />
                      <i
                        class="strip-range"
                        style={{
                          left: `${place(spread.lowerQuartile)}%`,
                          width: `${place(spread.upperQuartile) - place(spread.lowerQuartile)}%`,
                        }}
                      />
                      {ends.map((end, index) => (
                        <i
                          key={index}
                          class={`strip-run ${isSuccess(end, success, rounds) ? 'succeeded' : ''}`}
                          style={{ left: `${place(end.measures[measure] ?? Number.NaN)}%` }}
                        />
                      ))}
                      <i class="strip-middle" style={{ left: `${place(spread.median)}%` }} />
                    </div>
                    {l10n.t(
                      'median {0}, half of them {1} to {2}, all {3} to {4}',
                      text(spread.median),
                      text(spread.lowerQuartile),
                      text(spread.upperQuartile),
                      text(spread.least),
                      text(spread.most),
                    )}
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
