import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import type { LessonStep } from '../../../../src/shared/domain/lesson';
import type { RunSeries } from '../../../../src/shared/domain/measures';
import { unreachable } from '../../../../src/shared/result';
import type { RunFrame } from '../../../../src/shared/wire/run';
import { InfoGlyph } from '../../../ui/controlIcons';
import { isLookingBack } from '../../timeline/timeTravel';
import type { ChartTab } from '../tabs';
import { Chart } from './Chart';
import { ChartTable } from './ChartTable';
import { chartData, withData } from './data';
import { goalLines, type Pin } from './pins';
import { chartsOf } from './specs';

interface ChartsProps {
  readonly tab: ChartTab;
  readonly frame: RunFrame | undefined;
  /** Of the whole run, also while a person looks back. */
  readonly series: RunSeries | undefined;
  readonly pins: readonly Pin[];
  /** Latest round of the run. */
  readonly latest: number;
  /** The step of the lesson that is being read. */
  readonly step: LessonStep | undefined;
  readonly loss: Hyperparameters['loss'] | undefined;
  readonly onGoTo: (round: number) => void;
}

/** The charts of a tab. Before there is anything to draw there is one line of text. */
export function Charts(props: ChartsProps): JSX.Element {
  const { tab, frame, series, pins, latest, step, loss, onGoTo } = props;
  const [probe, setProbe] = useState<number | undefined>(undefined);
  const onPlane = frame?.plane !== undefined;
  const modes = frame?.quality?.modes ?? frame?.initialQuality?.modes;
  const charts = useMemo(
    () =>
      series === undefined
        ? []
        : withData(chartsOf(tab, { onPlane, modes, loss }), (spec) => chartData(series, spec)),
    [tab, series, onPlane, modes, loss],
  );
  if (series === undefined || series.rounds.length === 0 || charts.length === 0) {
    return (
      <p class="no-charts">
        <InfoGlyph /> {emptyText(tab, series)}
      </p>
    );
  }
  const shown = frame !== undefined && isLookingBack(frame) ? frame.position.round : undefined;
  return (
    <>
      <div class="charts">
        {charts.map(({ spec, data }) => (
          <Chart
            key={spec.id}
            spec={spec}
            data={data}
            latest={latest}
            shown={shown}
            pins={pins}
            goals={goalLines(
              step,
              spec.lines.map(({ measure }) => measure),
              spec.formatOnAxis,
            )}
            probe={probe}
            onProbe={setProbe}
            onGoTo={onGoTo}
          />
        ))}
        <Remark tab={tab} />
      </div>
      <ChartTable series={series} specs={charts.map(({ spec }) => spec)} />
    </>
  );
}

function emptyText(tab: ChartTab, series: RunSeries | undefined): string {
  if (series === undefined || series.rounds.length === 0) {
    return l10n.t('Charts appear here after the first round.');
  }
  return tab === 'quality'
    ? l10n.t('Quality is measured every few rounds; it appears here with the next measurement.')
    : l10n.t('None of this has been measured yet.');
}

/** What to know before anybody reads the charts of a tab wrongly. */
function Remark({ tab }: { readonly tab: ChartTab }): JSX.Element | null {
  switch (tab) {
    case 'losses':
      return (
        <p class="chart-remark">
          {l10n.t(
            'A loss is a tug-of-war, not a grade: each network’s depends on how good the other is. In a healthy run it stays level while the pictures improve. For quality, look at Progress.',
          )}
        </p>
      );
    case 'gradients':
      return (
        <p class="chart-remark">
          {l10n.t(
            'How hard each network is pushed. If the forger’s falls towards nothing, she learns nothing; if one shoots up, numbers may overflow.',
          )}
        </p>
      );
    case 'progress':
    case 'quality':
      return null;
    default:
      return unreachable(tab);
  }
}
