import * as l10n from '@vscode/l10n';
import { listed } from '../../../ui/listed';
import { valueAt, type ChartData } from './data';
import type { Pin } from './pins';
import type { ChartSpec } from './specs';

/** "Right on real ones 83 %, Right on forgeries 80 %": the lines of a chart at one of its rounds. */
function valuesText({ lines, format }: ChartSpec, data: ChartData, index: number): string {
  return listed(
    lines.flatMap(({ name }, line) => {
      const value = valueAt(data.lines[line] ?? [], index);
      return value === undefined
        ? []
        : [lines.length === 1 ? format(value) : l10n.t('{0} {1}', name, format(value))];
    }),
  );
}

/** What a screen reader says of a round that the person points at with the keyboard. */
export function pointText(spec: ChartSpec, data: ChartData, index: number, pins: readonly Pin[]): string {
  const values = l10n.t('Round {0}: {1}', data.rounds[index] ?? 0, valuesText(spec, data, index));
  return pins.reduce((text, pin) => l10n.t('{0}. {1}', text, pin.text), values);
}

/** A chart in one sentence, for those who do not see it. */
export function summaryOf(spec: ChartSpec, data: ChartData): string {
  const last = data.rounds.length - 1;
  const now = l10n.t(
    '{0}, at round {1}: {2}.',
    spec.title,
    data.rounds[last] ?? 0,
    valuesText(spec, data, last),
  );
  return last === 0
    ? now
    : l10n.t('{0} At round {1}: {2}.', now, data.rounds[0] ?? 0, valuesText(spec, data, 0));
}
