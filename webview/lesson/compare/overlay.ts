import * as l10n from '@vscode/l10n';
import type { Measure, RunSeries } from '../../../src/shared/domain/measures';
import { measureName } from '../../../src/shared/words/measureWords';
import { measure as number, percent } from '../../ui/l10n';
import { chartData, type ChartData } from '../evidence/charts/data';
import { hintOf, SHARE, smoothed, type ChartSpec, type ScaleKind } from '../evidence/charts/specs';

/** One measure of both runs in one chart. */
function overlaid(
  measure: Measure,
  scale: ScaleKind,
  format: (value: number) => string,
  made?: string,
): ChartSpec {
  return {
    id: `compare-${measure}`,
    title: measureName(measure),
    hint: hintOf(measure, made),
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
  return [
    overlaid('miniFid', { kind: 'linear' }, number),
    ...(modes === undefined
      ? []
      : [
          overlaid('effectiveModes', { kind: 'linear', top: modes }, (value) =>
            l10n.t('{0} of {1}', value.toFixed(1), modes),
          ),
        ]),
    { ...overlaid('accuracyOnFake', SHARE.scale, percent, smoothed()), ...SHARE },
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
