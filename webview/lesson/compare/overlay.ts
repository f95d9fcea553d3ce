import * as l10n from '@vscode/l10n';
import type { Measure, RunSeries } from '../../../src/shared/domain/measures';
import { measure as number, percent } from '../../ui/l10n';
import { chartData, type ChartData } from '../evidence/charts/data';
import { SHARE, SMOOTHED_ROUNDS, type ChartSpec, type ScaleKind } from '../evidence/charts/specs';

/** One measure of both runs in one chart. */
function overlaid(
  measure: Measure,
  title: string,
  hint: string,
  scale: ScaleKind,
  format: (value: number) => string,
): ChartSpec {
  return {
    id: `compare-${measure}`,
    title,
    hint,
    lines: [
      { measure, look: 'plain', name: 'A' },
      { measure, look: 'other', name: 'B' },
    ],
    scale,
    format,
    formatOnAxis: (value) => String(Number(value.toPrecision(2))),
  };
}

/**
 * The charts of a comparison.
 *
 * @param modes kinds of samples in the collection; absent where nobody knows them
 */
export function overlaidCharts(modes: number | undefined): ChartSpec[] {
  const kinds: ScaleKind = { kind: 'linear', ...(modes !== undefined && { top: modes }) };
  return [
    overlaid(
      'miniFid',
      l10n.t('Distance from real'),
      l10n.t('mini-FID; 0 is best'),
      { kind: 'linear' },
      number,
    ),
    ...(modes === undefined
      ? []
      : [
          overlaid('effectiveModes', l10n.t('Kinds'), l10n.t('effective modes'), kinds, (value) =>
            l10n.t('{0} of {1}', value.toFixed(1), modes),
          ),
        ]),
    {
      ...overlaid(
        'accuracyOnFake',
        l10n.t('Forgeries seen through'),
        l10n.t('mean of {0} rounds', SMOOTHED_ROUNDS),
        SHARE.scale,
        percent,
      ),
      ...SHARE,
    },
  ];
}

/**
 * The lines of both runs over the rounds at which either was measured.
 *
 * @returns `undefined` when nothing was measured
 */
export function overlaidData(
  spec: ChartSpec,
  series: readonly (RunSeries | undefined)[],
): ChartData | undefined {
  const [line] = spec.lines;
  const each = series.map((one) => one && chartData(one, { ...spec, lines: [line] }));
  const rounds = [...new Set(each.flatMap((data) => data?.rounds ?? []))].toSorted((a, b) => a - b);
  const lines = each.map((data) => {
    const values = new Map(data?.rounds.map((round, index) => [round, data.lines[0]?.[index] ?? null]));
    return rounds.map((round) => values.get(round) ?? null);
  });
  return rounds.length === 0 ? undefined : { rounds, lines };
}
