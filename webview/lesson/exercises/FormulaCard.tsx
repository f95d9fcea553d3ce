import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import { latestValue, type Formula } from '../../../src/shared/domain/lesson';
import type { Measure } from '../../../src/shared/domain/measures';
import { LessonText } from '../notes/LessonText';
import { useRun } from './context';
import { ExerciseCard } from './ExerciseCard';
import { measureValue } from './words';

/** A formula with its symbols explained, and beside some of them their value in the run on the stage. */
export function FormulaCard({ section }: { readonly section: Formula }): JSX.Element {
  return (
    <ExerciseCard section={section} kind={l10n.t('Formula')}>
      {section.symbols.length > 0 && (
        <dl class="symbols">
          {section.symbols.map(({ html, meaning, live }, index) => (
            <div key={index}>
              <dt>
                <LessonText html={html} />
              </dt>
              <dd>
                {meaning}
                {live !== undefined && <LiveValue measure={live} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </ExerciseCard>
  );
}

function LiveValue({ measure }: { readonly measure: Measure }): JSX.Element {
  const series = useRun()?.frame.series;
  const value = series === undefined ? Number.NaN : latestValue(series, measure);
  return (
    <span class="live">
      {Number.isFinite(value) ? l10n.t('now {0}', measureValue(measure, value)) : l10n.t('not measured yet')}
    </span>
  );
}
