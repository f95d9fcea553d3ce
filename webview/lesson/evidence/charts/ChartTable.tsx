import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RunSeries } from '../../../../src/shared/domain/measures';
import type { ChartSpec } from './specs';
import { tableRows } from './table';

interface ChartTableProps {
  readonly series: RunSeries;
  readonly specs: readonly ChartSpec[];
}

/** The numbers of the charts; there are rows only while it is open. */
export function ChartTable({ series, specs }: ChartTableProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const columns = specs.flatMap(({ lines, format }) => lines.map(({ name }) => ({ name, format })));
  return (
    <details class="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{l10n.t('As a table')}</summary>
      {isOpen && (
        <table>
          <caption class="visually-hidden">
            {l10n.t('What was measured in some of the rounds, each as it was in that round')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{l10n.t('Round')}</th>
              {columns.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tableRows(series, specs).map(({ round, values }) => (
              <tr key={round}>
                <th scope="row">{round}</th>
                {values.map((value, column) => (
                  <td key={column}>{value === undefined ? '–' : columns[column]?.format(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
