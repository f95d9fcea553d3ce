import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { RunFrame } from '../../../src/shared/wire/run';
import { Chart } from '../evidence/charts/Chart';
import { withData } from '../evidence/charts/data';
import { overlaidCharts, overlaidData } from './overlay';

interface OverlaidChartsProps {
  readonly a: RunFrame | undefined;
  readonly b: RunFrame | undefined;
}

/** What was measured of both runs, over each other. A comparison keeps to the present: nothing leads back from here. */
export function OverlaidCharts({ a, b }: OverlaidChartsProps): JSX.Element {
  const [probe, setProbe] = useState<number | undefined>(undefined);
  const modes = a?.quality?.modes ?? a?.initialQuality?.modes;
  const specs = useMemo(() => overlaidCharts(modes), [modes]);
  const charts = useMemo(
    () => withData(specs, (spec) => overlaidData(spec, [a?.series, b?.series])),
    [specs, a?.series, b?.series],
  );
  const latest = Math.max(a?.position.round ?? 0, b?.position.round ?? 0);
  return (
    <div class="charts">
      {charts.map(({ spec, data }) => (
        <Chart
          key={spec.id}
          spec={spec}
          data={data}
          latest={latest}
          shown={undefined}
          pins={NOTHING}
          goals={NOTHING}
          probe={probe}
          onProbe={setProbe}
        />
      ))}
    </div>
  );
}

const NOTHING: readonly never[] = [];
