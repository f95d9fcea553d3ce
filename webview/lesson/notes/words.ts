import * as l10n from '@vscode/l10n';
import { experimentsOf, type Lesson, type LessonStep } from '../../../src/shared/domain/lesson';
import { valueLabel } from '../../hyperparameters/choiceLabels';
import { listed } from '../../ui/listed';
import { settingName } from '../diagnosis/words';
import { changedFrom, type ShownRun } from '../exercises/standings';
import { changesFromNotes } from './changes';

/** So many changes are named; more would fill the notes. */
const MOST_NAMED = 3;

/** Why a step of the notes may not fit the run, or `undefined` while it does. */
export function changesSentence(lesson: Lesson, step: LessonStep, run: ShownRun): string | undefined {
  const { running } = run;
  const changes = changesFromNotes(lesson, step, run);
  if (changes === undefined) {
    return undefined;
  }
  const onStage = experimentsOf(lesson).find((each) => changedFrom(lesson, each, run).length === 0);
  if (onStage !== undefined) {
    return l10n.t('You’re watching “{0}”; this step describes a different run.', onStage.title);
  }
  const { experiment, told, changed } = changes;
  if (changed.includes('data')) {
    return l10n.t(
      'You train on “{0}”; the notes describe “{1}”, so their numbers may not match.',
      valueLabel(running.data),
      valueLabel(told.data),
    );
  }
  const named = changed.slice(0, MOST_NAMED).map(settingName);
  const names = listed(named);
  const more = changed.length - named.length;
  const all = more === 0 ? names : l10n.t('{0} and {1} more', names, more);
  return experiment === undefined
    ? l10n.t('You changed {0}. The notes describe the lesson’s own run, so their numbers may not match.', all)
    : l10n.t(
        'The notes describe “{0}”; your run differs in {1}, so their numbers may not match.',
        experiment.title,
        all,
      );
}
