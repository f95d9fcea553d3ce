import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { experimentsOf, type Lesson, type LessonStep } from '../../../src/shared/domain/lesson';
import { valueLabel } from '../../hyperparameters/choiceLabels';
import { listed } from '../../ui/listed';
import { settingName } from '../diagnosis/words';
import { isRunOf } from '../exercises/standings';
import { changesFromNotes } from './changes';

/** So many changes are named; more would fill the notes. */
const MOST_NAMED = 3;

/** Why a step of the notes may not fit the run, or `undefined` while it does. */
export function changesSentence(
  lesson: Lesson,
  step: LessonStep,
  running: Hyperparameters,
): string | undefined {
  const changes = changesFromNotes(lesson, step, running);
  if (changes === undefined) {
    return undefined;
  }
  const onStage = experimentsOf(lesson).find((each) => isRunOf(lesson, each, running));
  if (onStage !== undefined) {
    return l10n.t(
      'On the stage is the run “{0}”. This step tells of another: its numbers and rounds may not fit.',
      onStage.title,
    );
  }
  const { experiment, told, changed } = changes;
  if (changed.includes('data')) {
    return l10n.t(
      'You train on “{0}”. The notes tell of “{1}”: what they say of pictures, numbers and rounds may not fit your run.',
      valueLabel(running.data),
      valueLabel(told.data),
    );
  }
  const named = changed.slice(0, MOST_NAMED).map(settingName);
  const names = listed(named);
  const more = changed.length - named.length;
  const all = more === 0 ? names : l10n.t('{0} and {1} more', names, more);
  return experiment === undefined
    ? l10n.t(
        'You changed {0}. The notes tell how it goes with the lesson’s own values: their numbers and rounds may not fit your run.',
        all,
      )
    : l10n.t(
        'Your run differs from “{0}”, of which the notes tell, in {1}: their numbers and rounds may not fit it.',
        experiment.title,
        all,
      );
}
