import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import { valueOf } from '../../../src/shared/domain/byId';
import type { Goal } from '../../../src/shared/domain/lesson';
import { useLearning } from './context';
import { ExerciseCard } from './ExerciseCard';
import { GoalLive } from './GoalLive';
import { measureName } from '../../../src/shared/words/measureWords';
import { conditionText, factsText, timeText } from './words';
import { counted } from '../../../src/shared/words/counted';

/** Something to reach: what it asks for, and, once a run has reached it, which one did. */
export function GoalCard({ section }: { readonly section: Goal }): JSX.Element {
  const { learning } = useLearning();
  const { conditions, time, knobs } = section;
  const reached = valueOf(learning.progress.goals, section.id);
  return (
    <ExerciseCard section={section} kind={l10n.t('Goal')} done={reached && l10n.t('reached')}>
      <ul class="conditions">
        {conditions.map((condition, index) => (
          <li key={index}>
            {measureName(condition.measure)}: <b>{conditionText(condition)}</b>
          </li>
        ))}
        <li>{timeText(time)}</li>
        {knobs !== undefined && (
          <li>
            {counted(
              knobs,
              l10n.t(
                'with one knob changed at most; seed and backend do not count | with {0} knobs changed at most; seed and backend do not count',
                knobs,
              ),
            )}
          </li>
        )}
      </ul>
      {reached === undefined ? (
        <GoalLive goal={section} place="text" />
      ) : (
        <p class="hint">{factsText(reached)}</p>
      )}
    </ExerciseCard>
  );
}
