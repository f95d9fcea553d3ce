import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { ActivityName, LessonActivity } from '../../../src/shared/domain/lesson';
import { unreachable } from '../../../src/shared/result';
import { Button } from '../../ui/controls';
import { useLearning } from './context';
import { ExerciseCard } from './ExerciseCard';

/** Something to do in a part of the product that a button opens. */
export function ActivityCard({ section }: { readonly section: LessonActivity }): JSX.Element {
  const { actions } = useLearning();
  const { opens } = section;
  return (
    <ExerciseCard section={section} kind={l10n.t('Do it yourself')}>
      {actions.activities.has(opens) && (
        <div class="exercise-actions">
          <Button onClick={() => actions.activities.open(opens)}>{openingName(opens)}</Button>
        </div>
      )}
    </ExerciseCard>
  );
}

function openingName(name: ActivityName): string {
  switch (name) {
    case 'inspectorGame':
      return l10n.t('Be the inspector');
    case 'forgerGame':
      return l10n.t('Be the forger');
    case 'compare':
      return l10n.t('Compare two runs');
    case 'code':
      return l10n.t('Follow in the code');
    case 'charts':
      return l10n.t('Show the charts');
    case 'latentWalk':
      return l10n.t('Walk through latent space');
    case 'overview':
      return l10n.t('Show the overview');
    case 'drawPoints':
      return l10n.t('Draw points');
    case 'ownPictures':
      return l10n.t('Use my own pictures…');
    case 'sweep':
      return l10n.t('Sweep…');
    default:
      return unreachable(name);
  }
}
